import Rules

/// Hands out a file of lines piece by piece, each of whole lines, to any number of threads.
///
/// A piece is what one call of the system reads, so that a line that comes through a pipe is worked
/// on at once, and memory does not grow with the file.
final class LineSource: @unchecked Sendable {
  /// Whole lines of the file.
  struct Piece {
    /// From 0, in the order of the file.
    let number: Int
    /// The line of the file on which it begins, from 1.
    let firstLine: Int
    let bytes: [UInt8]
  }

  private let descriptor: Int32
  private let monitor = Monitor()
  private var pieceNumber = 0
  private var line = 1
  /// The beginning of a line whose end has not been read yet.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private(set) var failure: InputError?

  static let pieceSize = 1 << 18

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  func next() -> Piece? { monitor.locked { readPiece() } }

  private func readPiece() -> Piece? {
    if isAtEnd { return nil }
    var bytes = rest
    rest = []
    while true {
      let more: [UInt8]
      do throws(SystemError) {
        more = try FileReader.readSome(descriptor, atMost: Self.pieceSize)
      } catch {
        return fail(.system(error))
      }
      if more.isEmpty {
        isAtEnd = true
        return bytes.isEmpty ? nil : piece(bytes)
      }
      guard let last = more.lastIndex(of: 0x0A) else {
        bytes += more
        if bytes.count > SourceText.maximumCount { return fail(.tooLarge) }
        continue
      }
      bytes += more[...last]
      rest = Array(more[(last + 1)...])
      return piece(bytes)
    }
  }

  private func fail(_ error: InputError) -> Piece? {
    failure = error
    isAtEnd = true
    return nil
  }

  private func piece(_ bytes: [UInt8]) -> Piece {
    let piece = Piece(number: pieceNumber, firstLine: line, bytes: bytes)
    pieceNumber += 1
    line += bytes.withUnsafeBytes { bytes in
      var count = 0
      var start = 0
      while let end = bytes.firstLineFeed(from: start) {
        count += 1
        start = end + 1
      }
      return count
    }
    return piece
  }
}

extension UnsafeRawBufferPointer {
  /// The index of the first line feed at or after `start`.
  func firstLineFeed(from start: Int) -> Int? {
    guard let base = baseAddress, let found = memchr(base + start, 0x0A, count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }
}
