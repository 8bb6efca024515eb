import Digest

/// How the page carries bytes in its text: 0 or 1, the checksum of the bytes, and the bytes, as they
/// are or packed.
public enum Payload {
  /// - Parameter isSmall: whether they are packed, which takes long in a program that is not optimized.
  public static func bytes(_ bytes: [UInt8], isSmall: Bool) -> [UInt8] {
    var payload: [UInt8] = [isSmall ? 1 : 0]
    let checksum = CRC32.checksum(of: bytes)
    for shift: UInt32 in [0, 8, 16, 24] {
      payload.append(UInt8(truncatingIfNeeded: checksum >> shift))
    }
    return payload + (isSmall ? LZMA.pack(bytes) : bytes)
  }
}
