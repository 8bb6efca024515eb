/// An input that gave no report, or not all of its reports.
package struct UnreadInput: Sendable {
  /// For machines, as `cannot-read`.
  package let code: String
  /// For people, in the language of the output.
  package let text: String

  package init(code: String, text: String) {
    self.code = code
    self.text = text
  }
}
