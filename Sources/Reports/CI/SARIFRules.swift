import RuleEngine

/// What a SARIF log says of its tool: the rules that were checked, and the inputs that could not be
/// read. Results come first, so that it is known only after the last.
struct SARIFRules {
  private var rulebooks: [String: Rulebook] = [:]
  private var criteria: Set<ObjectIdentifier> = []
  private var problems: [String: Problem] = [:]
  private var failures: [UnreadInput] = []

  private struct Problem {
    let code: DiagnosticCode
    let severity: Diagnostic.Severity
  }

  mutating func meet(_ judgement: Judgement) {
    guard criteria.insert(ObjectIdentifier(judgement.criterion.criterion)).inserted else { return }
    rulebooks[judgement.rulebook.rulebook.id] = judgement.rulebook.rulebook
  }

  mutating func meet(_ diagnostic: Diagnostic) {
    problems[diagnostic.codeName] = Problem(code: diagnostic.code, severity: diagnostic.severity)
  }

  mutating func meet(_ error: UnreadInput) { failures.append(error) }

  /// Meets what other rules met.
  mutating func formUnion(_ other: SARIFRules) {
    for (id, rulebook) in other.rulebooks { rulebooks[id] = rulebook }
    criteria.formUnion(other.criteria)
    for (name, problem) in other.problems { problems[name] = problem }
    failures += other.failures
  }

  mutating func removeAll() {
    rulebooks.removeAll(keepingCapacity: true)
    criteria.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
    failures.removeAll()
  }

  // MARK: Writing

  /// The members `tool` and `invocations` of a run.
  func append(in language: Language, to writer: inout JSONWriter) {
    writer.key("tool")
    writer.open("{")
    writer.key("driver")
    writer.open("{")
    writer.member("name", "kczg-check")
    writer.member("semanticVersion", Version.number)
    writer.key("rules")
    writer.open("[")
    for rulebook in rulebooks.values.sorted(by: { $0.id < $1.id }) {
      for article in rulebook.articles {
        for clause in article.clauses {
          for criterion in clause.criteria where criteria.contains(ObjectIdentifier(criterion)) {
            writer.item()
            append(criterion, clause, article, rulebook, language, to: &writer)
          }
        }
      }
    }
    for (name, problem) in problems.sorted(by: { $0.key < $1.key }) {
      writer.item()
      append(name, problem, language, to: &writer)
    }
    writer.close("]")
    writer.close("}")
    writer.close("}")
    appendInvocation(language, to: &writer)
  }

  private func append(
    _ criterion: Criterion, _ clause: Clause, _ article: Article, _ rulebook: Rulebook,
    _ language: Language, to writer: inout JSONWriter
  ) {
    let words = SARIFHelp(language: language)
    let requirement = criterion.requirement[language]
    writer.open("{")
    writer.member("id", "\(rulebook.id)/\(criterion.id)")
    writer.message("shortDescription", requirement)
    writer.message("fullDescription", "\(clause.citation[language]) \(clause.title[language])")
    writer.key("help")
    writer.open("{")
    writer.member("text", SARIFText.of(words.text(criterion, clause, rulebook)))
    writer.member("markdown", words.markdown(criterion, clause, rulebook))
    writer.close("}")
    writer.defaultLevel("error")
    writer.key("properties")
    writer.open("{")
    writer.array("tags", of: [rulebook.id, article.stage, criterion.basis.rawValue]) {
      $1.string($0)
    }
    writer.close("}")
    writer.close("}")
  }

  private func append(
    _ name: String, _ problem: Problem, _ language: Language, to writer: inout JSONWriter
  ) {
    let text = problem.code.help[language]
    writer.open("{")
    writer.member("id", name)
    writer.message("shortDescription", text)
    writer.message("fullDescription", text)
    writer.message("help", text)
    writer.defaultLevel(problem.severity.rawValue)
    writer.key("properties")
    writer.open("{")
    writer.array("tags", of: ["data"]) { $1.string($0) }
    writer.close("}")
    writer.close("}")
  }

  private func appendInvocation(_ language: Language, to writer: inout JSONWriter) {
    writer.array("invocations", of: [failures]) { failures, writer in
      writer.open("{")
      writer.member("executionSuccessful", failures.isEmpty)
      writer.array("toolExecutionNotifications", of: failures) { failure, writer in
        writer.open("{")
        writer.key("descriptor")
        writer.open("{")
        writer.member("id", failure.code)
        writer.close("}")
        writer.member("level", "error")
        writer.message("message", "\(failure.name): \(failure.text)")
        writer.array("locations", of: [failure.name]) { $1.location($0, nil) }
        writer.close("}")
      }
      writer.close("}")
    }
  }
}
