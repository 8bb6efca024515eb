/// How far an interview has come: what the file says, and what was put aside.
///
/// Everything else follows from it and from the rules, so that going back is taking an earlier state.
public struct InterviewState: Sendable {
  /// The application, with the lists that are still being told under a key of their own.
  public internal(set) var text: SourceText
  /// The paths of what was asked and not answered.
  public internal(set) var skipped: Set<String> = []
  /// How many questions were not answered.
  public var skippedCount: Int { skipped.count }
  /// Whether the interview goes on after the answer is certain.
  public var goesOn = false
  let unfinished: UnfinishedLists

  init(_ text: SourceText, _ unfinished: UnfinishedLists) {
    self.text = text
    self.unfinished = unfinished
  }
}

/// Where an interview stands.
public struct Stand {
  /// The verdict; lists that are still being told count as far as they go.
  public let outcome: Outcome
  /// What is to be asked, or why nothing is.
  public let next: Next

  /// What comes next.
  public enum Next {
    case question(Question)
    /// No answer can change the verdict any more, though some can still change a clause's.
    case certain
    /// Nothing is left to ask but what was skipped, if anything was.
    case done
  }
}

/// Something to ask.
public struct Question: Sendable {
  /// The fact that is asked for; of a new entry of which nothing matters, the list.
  public let fact: Fact
  /// Where it stands, as `experts[3].leads`.
  public let path: String
  /// What can be answered, where that is one of several words.
  public let choices: [NamedCode]
  /// Of a list of codes of which one is unknown: those that are known.
  public let present: [NamedCode]
  /// Whether it is the first thing to tell of a new entry of a list.
  public let isNewEntry: Bool
  /// The list and its element that it is about.
  public let element: Element?
  /// Why it is asked.
  public let purpose: Purpose
  /// The list that is told, for `isNewEntry`.
  let list: Int?
  let steps: [JSONStep]

  /// An element of a list.
  public struct Element: Sendable {
    /// The list.
    public let list: Fact
    /// From 1.
    public let number: Int
    /// Its name, where it has been told.
    public let name: String?
  }

  /// Why something is asked.
  public enum Purpose: Sendable {
    /// It decides which clauses apply.
    case baseType
    /// It decides which rulebooks are checked.
    case programme
    /// It decides which version of a document governs.
    case version
    /// These depend on it: never none.
    case clauses([Reason])
    /// A list has to be told to its end, though more entries decide nothing.
    case completion
  }

  /// A clause that depends on the answer.
  public struct Reason: Sendable {
    /// The rulebook that it stands in.
    public let rulebook: Rulebook
    /// The clause.
    public let clause: Clause
    /// Its first criterion that does.
    public let criterion: Criterion
  }

  /// Whether it cannot be skipped: without a base type there is nothing to ask.
  public var isRequired: Bool { if case .baseType = purpose { true } else { false } }
}

/// What is said in reply to a question.
public enum Answer: Sendable {
  /// A value, as JSON.
  case value(String)
  /// A new entry of which nothing is said yet.
  case unnamedEntry
  /// The list has no further entries.
  case endOfList
  /// It is not known, or not now.
  case skip
}

extension Question {
  /// The form that a text must have.
  public var form: Words? { fact.form?.description }
  /// How a day is called that never was, where that can be said.
  public var never: Words? { fact.never }
  /// Whether a date may be given as a month.
  public var allowsMonth: Bool { fact.dayOfMonth != nil }

  /// What an answer means: the names of codes, a day as the file has it; nil where the answer itself
  /// is plain enough.
  public func meaning(of answer: Answer, in language: Language) -> String? {
    guard case .value(let json) = answer else { return nil }
    switch fact.type {
    case .code, .codes:
      let named = (present + choices).filter { json.holds(JSONFragment.quoted($0.name)) }
      let names = named.map { $0.label[language] }
      if names.isEmpty { return Bilingual(zh: "无", en: "none")[language] }
      return names.joined(separator: Bilingual(zh: "、", en: ", ")[language])
    case .date, .moment:
      let text = json.dropFirst().dropLast()
      return text == "never" ? never?[language] : String(text)
    case .count, .quantity: return json
    default: return nil
    }
  }
}
