/// The page as it was built: in pieces, with gaps for what the command knows.
enum PageContents {
  enum Piece {
    case text(StaticString)
    case slot(Slot)
  }

  /// What comes into a gap, in the form in which it has to stand there.
  enum Slot {
    /// A language tag.
    case language
    /// Text of HTML.
    case title
    case version
    /// JSON that no browser takes for the end of a script.
    case options
    /// A payload in base64.
    case engine, rules
  }
}
