/// Tells a text in another encoding from UTF-8 with a slip in it.
enum JSONEncodingGuess {
  /// The problems to tell: where the whole text is in another encoding, just that.
  static func refine(
    _ problems: [(problem: JSONProblem, offset: Int)], of text: SourceText
  ) -> [(problem: JSONProblem, offset: Int)] {
    guard !problems.isEmpty else { return problems }
    if let encoding = wideEncoding(of: text) { return [(.wrongEncoding(encoding), 0)] }
    if let bad = problems.first(where: { $0.problem == .notUTF8 }), isGBK(text) {
      return [(.wrongEncoding(.gbk), bad.offset)]
    }
    return problems
  }

  /// UTF-16 or UTF-32, by their marks or by the zero bytes of their ASCII characters.
  private static func wideEncoding(of text: SourceText) -> JSONProblem.Encoding? {
    let start = Array(text.bytes.prefix(4))
    guard start.count >= 2 else { return nil }
    if start == [0, 0, 0xFE, 0xFF] || start == [0xFF, 0xFE, 0, 0] { return .utf32 }
    if start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE]) { return .utf16 }
    let zeros = start.map { $0 == 0 }
    switch zeros {
    case [true, true, true, false], [false, true, true, true]: return .utf32
    case [true, false, true, false], [false, true, false, true], [true, false, false, false],
      [false, true, false, false], [true, false], [false, true]:
      return .utf16
    default: return nil
    }
  }

  /// Whether all that is not ASCII is made of GBK's pairs, and most of it is not UTF-8.
  private static func isGBK(_ text: SourceText) -> Bool {
    let (high, wellFormed) = text.storage.withUnsafeBufferPointer { bytes in
      var (high, wellFormed, index) = (0, 0, 0)
      while index < text.count {
        let length = bytes[index] < 0x80 ? 0 : UTF8Scan.scalarLength(at: bytes.baseAddress! + index)
        if bytes[index] >= 0x80 { high += max(length, 1) }
        wellFormed += length
        index += max(length, 1)
      }
      return (high, wellFormed)
    }
    guard wellFormed * 2 < high else { return false }
    var bytes = text.bytes.makeIterator()
    while let lead = bytes.next() {
      guard lead >= 0x80 else { continue }
      guard (0x81...0xFE).contains(lead), let trail = bytes.next(), (0x40...0xFE).contains(trail),
        trail != 0x7F
      else { return false }
    }
    return true
  }
}
