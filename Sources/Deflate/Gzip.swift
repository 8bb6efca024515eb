import Digest

/// Packs bytes as gzip does (RFC 1952): what browsers unpack with `DecompressionStream("gzip")`.
public enum Gzip {
  /// A gzip file of one member, without a name or a time, so that equal bytes give equal files.
  ///
  /// - Complexity: linear in the bytes; about a second for each 3 MB at `.small`.
  public static func pack(_ bytes: [UInt8], _ effort: Deflate.Effort = .small) -> [UInt8] {
    let (deflate, unknownSystem): (UInt8, UInt8) = (8, 255)
    var packed: [UInt8] = [0x1F, 0x8B, deflate, 0, 0, 0, 0, 0, 0, unknownSystem]
    packed += Deflate.compress(bytes, effort)
    packed.append(littleEndian: CRC32.checksum(of: bytes))
    packed.append(littleEndian: UInt32(truncatingIfNeeded: bytes.count))
    return packed
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian word: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      append(UInt8(truncatingIfNeeded: word >> UInt32(shift)))
    }
  }
}
