import RuleEngine

/// The words of tables, whatever the format.
package protocol TablePhrases: Phrases {}

extension TablePhrases {
  package var numberHeading: String { choose("序号", "No.") }
  package var clauseHeading: String { choose("条款", "Clause") }
  package var requirementHeading: String { choose("要求", "Requirement") }
  package var proofHeading: String { choose("证明材料", "Proof") }
  package var verdictHeading: String { choose("结论", "Verdict") }
  var remarksHeading: String { choose("说明", "Remarks") }
  var itemHeading: String { choose("项目", "Item") }
  var contentHeading: String { choose("内容", "Content") }
  var obstaclesHeading: String { choose("未符合的条款", "Clauses not met") }
  var diagnosticsHeading: String { choose("数据错误和警告", "Data errors and warnings") }

  func basis(_ basis: Criterion.Basis) -> String {
    switch basis {
    case .measured: choose("按数据核算", "computed")
    case .declared: choose("自我声明", "own declaration")
    }
  }

  func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: choose("错误", "error")
    case .warning: choose("警告", "warning")
    }
  }

  /// Where a value stands: 第 3 行第 5 列.
  func position(_ position: SourcePosition) -> String {
    choose(
      "第 \(position.line) 行第 \(position.column) 列",
      "line \(position.line), column \(position.column)")
  }
}

extension Diagnostic {
  /// `a.json:3:5: warning: message [code]`, as standard error has it.
  func line(source: String, in language: Language) -> String {
    "\(SafeText.of(source)):\(position.line):\(position.column): \(severity.rawValue): \(SafeText.of(text(in: language))) [\(codeName)]"
  }
}
