/// Numbers that run through a whole output: which ones a part of it takes, counted from its own
/// beginning, and where in its bytes they go.
struct RunningNumbers {
  /// How many the part takes.
  private(set) var count = 0
  private var places: [(offset: Int, number: Int)] = []

  /// Takes the next number.
  ///
  /// - Parameter offset: where it goes; nil where it is not written.
  mutating func next(at offset: Int?) {
    count += 1
    if let offset { places.append((offset, count)) }
  }

  mutating func removeAll() {
    count = 0
    places.removeAll(keepingCapacity: true)
  }

  /// Writes the part's bytes with the numbers in their places, after so many of earlier parts.
  func fill(_ bytes: ByteBuffer, after earlier: Int, to output: ByteBuffer) {
    bytes.withBytes { bytes in
      var start = 0
      for (offset, number) in places {
        output.append(UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
        output.append(decimal: earlier + number)
        start = offset
      }
      output.append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
  }
}
