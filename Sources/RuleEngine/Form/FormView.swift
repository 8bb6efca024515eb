/// What there is to show of a draft: the form with what is filled in, and what is found of it.
package struct FormView {
  /// Lists that are not complete count as far as they go. Good until the form's next call.
  package let report: Report
  package let sections: [Section]
  /// What is to be said and belongs to no field.
  package let notes: [Diagnostic]
  /// The fields that decide which rules are checked.
  package let choices: [String]

  package struct Section {
    /// Nil in a vocabulary that names no sections.
    package let title: Words?
    package let fields: [Field]
  }

  /// Something to fill in.
  package struct Field {
    /// As `staff.fullTime`; of a list, its own.
    package let path: String
    package let fact: Fact
    /// What can be chosen, where that is one of several words.
    package let choices: [NamedCode]
    /// The group that it is of.
    package let group: Words?
    /// Whether the rules that are chosen ask for it.
    package let isUsed: Bool
    /// Whether an open clause waits for it.
    package let isWanted: Bool
    package let cell: Cell
    package let reasons: [Reason]
    /// Of a list.
    package let rows: Rows?
  }

  /// What stands in a field.
  package struct Cell {
    /// Nil where nothing is said.
    package let value: FormValue?
    /// What was typed and could not be taken.
    package let entered: String?
    package let message: Message?

    package static let empty = Cell(value: nil, entered: nil, message: nil)
  }

  package struct Message {
    package let isError: Bool
    package let text: Bilingual
  }

  package struct Rows {
    package let columns: [Column]
    package let cells: [[Cell]]
    /// What is to be said of a row as a whole, by its number.
    package let messages: [Int: Message]
    /// Whether there are no others; nil where nothing is said of the list.
    package let isComplete: Bool?
  }

  package struct Column {
    package let fact: Fact
    package let isUsed: Bool
    package let reasons: [Reason]
    /// As a field of a row is named in its list: `name`.
    package var member: String { fact.memberPath }
  }

  /// A clause that reads a fact.
  package struct Reason {
    /// The rulebook's place in the report, and the clause's in it.
    package let rulebook: Int
    package let clause: Int
    /// How what is read is understood, where the law is silent.
    package let readings: [Words]
  }
}

extension Form {
  /// What there is to show of a draft.
  package func view(of draft: FormDraft) -> FormView {
    // A draft's text is always JSON.
    guard let editor = JSONEditor(draft.text) else { return FormView(empty: interview.report) }
    let (text, open) = draft.unfinished.told(in: editor)
    let report = interview.report
    interview.check(text, open: open, into: report)
    let programme = checker.programmeFact.flatMap { checker.code($0, of: report.application) }
    used.update(for: report, programme: programme, checker)
    let builder = FormViewBuilder(self, report, editor, draft)
    return builder.view()
  }

  /// The members of a list that can be filled in.
  func columnFacts(of list: Int) -> [Fact] {
    let number = vocabulary.facts[list].list
    return vocabulary.facts.filter {
      $0.location.list == number && $0.type != .group && $0.sources == nil && $0.list == nil
    }
  }
}

extension FormView {
  init(empty report: Report) {
    self.init(report: report, sections: [], notes: [], choices: [])
  }
}
