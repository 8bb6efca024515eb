import Rules

/// What stands between an application and the conditions, a line each.
func obstacles(in text: [UInt8]) throws -> [String] {
  let library = try RuleLibrary.builtIn()
  let checker = try Checker(library)

  let application = Application(vocabulary: library.vocabulary)
  application.read(SourceText(name: "application.json", bytes: text))
  let report = checker.check(application)

  // With a data error there is no verdict.
  if report.isInvalid {
    return report.diagnostics.map { "line \($0.position.line): \($0.text(in: .en))" }
  }
  var lines = [report.outcome.rawValue]
  for clause in report.rulebooks.flatMap(\.clauses) where clause.verdict != .pass {
    for criterion in clause.criteria where criterion.verdict != .pass {
      var line = "\(criterion.criterion.id) \(criterion.verdict)"
      if let actual = criterion.actual(in: .en), let required = criterion.required(in: .en) {
        line += ": \(actual), required \(required)"
      }
      if let fact = criterion.facts.first {
        line += " (line \(application.position(of: fact).line))"
      }
      lines.append(line)
    }
  }
  return lines
}
