import RuleEngine

/// How far the candidates of a screening are from eligible, drawn: near misses stand out.
///
/// A few candidates have a row each; of many, the nearest have, and before them a row for each
/// number of clauses that candidates lack counts them all.
struct NearMissPicture {
  private let html: HTMLWriter
  private let words: HTMLPhrases
  private let bars: [Bar]
  private let unjudged: Int

  /// A candidate, by one rulebook.
  private struct Bar {
    let label: String
    let number: Int
    let fail: Int
    let unknown: Int
    /// The clause, where it is the only one that is not met.
    let lastObstacle: String?

    var isEligible: Bool { fail + unknown == 0 }
  }

  /// As many rows as a person looks through.
  private static let mostRows = 50
  /// Rows of one drawing: it must fit on a page, for none is broken.
  private static let rowsOfDrawing = 6

  // Measures, in units of which a phone shows about three quarters as pixels.
  private static let width = 400
  private static let rowHeight = 44
  private static let widestBoxes = 180

  init(_ screening: Screening, language: Language, to html: HTMLWriter) {
    self.html = html
    words = HTMLPhrases(language: language)
    var bars: [Bar] = []
    for row in screening.candidates {
      let results = row.candidate.results
      for result in results {
        let name = "#\(row.number) \(row.candidate.name ?? row.candidate.source)"
        let obstacles = result.obstacles
        bars.append(
          Bar(
            label: results.count > 1 ? "\(name) · \(result.rulebook.id)" : name,
            number: row.number, fail: result.counts.fail, unknown: result.counts.unknown,
            lastObstacle: obstacles.count == 1 ? Self.name(of: obstacles[0].clause, language) : nil)
        )
      }
    }
    // Whatever the unit's ranking: who is nearest comes first.
    self.bars = bars.enumerated().sorted { a, b in
      (a.element.fail, a.element.unknown, a.element.number, a.offset)
        < (b.element.fail, b.element.unknown, b.element.number, b.offset)
    }.map { $0.element }
    unjudged = screening.candidates.count { $0.candidate.results.isEmpty }
  }

  private static func name(of clause: Clause, _ language: Language) -> String {
    clause.citation[language] + Bilingual(zh: "", en: " ")[language] + clause.title[language]
  }

  func write() {
    html.element(.section) {
      html.element(.h2, words.picture)
      let isMany = bars.count > Self.mostRows
      if isMany { writeTally() }
      // Of many, those that lack nothing need no row.
      let rest = isMany ? bars.filter { !$0.isEligible } : bars
      let shown = Array(rest.prefix(Self.mostRows))
      if !shown.isEmpty { write(shown) }
      if rest.count < bars.count {
        html.element(.p, words.eligibleNotDrawn(bars.count - rest.count))
      }
      if shown.count < rest.count { html.element(.p, words.notDrawn(rest.count - shown.count)) }
      if unjudged > 0 { html.element(.p, words.notJudged(unjudged)) }
    }
  }

  // MARK: Candidates

  private func write(_ bars: [Bar]) {
    let most = bars.map { $0.fail + $0.unknown }.max() ?? 0
    let step = min(22, Self.widestBoxes / max(most, 1))
    html.element(.figure) {
      html.element(.figcaption, words.pictureKey)
      html.open(.div, [.style: "drawings"])
      for first in stride(from: 0, to: bars.count, by: Self.rowsOfDrawing) {
        let rows = bars[first..<min(first + Self.rowsOfDrawing, bars.count)]
        let description = rows.map { "\($0.label)\(words.colon)\(said(of: $0))" }
        draw(
          "candidates-\(first + 1)", title: words.part(first + 1, rows.endIndex, of: bars.count),
          description: description.joined(separator: "\n"), rows: rows.count
        ) { row, top in
          draw(rows[first + row], top: top, step: step)
        }
      }
      html.close(.div)
    }
  }

  private func said(of bar: Bar) -> String {
    let counts = words.counts(fail: bar.fail, unknown: bar.unknown)
    return bar.lastObstacle.map { "\(counts) \(words.nearMiss($0))" } ?? counts
  }

  private func draw(_ bar: Bar, top: Int, step: Int) {
    let isNear = bar.lastObstacle != nil
    if isNear { frame(top: top) }
    text(
      DisplayWidth.cut(SafeText.of(bar.label), to: Self.columns(from: 8)), x: 8, y: top + 17,
      style: isNear ? "strong" : nil)
    for index in 0..<(bar.fail + bar.unknown) {
      let isOpen = index >= bar.fail
      box(
        x: 8 + index * step, y: top + 23, width: max(step - 3, 1), style: isOpen ? "open" : "full")
      if step >= 14 {
        text(
          isOpen ? "?" : "✗", x: 8 + index * step + (step - 3) / 2, y: top + 34,
          style: isOpen ? "sign" : "sign on-dark")
      }
    }
    let counts = words.counts(fail: bar.fail, unknown: bar.unknown)
    let note = bar.lastObstacle.map(words.nearMiss) ?? counts
    let end = 8 + (bar.fail + bar.unknown) * step
    let start = end + (end > 8 ? 6 : 0)
    text(
      DisplayWidth.cut(SafeText.of(note), to: Self.columns(from: start)), x: start, y: top + 36,
      style: isNear ? "strong" : nil)
  }

  /// How many columns of text have room; no font is known, so this is careful.
  private static func columns(from x: Int) -> Int { (width - 8 - x) * 10 / 72 }

  // MARK: Many

  /// How many candidates lack how many clauses.
  private func writeTally() {
    let top = 12
    var counts: [(fail: Int, open: Int)] = Array(repeating: (0, 0), count: top + 1)
    for bar in bars {
      let place = min(bar.fail + bar.unknown, top)
      if bar.fail > 0 || bar.isEligible { counts[place].fail += 1 } else { counts[place].open += 1 }
    }
    let last = counts.lastIndex { $0.fail + $0.open > 0 } ?? 0
    let most = counts.map { $0.fail + $0.open }.max() ?? 1
    func label(_ place: Int) -> String { words.lacking(place, orMore: place == top) }
    func all(_ place: Int) -> Int { counts[place].fail + counts[place].open }
    let description = (0...last).map { "\(label($0))\(words.colon)\(words.candidates(all($0)))" }
    html.element(.figure) {
      html.element(.figcaption, words.tallyKey)
      draw(
        "tally", title: words.tally, description: description.joined(separator: "\n"),
        rows: last + 1, rowHeight: 26
      ) { place, y in
        if place == 1 { frame(top: y, height: 26) }
        text(label(place), x: 8, y: y + 18, style: place == 1 ? "strong" : nil)
        // Something of every candidate is seen.
        func length(_ count: Int) -> Int { count == 0 ? 0 : max(2, count * 180 / most) }
        let (full, open) = (length(counts[place].fail), length(counts[place].open))
        if full > 0 { box(x: 100, y: y + 5, width: full, style: place == 0 ? "zero" : "full") }
        if open > 0 { box(x: 100 + full, y: y + 5, width: open, style: "open") }
        text(
          words.candidates(all(place)), x: 108 + full + open, y: y + 18,
          style: place == 1 ? "strong" : nil)
      }
    }
  }

  // MARK: Drawing

  private func draw(
    _ id: String, title: String, description: String, rows: Int, rowHeight: Int = rowHeight,
    row: (Int, Int) -> Void
  ) {
    html.element(
      .svg,
      [
        .xmlns: "http://www.w3.org/2000/svg", .role: "img",
        .viewBox: "0 0 \(Self.width) \(rows * rowHeight)",
        .width: "\(Self.width)", .height: "\(rows * rowHeight)",
        .labelledBy: "\(id)-title \(id)-description",
      ]
    ) {
      html.element(.title, [.id: "\(id)-title"], title)
      html.element(.desc, [.id: "\(id)-description"]) {
        for line in description.split(separator: "\n") {
          html.text(String(line))
          html.text(words.semicolon)
        }
      }
      for index in 0..<rows { row(index, index * rowHeight) }
    }
  }

  /// What marks a row from its neighbours, also in grey.
  private func frame(top: Int, height: Int = rowHeight) {
    html.empty(
      .rect,
      [
        .x: "1", .y: "\(top + 1)", .width: "\(Self.width - 2)", .height: "\(height - 2)",
        .style: "near",
      ])
  }

  private func box(x: Int, y: Int, width: Int, style: String) {
    html.empty(
      .rect, [.x: "\(x)", .y: "\(y)", .width: "\(width)", .height: "16", .style: style])
  }

  private func text(_ text: String, x: Int, y: Int, style: String?) {
    html.element(.text, [.x: "\(x)", .y: "\(y)", .style: style], text)
  }
}
