import RuleEngine

/// A screening as an HTML document: counts, a picture of the near misses, the candidates, the
/// matrices, and what the rules say of the recommending unit.
struct ScreeningHTML {
  private let content: ScreeningContent
  private let screening: Screening
  private let language: Language
  private let phrases: ReportPhrases
  private let names: ScreeningPhrases
  private let words: HTMLPhrases
  private let html: HTMLWriter

  init(_ content: ScreeningContent, to html: HTMLWriter) {
    self.content = content
    self.html = html
    screening = content.screening
    language = content.language
    names = content.words
    phrases = ReportPhrases(language: language)
    words = HTMLPhrases(language: language)
  }

  func write() {
    HTMLDocument(html, language: language).write(title: names.heading) {
      writeHead()
      NearMissPicture(screening, language: language, to: html).write()
      writeNearMisses()
      writeTallies()
      writeCandidates()
      for group in content.groups { write(group) }
      writeList(names.likenesses, screening.likenesses.map { names.likeness($0) })
      writeList(names.notRecommended, screening.notRecommended.map { names.notRecommended($0) })
      writeUnit()
      writeSources()
    }
  }

  private func section(_ heading: String, content: () -> Void) {
    html.element(.section) {
      html.element(.h2, heading)
      content()
    }
  }

  private func table(_ style: String, _ columns: [String], rows: () -> Void) {
    html.element(.table, [.style: style]) {
      html.headings(columns)
      html.element(.tbody, content: rows)
    }
  }

  private func list(_ texts: [String]) {
    html.element(.ul) { for text in texts { html.element(.li, text) } }
  }

  /// A list under a heading, where there is something to list.
  private func writeList(_ heading: String, _ texts: [String]) {
    if !texts.isEmpty { section(heading) { list(texts) } }
  }

  // MARK: Summary

  private func writeHead() {
    html.element(.header) {
      html.element(.h1, names.heading)
      html.element(.ul, [.style: "summary"]) {
        html.element(.li) {
          html.text(names.candidates + " ")
          html.element(.strong, "\(content.counts.total)")
        }
        for (index, (outcome, count)) in content.counts.parts.enumerated()
        where index < 3 || count > 0 {
          html.element(.li) {
            writeMark(outcome, in: .span)
            html.text(" ")
            html.element(.strong, "\(count)")
          }
        }
      }
      if let unit = content.unit { writeLine(of: unit) }
      let notes = content.quotas + content.notes
      if !notes.isEmpty { list(notes) }
    }
    if content.sums.isEmpty { return }
    section(names.sums) {
      let (header, rows) = names.table(of: content.sums)
      table("tallies", header) {
        for cells in rows {
          html.element(.tr) {
            for (column, cell) in cells.enumerated() {
              html.element(.td, [.style: column < 2 ? nil : "number"], cell)
            }
          }
        }
      }
    }
  }

  private func writeLine(of unit: RecommendingUnit) {
    html.element(.p) {
      html.text(names.recommender + phrases.colon)
      html.element(.bdi, unit.name ?? (unit.isReadable ? phrases.notGiven : unit.source))
      if !unit.isReadable {
        html.text(" · " + names.name(of: nil))
      } else if let outcome = screening.recommenderOutcome {
        html.text(" · ")
        writeMark(outcome, in: .span)
      }
    }
  }

  private func writeMark(_ outcome: Outcome?, in tag: HTMLWriter.Tag) {
    let verdict = outcome.map { Verdict($0) } ?? .fail
    html.element(tag, [.style: "mark \(verdict.name)"], names.mark(outcome))
  }

  private func writeMark(_ verdict: Verdict) {
    html.element(.td, [.style: "mark \(verdict.name)"], names.mark(verdict))
  }

  // MARK: What stands out

  private func writeNearMisses() {
    section(names.nearMisses) {
      let misses = screening.nearMisses
      guard !misses.isEmpty else { return html.element(.p, names.none) }
      table("listing", [words.candidate, words.verdictHeading, names.clause]) {
        for (row, result, judged) in misses {
          html.element(.tr) {
            html.element(.td, names.name(of: row))
            writeMark(judged.verdict)
            let name = names.name(of: judged.clause, in: result.rulebook)
            html.element(.td, names.obstacle(judged, name))
          }
        }
      }
    }
  }

  private func writeTallies() {
    section(names.stopping) {
      guard !content.stopping.isEmpty else { return html.element(.p, names.none) }
      let columns = [Verdict.fail, .unknown, .pass].map { names.mark($0) }
      table("tallies", [names.clause] + columns) {
        for tally in content.stopping {
          html.element(.tr) {
            html.element(.th, [.scope: "row"], names.name(of: tally.clause, in: tally.rulebook))
            for count in [tally.counts.fail, tally.counts.unknown, tally.counts.pass] {
              html.element(.td, [.style: "number"], "\(count)")
            }
          }
        }
      }
    }
  }

  // MARK: Candidates

  private func writeCandidates() {
    section(content.isRanked ? names.byRank : names.byDistance) {
      let columns =
        [words.numberHeading] + (content.isRanked ? [names.rank] : [])
        + [
          phrases.applicant, phrases.baseName, names.programme, words.verdictHeading,
          words.obstaclesHeading, phrases.file,
        ]
      table("listing numbered", columns) {
        for row in screening.candidates { html.element(.tr) { write(row) } }
      }
    }
  }

  private func write(_ row: Screening.Row) {
    let candidate = row.candidate
    html.element(.td, "#\(row.number)")
    if content.isRanked {
      html.element(.td, [.style: "number"], row.rank.map { names.rank($0) } ?? "")
    }
    html.element(.td) {
      html.element(.p, candidate.name ?? "")
      if let code = candidate.creditCode { html.element(.p) { html.element(.code, code) } }
    }
    html.element(.td, candidate.baseName ?? "")
    html.element(.td) {
      let date = candidate.applicationDate.map { "\(names.date) \($0)" }
      for line in [
        names.name(ofProgramme: candidate.programme), names.name(ofBaseType: candidate.baseType),
        date ?? "",
      ] where !line.isEmpty { html.element(.p, line) }
    }
    writeMark(candidate.outcome, in: .td)
    html.element(.td) {
      let problems = names.problems(of: candidate)
      if !problems.isEmpty { list(problems) }
      for result in candidate.results where !result.obstacles.isEmpty {
        if names.hasSeveralDocuments { html.element(.p, names.title(result.rulebook)) }
        html.element(.ul) { for judged in result.obstacles { write(judged) } }
      }
      if let line = names.proofs(of: candidate) { html.element(.p, [.style: "origin"], line) }
    }
    html.element(.td, [.style: "place"]) { html.element(.code, candidate.place) }
  }

  private func write(_ judged: Candidate.Judged) {
    html.element(.li) {
      html.element(.span, [.style: "mark \(judged.verdict.name)"], phrases.sign(judged.verdict))
      html.text(" " + names.obstacle(judged, names.name(of: judged.clause)))
    }
  }

  // MARK: Matrix

  private func write(_ group: ScreeningGroup) {
    let heading = names.matrix(of: group)
    section(heading) {
      html.element(.p, [.style: "legend"], words.legend)
      html.element(
        .div, [.style: "scroll", .role: "region", .label: heading, .tabIndex: "0"]
      ) {
        html.element(.table, [.style: "matrix"]) {
          html.element(.thead) { writeHeadings(of: group) }
          html.element(.tbody) {
            for (row, result) in group.rows {
              html.element(.tr) {
                html.element(.th, [.scope: "row"], names.name(of: row))
                for judged in result.clauses {
                  html.element(
                    .td,
                    [.style: judged.verdict.name, .label: phrases.verdict(judged.verdict)],
                    phrases.sign(judged.verdict))
                }
              }
            }
          }
        }
      }
    }
  }

  private func writeHeadings(of group: ScreeningGroup) {
    html.element(.tr) {
      html.element(.th, [.scope: "col"], words.candidate)
      for clause in group.clauses {
        html.element(.th, [.scope: "col"]) {
          html.element(.div, [.style: "upright"], names.name(of: clause))
          html.element(.strong, clause.id)
        }
      }
    }
  }

  // MARK: The unit, and what all rests on

  private func writeUnit() {
    guard let unit = content.unit, let recommender = unit.recommender else { return }
    section(names.recommenderRules) {
      html.element(.p, [.style: "origin"], unit.source)
      let diagnostics = screening.diagnostics
      func part(_ report: Report) -> HTMLReport {
        HTMLReport(report, in: language, .normal, level: 2, to: html)
      }
      if !diagnostics.isEmpty {
        html.element(.h3, words.diagnosticsHeading)
        part(Report(application: recommender.application)).writeDiagnostics(diagnostics)
      }
      if let reason = names.whyRecommenderIsNotJudged(in: screening) {
        html.element(.p, reason)
      }
      for round in names.roundsLeftOut(in: screening) { html.element(.p, round) }
      for report in screening.recommenderReports { part(report).writeRulebooks() }
    }
  }

  private func writeSources() {
    let sources = content.sources
    if sources.rulebooks.isEmpty { return }
    section(names.sources) {
      for rulebook in sources.rulebooks {
        html.element(.p, names.title(rulebook))
        let origin = phrases.origin(of: rulebook.document) + ["\(phrases.rulebook) \(rulebook.id)"]
        html.element(.p, [.style: "origin"]) {
          html.text(origin.joined(separator: " · ") + " · \(words.digest) ")
          html.element(.code, "sha256:\(rulebook.digest)")
        }
      }
    }
    writeList(
      phrases.readings,
      sources.readings.map { text, citations in
        let list = citations.joined(separator: phrases.enumeration)
        return citations.isEmpty ? text : list + phrases.colon + text
      })
  }
}
