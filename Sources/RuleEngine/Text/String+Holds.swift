extension String {
  /// Whether `part` stands somewhere in it. (Embedded Swift has no `contains` of a string.)
  func holds(_ part: String) -> Bool {
    let (text, part) = (Array(utf8), Array(part.utf8))
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }
}
