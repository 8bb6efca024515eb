import Rules

/// What a SARIF log says of its tool: the rules that were checked, and the inputs that could not be
/// read. The renderers of all threads tell it what they meet.
final class SARIFRules: @unchecked Sendable {
  private let lock = Monitor()
  private var rulebooks: [String: Rulebook] = [:]
  private var criteria: Set<ObjectIdentifier> = []
  private var problems: [String: Problem] = [:]
  private var failures: [(name: String, error: InputError)] = []

  private struct Problem {
    let code: DiagnosticCode
    let severity: Diagnostic.Severity
  }

  func meet(_ judgements: [Judgement]) {
    lock.locked {
      for judgement in judgements {
        rulebooks[judgement.rulebook.rulebook.id] = judgement.rulebook.rulebook
        criteria.insert(ObjectIdentifier(judgement.criterion.criterion))
      }
    }
  }

  func meet(_ diagnostic: Diagnostic) {
    lock.locked {
      problems[diagnostic.codeName] = Problem(code: diagnostic.code, severity: diagnostic.severity)
    }
  }

  func meet(_ error: InputError, about name: String) {
    lock.locked { failures.append((name, error)) }
  }

  // MARK: Writing

  /// The members `tool` and `invocations` of a run.
  func append(in language: Language, to writer: inout JSONWriter) {
    writer.key("tool")
    writer.open("{")
    writer.key("driver")
    writer.open("{")
    writer.member("name", "kczg-check")
    writer.member("semanticVersion", Help.number)
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
    let help = problem.code.help
    let text = language == .zh ? help.zh : help.en
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
        writer.member("id", failure.error.code)
        writer.close("}")
        writer.member("level", "error")
        writer.message("message", "\(failure.name): \(failure.error.text(in: language))")
        writer.array("locations", of: [failure.name]) { $1.location($0, nil) }
        writer.close("}")
      }
      writer.close("}")
    }
  }
}

/// What a rule's help says: the document, the clause, what is asked, the proof, the reading.
private struct SARIFHelp {
  let language: Language

  private func choose(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func facts(
    _ criterion: Criterion, _ clause: Clause, _ rulebook: Rulebook
  ) -> [(name: String, text: String)] {
    let document = rulebook.document
    let origin = [document.title[language], document.number].compactMap { $0 }
    var facts = [
      (choose("文件", "Document"), origin.joined(separator: choose("，", ", "))),
      (choose("条款", "Clause"), "\(clause.citation[language]) \(clause.title[language])"),
      (choose("要求", "Requirement"), criterion.requirement[language]),
      (
        choose("依据", "Basis"),
        criterion.basis == .measured
          ? choose("由所填数据计算", "computed from the facts given")
          : choose("申报单位自我声明，以核实为准", "the applicant's own word, subject to verification")
      ),
    ]
    if !criterion.proof.isEmpty {
      let list = criterion.proof.map { $0[language] }.joined(separator: choose("、", "; "))
      facts.append((choose("证明材料", "Proof"), list))
    }
    if let reading = criterion.reading {
      facts.append((choose("采用的解读", "Reading chosen"), reading[language]))
    }
    return facts
  }

  func text(_ criterion: Criterion, _ clause: Clause, _ rulebook: Rulebook) -> String {
    facts(criterion, clause, rulebook).map { "\($0.name)\(choose("：", ": "))\($0.text)" }
      .joined(separator: choose("；", ". "))
  }

  func markdown(_ criterion: Criterion, _ clause: Clause, _ rulebook: Rulebook) -> String {
    facts(criterion, clause, rulebook).map {
      "**\($0.name)**\(choose("：", ": "))\(MarkdownText.of($0.text))"
    }.joined(separator: choose("；", ". "))
  }
}

/// A text as a message of a SARIF log, where braces are placeholders and brackets can be links.
enum SARIFText {
  static func of(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "{" || scalar == "}" { escaped.append(scalar) }
      if scalar == "]", index + 1 < scalars.count, scalars[index + 1] == "(" {
        escaped.append("\\")
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// A file's name as a relative or absolute URI reference.
  static func uri(of name: String) -> String {
    var uri = name.hasPrefix("/") ? "file://" : ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return uri
  }
}

extension JSONWriter {
  /// A member that is a message.
  mutating func message(_ name: StaticString, _ text: String) {
    key(name)
    open("{")
    member("text", SARIFText.of(text))
    close("}")
  }

  mutating func defaultLevel(_ level: String) {
    key("defaultConfiguration")
    open("{")
    member("level", level)
    close("}")
  }

  /// A place in a file; without a range, the file.
  mutating func location(
    _ file: String, _ range: SourceRange?, id: Int? = nil, message text: String? = nil
  ) {
    open("{")
    if let id { member("id", id) }
    key("physicalLocation")
    open("{")
    key("artifactLocation")
    open("{")
    member("uri", SARIFText.uri(of: file))
    close("}")
    if let range {
      key("region")
      open("{")
      member("startLine", range.start.line)
      member("startColumn", range.start.column)
      if range.end != range.start {
        member("endLine", range.end.line)
        member("endColumn", range.end.column)
      }
      close("}")
    }
    close("}")
    if let text { message("message", text) }
    close("}")
  }
}

extension DiagnosticCode {
  /// What a code means, for whoever meets it in a list of rules.
  fileprivate var help: Bilingual {
    switch self {
    case .jsonEncoding:
      Bilingual(zh: "文件应为 UTF-8 编码的文字。", en: "The file must be text in UTF-8.")
    case .jsonSyntax: Bilingual(zh: "文件应为合法的 JSON。", en: "The file must be valid JSON.")
    case .jsonDepth:
      Bilingual(zh: "括号嵌套不得超过 128 层。", en: "Brackets must not be nested deeper than 128.")
    case .notAnObject:
      Bilingual(zh: "申报材料应为一个 JSON 对象。", en: "An application is one JSON object.")
    case .duplicateKey:
      Bilingual(zh: "同一对象里同一个键只能出现一次。", en: "A key must not stand twice in an object.")
    case .wrongType:
      Bilingual(zh: "值的类型应与键相符。", en: "A value must have the type that its key asks for.")
    case .unknownCode:
      Bilingual(zh: "代码应为所列各项之一。", en: "A code must be one of those listed.")
    case .badDate:
      Bilingual(zh: "日期应真实存在，写成 YYYY-MM-DD。", en: "A date is a real day, written YYYY-MM-DD.")
    case .outOfRange:
      Bilingual(zh: "数值应在允许的范围内。", en: "A number must lie in its range.")
    case .badFormat:
      Bilingual(zh: "文字应符合规定的形式。", en: "A text must have the form laid down.")
    case .inconsistent:
      Bilingual(zh: "所填事实不得互相矛盾。", en: "The facts given must not contradict each other.")
    case .missingBaseType:
      Bilingual(
        zh: "应填写创新基地类别 baseType，或用 --type 指定。",
        en: "A base type is wanted: baseType, or the option --type.")
    case .creditCodeCheck:
      Bilingual(
        zh: "统一社会信用代码的校验码应正确。", en: "The check character of a credit code must be right.")
    case .repeatedName:
      Bilingual(zh: "同一清单里同一名称出现了两次。", en: "A name stands twice in a list.")
    case .unknownKey:
      Bilingual(
        zh: "没有这个键，其内容未被读取；自用的键请以 x- 开头。",
        en: "There is no such key, and what it holds was not read; keys of your own begin with x-.")
    case .notInForce:
      Bilingual(
        zh: "申请日期不在该规则的适用期内。", en: "The application date is outside the rulebook's span.")
    case .rankedStranger:
      Bilingual(zh: "排序中有不在候选里的单位。", en: "The ranking names what is no candidate.")
    case .unknownReference:
      Bilingual(
        zh: "证明材料应写明所证明的事实路径或条款。",
        en: "A document must name the fact or the clause that it proves.")
    case .evidenceMissing:
      Bilingual(
        zh: "所附文件应放在申报材料所在的文件夹里。", en: "An attached file must be in the application's folder.")
    case .evidenceOutside:
      Bilingual(
        zh: "所附文件不得在申报材料所在的文件夹之外。",
        en: "An attached file must not be outside the application's folder.")
    case .evidenceNotAFile:
      Bilingual(zh: "所附材料应为普通文件。", en: "What is attached must be a regular file.")
    case .advice:
      Bilingual(zh: "规则给出的提示，不影响结论。", en: "A rulebook's advice, which no verdict hangs on.")
    case .ruleJSONEncoding, .ruleJSONSyntax, .ruleJSONDepth, .ruleDuplicateKey, .ruleWrongType,
      .ruleUnknownKey, .ruleMissingKey, .ruleMissingTranslation, .ruleBadValue, .ruleDuplicateID,
      .ruleUnknownFact, .ruleUnknownCode, .ruleUnknownOperator, .ruleTypeMismatch,
      .ruleOverlappingSpans:
      Bilingual(zh: "规则文件有误。", en: "A file of rules is wrong.")
    }
  }
}
