/// What can be wrong with a text that should be JSON.
public enum JSONProblem: Hashable, Sendable {
  case emptyText
  case expectedValue(found: Found)
  case expectedKey(found: Found)
  case expectedColon(found: Found)
  case expectedCommaOrClosing(Closing, found: Found)
  case wrongClosing(expected: Closing)
  case trailingComma(before: Closing)
  /// The text ends inside a container, whose opening bracket stands at a byte offset.
  case notClosed(Closing, opened: Int)
  case textAfterEnd
  case stringNotClosed
  case controlCharacterInString(UInt8)
  case badEscape
  case badNumber
  case comment
  /// A character of full-width punctuation where JSON wants the ASCII one.
  case fullWidth(Unicode.Scalar, instead: String)
  /// A quotation mark that JSON does not know: `'`, `“`, `‘`.
  case wrongQuote(Unicode.Scalar)
  case wrongWord(instead: String)
  case tooManyProblems

  case notUTF8
  case loneSurrogate
  case wrongEncoding(Encoding)

  case tooDeep

  /// A container's closing bracket.
  public enum Closing: UInt8, Sendable {
    case brace = 0x7D
    case bracket = 0x5D
  }

  /// What stands where something else should.
  public enum Found: Hashable, Sendable {
    case end
    case character(Unicode.Scalar)
  }

  /// An encoding that a text seems to have instead of UTF-8.
  public enum Encoding: String, Sendable {
    case gbk = "GBK"
    case utf16 = "UTF-16"
    case utf32 = "UTF-32"
  }
}

extension JSONProblem {
  /// The byte of the bracket that the problem speaks of.
  var openedOffset: Int? {
    if case .notClosed(_, let opened) = self { opened } else { nil }
  }
}
