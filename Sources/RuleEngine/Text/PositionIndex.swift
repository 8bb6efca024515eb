/// Turns byte offsets of a text into lines and columns.
///
/// Only offsets are kept while reading; this index is made when a position is shown, in one pass,
/// and then answers in constant time, also in a line of many megabytes.
struct PositionIndex {
  /// Offsets at which lines begin.
  private var lineStarts: [UInt32] = []
  /// How many scalars begin before each block of 64 bytes.
  private var scalarsBefore: [UInt32] = []
  private var firstLine = 1
  private var hasMark = false

  private static let blockSize = 64

  mutating func rebuild(for text: SourceText) {
    firstLine = text.firstLine
    lineStarts.removeAll(keepingCapacity: true)
    scalarsBefore.removeAll(keepingCapacity: true)
    lineStarts.append(0)
    hasMark = text.storage.starts(with: UTF8Scan.byteOrderMark)
    text.storage.withUnsafeBytes { bytes in
      var scalars: UInt32 = 0
      scalarsBefore.reserveCapacity(text.count / Self.blockSize + 1)
      for start in stride(from: 0, through: text.count, by: Self.blockSize) {
        scalarsBefore.append(scalars)
        guard start + Self.blockSize <= text.count else { break }
        scalars &+=
          UInt32(Self.blockSize) &- UTF8Scan.continuationBytes(inBlock: bytes.baseAddress! + start)
      }
      if text.isOneLine { return }
      for offset in stride(from: 0, to: text.count, by: 8) {
        // The zero bytes after the text are no line feeds.
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        guard UTF8Scan.contains(0x0A, in: word) else { continue }
        for index in offset..<offset + 8 where bytes[index] == 0x0A {
          lineStarts.append(UInt32(truncatingIfNeeded: index + 1))
        }
      }
    }
  }

  /// The line and column of a byte offset of the text that this index was made for.
  func position(of offset: Int, in text: SourceText) -> SourcePosition {
    let line = lineStarts.count == 1 ? 0 : lineIndex(of: offset)
    let start = Int(lineStarts[line])
    var column = scalars(before: offset, in: text) - scalars(before: start, in: text) + 1
    if line == 0, hasMark, column > 1 { column -= 1 }
    return SourcePosition(line: firstLine + line, column: column)
  }

  /// The byte range of the line of an offset, without its line feed.
  func lineRange(at offset: Int, in text: SourceText) -> Range<Int> {
    let line = lineIndex(of: offset)
    var start = Int(lineStarts[line])
    if line == 0, hasMark { start = UTF8Scan.byteOrderMark.count }
    let end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) - 1 : text.count
    return min(start, end)..<end
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func scalars(before offset: Int, in text: SourceText) -> Int {
    let block = offset / Self.blockSize
    var count = Int(scalarsBefore[block])
    text.storage.withUnsafeBytes { bytes in
      var index = block * Self.blockSize
      while index + 8 <= offset {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        count &+= 8 &- UTF8Scan.continuationBytes(in: word)
        index &+= 8
      }
      while index < offset {
        if bytes[index] & 0xC0 != 0x80 { count &+= 1 }
        index &+= 1
      }
    }
    return count
  }
}
