/// An application that is being filled in, in any order.
///
/// Its text is all there is of it: answers that could not be taken and lists that are not complete
/// stand in it under keys that begin with `x-`.
package struct FormDraft: Sendable {
  /// The application as JSON.
  package internal(set) var text: SourceText
  let unfinished: UnfinishedLists
}

/// A change to an application that is being filled in. Fields are named by paths, as `staff.fullTime`
/// or `tenants[3].name`; rows are numbered from 0.
package enum FormEdit: Sendable {
  /// What was typed into a field; nothing but white space takes the answer away.
  case answer(String, entered: String)
  /// The codes that are ticked; nil: nothing is said.
  case codes(String, [String]?)
  /// That a text has nothing to say, which is an answer.
  case none(String, isNone: Bool)
  case addRow(list: String)
  case removeRow(list: String, row: Int)
  case copyRow(list: String, row: Int)
  case moveRow(list: String, row: Int, to: Int)
  /// Sorts by a member.
  case sort(list: String, member: String, isDescending: Bool)
  /// Whether a list says all that there is; without rows, that there is none.
  case complete(list: String, isComplete: Bool)
  /// Takes a list away: nothing is said of it.
  case clear(list: String)
  /// Adds the rows of a table. Per column a member, or nothing.
  case paste(list: String, text: String, columns: [String?], hasHeader: Bool)
}
