/// Packs bytes as small as can be, in the format of `.lzma` files: a third smaller than gzip where
/// there is as much to see as in a program. The same bytes always in the same way.
public enum LZMA {
  /// How many bits of the byte before pick the model of a literal; the other two contexts of the
  /// format, which are for data in words, are not used.
  static let literalContextBits = 3
  private static let headerCount = 13

  /// A whole file: the properties, the size of the window, the size of the contents, and those.
  ///
  /// - Complexity: linear in the bytes; about three seconds for each megabyte.
  public static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var window = 1 << 12
    while window < bytes.count { window <<= 1 }
    var packed: [UInt8] = [UInt8(literalContextBits)]
    for shift in stride(from: 0, to: 32, by: 8) {
      packed.append(UInt8(truncatingIfNeeded: window >> shift))
    }
    for shift in stride(from: 0, to: 64, by: 8) {
      packed.append(UInt8(truncatingIfNeeded: bytes.count >> shift))
    }
    bytes.withUnsafeBufferPointer { bytes in
      var encoder = Encoder(bytes)
      var parser = Parser(bytes)
      while let steps = parser.next(encoder.model, encoder.state) {
        for step in steps { encoder.write(step) }
      }
      packed += encoder.finish()
    }
    return packed
  }
}
