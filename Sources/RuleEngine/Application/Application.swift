/// An application, read against a vocabulary.
///
/// An object of this class can read one application after the other in the same memory; it is for
/// one thread at a time.
public final class Application {
  /// What the application can say.
  public let vocabulary: Vocabulary
  @exclusivity(unchecked) var contents: ApplicationContents

  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    contents = ApplicationContents(vocabulary)
  }

  /// Reads a text in place of what was read before.
  public func read(_ text: SourceText) { contents.read(text) }

  /// Reads one line of a larger text; `bytes` have no line feed.
  public func read(_ bytes: UnsafeRawBufferPointer, name: String, line: Int) {
    contents.read(bytes, name: name, line: line)
  }

  /// What was read last.
  public var text: SourceText { contents.text }

  /// What is wrong with the text itself: JSON, types, ranges, forms, keys. In the text's order.
  public var diagnostics: [Diagnostic] { contents.diagnostics }

  /// The line and column of a byte of the text.
  public func position(of offset: Int) -> SourcePosition { contents.position(of: offset) }

  /// Where a fact stands in the text; for one that is missing, the object in which it is missing.
  public func position(of reference: FactReference) -> SourcePosition {
    contents.position(of: reference)
  }

  /// Something to be said where a fact stands.
  func diagnostic(
    _ code: DiagnosticCode, at reference: FactReference, _ message: DiagnosticMessage
  ) -> Diagnostic {
    let offset = contents.offset(of: reference)
    return Diagnostic(
      code, at: offset, position(of: offset), path: vocabulary.path(of: reference), message)
  }

  /// What the program calls the list element that a fact is of, where it computed the list.
  public func elementName(of reference: FactReference) -> String? {
    let fact = vocabulary.fact(of: reference)
    guard reference.element >= 0, let list = fact.list ?? fact.location.list else { return nil }
    return contents.elementName(Int(reference.element), of: list)
  }

  /// Where a fact's value begins and ends; of one that is missing, the object in which it is
  /// missing; without a fact, the application.
  public func range(of reference: FactReference?) -> SourceRange {
    contents.range(of: reference)
  }

  /// The bytes of the line on which a byte of the text stands, without its line feed.
  public func lineRange(at offset: Int) -> Range<Int> { contents.lineRange(at: offset) }

  /// The text of a fact of the application's own; nil where it says none.
  public func string(_ path: String) -> String? { contents.string(path) }
}
