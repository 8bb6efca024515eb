package import RuleEngine

/// The words that reports, screenings and lists have in common, in one language.
package protocol SharedPhrases {
  var language: Language { get }
}

// MARK: Punctuation

extension SharedPhrases {
  package var colon: String { Bilingual(zh: "：", en: ": ")[language] }
  var comma: String { Bilingual(zh: "，", en: ", ")[language] }
  var enumeration: String { Bilingual(zh: "、", en: ", ")[language] }
  package var semicolon: String { Bilingual(zh: "；", en: "; ")[language] }

  /// 名称（说明）
  func parenthesised(_ head: String, _ text: String) -> String {
    Bilingual(zh: "\(head)（\(text)）", en: "\(head) (\(text))")[language]
  }
}

// MARK: Tables

extension SharedPhrases {
  package var numberHeading: String { Bilingual(zh: "序号", en: "No.")[language] }
  package var clauseHeading: String { Bilingual(zh: "条款", en: "Clause")[language] }
  package var requirementHeading: String { Bilingual(zh: "要求", en: "Requirement")[language] }
  package var proofHeading: String { Bilingual(zh: "证明材料", en: "Proof")[language] }
  package var verdictHeading: String { Bilingual(zh: "结论", en: "Verdict")[language] }
  var remarksHeading: String { Bilingual(zh: "说明", en: "Remarks")[language] }
  var itemHeading: String { Bilingual(zh: "项目", en: "Item")[language] }
  var contentHeading: String { Bilingual(zh: "内容", en: "Content")[language] }
  var obstaclesHeading: String { Bilingual(zh: "未符合的条款", en: "Clauses not met")[language] }
  var diagnosticsHeading: String {
    Bilingual(zh: "数据错误和警告", en: "Data errors and warnings")[language]
  }
  package var file: String { Bilingual(zh: "申报文件", en: "File")[language] }
  package var applicant: String { Bilingual(zh: "依托单位", en: "Applicant")[language] }
  package var baseName: String { Bilingual(zh: "基地名称", en: "Base")[language] }
  package var baseType: String { Bilingual(zh: "基地类别", en: "Base type")[language] }
  var rulebook: String { Bilingual(zh: "规则", en: "Rulebook")[language] }

  /// What a criterion rests on, in a word.
  func basis(_ basis: Criterion.Basis) -> String {
    switch basis {
    case .measured: Bilingual(zh: "按数据核算", en: "computed")[language]
    case .declared: Bilingual(zh: "自我声明", en: "own declaration")[language]
    }
  }

  /// What a criterion of a rulebook rests on, in a sentence.
  func basis(_ basis: Criterion.Basis, of rulebook: Rulebook) -> String {
    let sentence =
      switch basis {
      case .measured: Bilingual(zh: "由所填数据计算", en: "computed from the facts given")
      case .declared where rulebook.about == nil:
        Bilingual(zh: "申报单位自我声明，以核实为准", en: "the applicant's own word, subject to verification")
      case .declared: Bilingual(zh: "自我声明，以核实为准", en: "its own word, subject to verification")
      }
    return sentence[language]
  }

  /// 警告：…… [unknown-key]，第 1 行第 164 列
  func line(_ diagnostic: Diagnostic) -> String {
    "\(severity(diagnostic.severity))\(colon)\(diagnostic.text(in: language)) [\(diagnostic.codeName)]"
      + comma + position(diagnostic.position)
  }

  func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: Bilingual(zh: "错误", en: "error")[language]
    case .warning: Bilingual(zh: "警告", en: "warning")[language]
    }
  }

  /// Where a value stands: 第 3 行第 5 列.
  func position(_ position: SourcePosition) -> String {
    Bilingual(
      zh: "第 \(position.line) 行第 \(position.column) 列",
      en: "line \(position.line), column \(position.column)")[language]
  }
}

// MARK: Answers

extension SharedPhrases {
  /// How a day or a minute is written, and what else can stand there; nothing for other facts.
  package func hintsOnTime(_ fact: Fact) -> [String] {
    var hints: [Bilingual] = []
    switch fact.type {
    case .date:
      hints.append(Bilingual(zh: "日期，如 2022年5月20日", en: "a date, such as 2022-05-20"))
      if fact.dayOfMonth != nil { hints.append(Bilingual(zh: "也可只写年月", en: "or a month")) }
      if let never = fact.never {
        hints.append(Bilingual(zh: "\(never[.zh])的答 从未", en: "if \(never[.en]), answer never"))
      }
    case .moment:
      hints.append(
        Bilingual(zh: "北京时间，如 2022年5月27日18:00", en: "Beijing time, such as 2022-05-27 18:00"))
    default: break
    }
    return hints.map { $0[language] }
  }
}

// MARK: Verdicts

extension SharedPhrases {
  package func sign(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "✓"
    case .fail: "✗"
    case .unknown: "?"
    }
  }

  package func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: Bilingual(zh: "符合", en: "pass")[language]
    case .fail: Bilingual(zh: "不符合", en: "fail")[language]
    case .unknown: Bilingual(zh: "待定", en: "unknown")[language]
    }
  }

  /// A sign and the word for a verdict.
  func mark(_ verdict: Verdict) -> String { "\(sign(verdict)) \(self.verdict(verdict))" }

  /// The word for an outcome; nil stands for what could not be read.
  func name(of outcome: Outcome?) -> String {
    switch outcome {
    case .eligible: Bilingual(zh: "符合", en: "eligible")[language]
    case .ineligible: Bilingual(zh: "不符合", en: "not eligible")[language]
    case .undetermined: Bilingual(zh: "待定", en: "undetermined")[language]
    case .invalid: Bilingual(zh: "数据错误", en: "data errors")[language]
    case nil: Bilingual(zh: "不能读取", en: "cannot be read")[language]
    }
  }

  /// A sign and the word for an outcome.
  package func mark(_ outcome: Outcome?) -> String {
    let sign =
      switch outcome {
      case .eligible: sign(.pass)
      case .ineligible: sign(.fail)
      case .undetermined: sign(.unknown)
      case .invalid, nil: "!"
      }
    return "\(sign) \(name(of: outcome))"
  }
}

extension Verdict {
  /// The verdict that an outcome stands for.
  package init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .eligible: .pass
      case .ineligible, .invalid: .fail
      case .undetermined: .unknown
      }
  }

  /// The word for it in machine formats.
  package var name: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .unknown: "unknown"
    }
  }
}
