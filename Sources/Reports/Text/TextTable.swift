import RuleEngine

/// A table whose columns line up, also with Chinese text; numbers stand at the right.
struct TextTable {
  private let header: [String]
  private var rows: [(cells: [String], verdict: Verdict?)] = []

  init(header: [String]) { self.header = header }

  mutating func add(_ cells: [String], verdict: Verdict? = nil) { rows.append((cells, verdict)) }

  func write(to writer: TextWriter) {
    var widths = header.indices.map { column in
      ([header] + rows.map { $0.cells }).map { DisplayWidth.of(SafeText.of($0[column])) }.max() ?? 0
    }
    let numeric = header.indices.map { column in
      !rows.isEmpty && rows.allSatisfy { $0.cells[column].utf8.allSatisfy { 0x30...0x39 ~= $0 } }
    }
    // What is too wide for the page is taken from the widest column of words, which is wrapped.
    let excess = widths.reduce(0, +) + 2 * (widths.count - 1) - TextWriter.width
    let words = header.indices.filter { !numeric[$0] }
    if excess > 0, let widest = words.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] = max(12, widths[widest] - excess)
    }
    func write(_ cells: [String], _ verdict: Verdict?) {
      let wrapped = cells.indices.map { DisplayWidth.wrap(SafeText.of(cells[$0]), to: widths[$0]) }
      for line in 0..<(wrapped.map({ $0.count }).max() ?? 0) {
        let padded = cells.indices.map { column in
          let cell = line < wrapped[column].count ? wrapped[column][line] : ""
          guard numeric[column] else { return DisplayWidth.pad(cell, to: widths[column]) }
          return String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell)))
            + cell
        }
        var text = padded.joined(separator: "  ")
        while text.utf8.last == 0x20 { text.removeLast() }
        writer.add(row: text, verdict: verdict)
      }
    }
    write(header, nil)
    for (cells, verdict) in rows { write(cells, verdict) }
  }
}
