/// An input that gave no report, or not all of its reports.
package struct UnreadInput: Sendable {
  /// What the input is called.
  package let name: String
  /// For machines, as `cannot-read`.
  package let code: String
  /// For people, in the language of the output.
  package let text: String

  package init(name: String, code: String, text: String) {
    self.name = name
    self.code = code
    self.text = text
  }
}
