import Rules

// The words of the formats for documents and machines.
extension TextPhrases {
  private func pick(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  var number: String { pick("序号", "No.") }
  var clauseHeading: String { pick("条款", "Clause") }
  var requirementHeading: String { pick("要求", "Requirement") }
  var explanationHeading: String { pick("说明", "Explanation") }
  var itemHeading: String { pick("项目", "Item") }
  var contentHeading: String { pick("内容", "Content") }
  var problems: String { pick("错误和警告", "Errors and warnings") }
  var unreadable: String { pick("不能读取", "cannot be read") }
  var obstacles: String { pick("未符合的条款", "Clauses not met") }
  var proof: String { pick("证明材料", "Proof") }
  var reading: String { pick("采用的解读", "Reading chosen") }

  func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: pick("数据错误", "data error")
    case .warning: pick("警告", "warning")
    }
  }

  func basis(_ basis: Criterion.Basis) -> String {
    switch basis {
    case .measured: pick("计算", "measured")
    case .declared: pick("自我声明", "declared")
    }
  }

  /// Where a value stands: 第 3 行第 5 列.
  func position(_ position: SourcePosition) -> String {
    pick(
      "第 \(position.line) 行第 \(position.column) 列",
      "line \(position.line), column \(position.column)")
  }

  /// The verdict on a rulebook, or that there is none.
  func verdict(_ outcome: Outcome) -> String {
    switch outcome {
    case .eligible: verdict(Verdict.pass)
    case .ineligible: verdict(Verdict.fail)
    case .undetermined: verdict(Verdict.unknown)
    case .invalid: severity(.error)
    }
  }
}

extension Diagnostic {
  /// `a.json:3:5: warning: message [code]`, as standard error has it.
  func line(source: String, in language: Language) -> String {
    "\(SafeText.of(source)):\(position.line):\(position.column): \(severity.rawValue): \(SafeText.of(text(in: language))) [\(codeName)]"
  }
}
