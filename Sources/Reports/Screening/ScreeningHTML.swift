import RuleEngine

/// A screening as an HTML document: counts, a picture of the near misses, the candidates, the
/// matrices, and what the rules say of the recommending unit.
struct ScreeningHTML {
  private let screening: Screening
  private let unit: RecommendingUnit?
  private let vocabulary: Vocabulary
  private let language: Language
  private let phrases: ReportPhrases
  private let names: ScreeningPhrases
  private let words: HTMLPhrases

  init(
    _ screening: Screening, _ unit: RecommendingUnit?, _ vocabulary: Vocabulary,
    _ language: Language
  ) {
    self.screening = screening
    self.unit = unit
    self.vocabulary = vocabulary
    self.language = language
    phrases = ReportPhrases(language: language)
    names = ScreeningPhrases(language: language, vocabulary: vocabulary)
    words = HTMLPhrases(language: language)
  }

  func append(to bytes: ByteBuffer) {
    let html = HTMLWriter(bytes)
    HTMLDocument(html, language: language).write(title: names.heading) {
      writeHead(to: html)
      NearMissPicture(screening, language: language, to: html).write()
      writeNearMisses(to: html)
      writeTallies(to: html)
      writeCandidates(to: html)
      for group in ScreeningGroup.groups(of: screening) { write(group, to: html) }
      writeRepetitions(to: html)
      writeRecommender(to: html)
    }
  }

  private func section(_ heading: String, to html: HTMLWriter, content: () -> Void) {
    html.element(.section) {
      html.element(.h2, heading)
      content()
    }
  }

  private func table(
    _ style: String, _ columns: [String], to html: HTMLWriter, rows: () -> Void
  ) {
    html.element(.table, [.style: style]) {
      html.element(.thead) {
        html.element(.tr) { for name in columns { html.element(.th, [.scope: "col"], name) } }
      }
      html.element(.tbody, content: rows)
    }
  }

  private func name(of row: Screening.Row) -> String {
    "#\(row.number) \(row.candidate.name ?? row.candidate.source)"
  }

  // MARK: Summary

  private func writeHead(to html: HTMLWriter) {
    html.element(.header) {
      html.element(.h1, names.heading)
      let counts = ScreeningCounts(screening)
      let parts: [(Outcome?, Int)] = [
        (.eligible, counts.eligible), (.ineligible, counts.ineligible),
        (.undetermined, counts.undetermined), (.invalid, counts.invalid), (nil, counts.unreadable),
      ]
      html.element(.ul, [.style: "summary"]) {
        html.element(.li) {
          html.text(names.candidates + " ")
          html.element(.strong, "\(counts.total)")
        }
        for (index, (outcome, count)) in parts.enumerated() where index < 3 || count > 0 {
          let verdict = outcome.map { Verdict($0) } ?? .fail
          html.element(.li) {
            html.element(.span, [.style: "mark \(verdict.name)"], names.mark(outcome))
            html.text(" ")
            html.element(.strong, "\(count)")
          }
        }
      }
      guard let unit else { return }
      html.element(.p) {
        html.text(names.recommender + phrases.colon)
        html.element(.bdi, unit.name ?? (unit.isReadable ? phrases.notGiven : unit.source))
        if !unit.isReadable {
          html.text(" · " + names.name(of: nil))
        } else if let outcome = screening.recommenderOutcome {
          html.text(" · ")
          html.element(
            .span, [.style: "mark \(Verdict(outcome).name)"], names.mark(outcome))
        }
      }
    }
  }

  // MARK: What stands out

  private func writeNearMisses(to html: HTMLWriter) {
    section(names.nearMisses, to: html) {
      let misses = screening.nearMisses
      guard !misses.isEmpty else { return html.element(.p, names.none) }
      table("listing", [words.candidate, words.verdictHeading, names.clause], to: html) {
        for (row, result, judged) in misses {
          html.element(.tr) {
            html.element(.td, name(of: row))
            writeMark(judged.verdict, to: html)
            html.element(.td, names.obstacle(judged, of: result, phrases))
          }
        }
      }
    }
  }

  private func writeMark(_ verdict: Verdict, to html: HTMLWriter) {
    html.element(
      .td, [.style: "mark \(verdict.name)"],
      "\(phrases.sign(verdict)) \(phrases.verdict(verdict))")
  }

  private func writeTallies(to html: HTMLWriter) {
    section(names.stopping, to: html) {
      let stopping = screening.clauses.filter { $0.counts.fail + $0.counts.unknown > 0 }
      guard !stopping.isEmpty else { return html.element(.p, names.none) }
      let columns = [Verdict.fail, .unknown, .pass].map {
        "\(phrases.sign($0)) \(phrases.verdict($0))"
      }
      table("tallies", [names.clause] + columns, to: html) {
        for tally in stopping {
          html.element(.tr) {
            html.element(
              .th, [.scope: "row"], names.name(of: tally.clause, in: tally.rulebook))
            for count in [tally.counts.fail, tally.counts.unknown, tally.counts.pass] {
              html.element(.td, [.style: "number"], "\(count)")
            }
          }
        }
      }
    }
  }

  // MARK: Candidates

  private func writeCandidates(to html: HTMLWriter) {
    let isRanked = screening.candidates.contains { $0.rank != nil }
    section(isRanked ? names.byRank : names.byDistance, to: html) {
      let columns =
        [words.numberHeading] + (isRanked ? [names.rank] : [])
        + [
          phrases.applicant, phrases.baseName, phrases.baseType, words.verdictHeading,
          words.obstaclesHeading,
          phrases.file,
        ]
      table("listing numbered", columns, to: html) {
        for row in screening.candidates {
          html.element(.tr) { write(row, isRanked: isRanked, to: html) }
        }
      }
    }
  }

  private func write(_ row: Screening.Row, isRanked: Bool, to html: HTMLWriter) {
    let candidate = row.candidate
    html.element(.td, "#\(row.number)")
    if isRanked { html.element(.td, [.style: "number"], row.rank.map { names.rank($0) } ?? "") }
    html.element(.td, candidate.name ?? "")
    html.element(.td, candidate.baseName ?? "")
    html.element(.td, names.name(ofBaseType: candidate.baseType))
    let verdict = candidate.outcome.map { Verdict($0) } ?? .fail
    html.element(
      .td, [.style: "mark \(verdict.name)"], names.mark(candidate.outcome))
    html.element(.td) {
      if candidate.outcome == .invalid {
        html.element(.p, names.errors(candidate.errorCount))
      }
      guard candidate.results.contains(where: { !$0.obstacles.isEmpty }) else { return }
      html.element(.ul) {
        for result in candidate.results {
          for judged in result.obstacles {
            html.element(.li) {
              html.element(
                .span, [.style: "mark \(judged.verdict.name)"], phrases.sign(judged.verdict))
              html.text(" " + names.obstacle(judged, of: result, phrases))
            }
          }
        }
      }
    }
    html.element(.td, [.style: "place"]) {
      html.element(
        .code, candidate.place)
    }
  }

  // MARK: Matrix

  private func write(_ group: ScreeningGroup, to html: HTMLWriter) {
    let heading = names.matrix(of: group, phrases)
    section(heading, to: html) {
      html.element(.p, [.style: "legend"], words.legend)
      html.element(
        .div, [.style: "scroll", .role: "region", .label: heading, .tabIndex: "0"]
      ) {
        html.element(.table, [.style: "matrix"]) {
          html.element(.thead) {
            html.element(.tr) {
              html.element(.th, [.scope: "col"], words.candidate)
              for clause in group.clauses {
                html.element(.th, [.scope: "col"]) {
                  html.element(
                    .div, [.style: "upright"],
                    "\(clause.citation[language]) \(clause.title[language])")
                  html.element(.strong, clause.id)
                }
              }
            }
          }
          html.element(.tbody) {
            for (row, result) in group.rows {
              html.element(.tr) {
                html.element(.th, [.scope: "row"], name(of: row))
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

  // MARK: The batch and its unit

  private func writeRepetitions(to html: HTMLWriter) {
    guard !screening.repetitions.isEmpty else { return }
    section(names.repetitions, to: html) {
      html.element(.ul) {
        for repetition in screening.repetitions {
          html.element(.li, names.repetition(repetition))
        }
      }
    }
  }

  private func writeRecommender(to html: HTMLWriter) {
    guard let unit, let recommender = unit.recommender else { return }
    section(names.recommenderRules, to: html) {
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
      for report in screening.recommenderReports { part(report).writeRulebooks() }
    }
  }
}
