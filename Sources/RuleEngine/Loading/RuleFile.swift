/// A file of rules, and what is known of it beforehand.
package struct RuleFile: Sendable {
  let text: SourceText
  /// SHA-256 of its bytes, in hexadecimal; nil of a file that nobody has checked yet.
  let digest: String?

  /// A file that the build has read, and found good, with this very reader.
  package init(_ text: SourceText, digest: String) {
    self.text = text
    self.digest = digest
  }

  init(unchecked text: SourceText) {
    self.text = text
    digest = nil
  }
}
