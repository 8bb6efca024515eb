/// Turns a string's bytes into what they mean.
enum JSONDecoding {
  /// The UTF-8 of a string without its quotes; escapes are undone.
  static func bytes(of node: JSONNode, in text: SourceText) -> [UInt8] {
    let raw = text.storage[Int(node.start) + 1..<Int(node.start + node.length) - 1]
    guard node.needsDecoding else { return Array(raw) }
    return raw.withUnsafeBufferPointer { unescape($0) }
  }

  static func string(of node: JSONNode, in text: SourceText) -> String {
    if node.needsDecoding { return String(decoding: bytes(of: node, in: text), as: UTF8.self) }
    return text.storage.withUnsafeBufferPointer { bytes in
      let range = Int(node.start) + 1..<Int(node.start + node.length) - 1
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
  }

  /// A UTF-16 unit of four hexadecimal digits.
  static func hexUnit(at pointer: UnsafePointer<UInt8>) -> UInt32? {
    var unit: UInt32 = 0
    for index in 0..<4 {
      let byte = pointer[index]
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return unit
  }

  /// Undoes the escapes of a string that the scanner found good.
  private static func unescape(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      guard byte == 0x5C, index + 1 < raw.count else {
        result.append(byte)
        index += 1
        continue
      }
      let escape = raw[index + 1]
      index += 2
      switch escape {
      case 0x62: result.append(0x08)
      case 0x66: result.append(0x0C)
      case 0x6E: result.append(0x0A)
      case 0x72: result.append(0x0D)
      case 0x74: result.append(0x09)
      case 0x75: index = appendUnit(at: index, of: raw, to: &result)
      default: result.append(escape)
      }
    }
    return result
  }

  private static func appendUnit(
    at start: Int, of raw: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]
  ) -> Int {
    func unit(at index: Int) -> UInt32? {
      guard index + 4 <= raw.count, let base = raw.baseAddress else { return nil }
      return hexUnit(at: base + index)
    }
    guard var value = unit(at: start) else { return start }
    var index = start + 4
    if value >> 10 == 0x36, let low = unit(at: index + 2) {
      value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      index += 6
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    result.append(contentsOf: Array(String(Character(scalar)).utf8))
    return index
  }
}

extension KeyTable {
  /// The number of the key that a string of a text is.
  @inline(__always)
  func find(_ string: JSONNode, in text: SourceText) -> Int? {
    if string.needsDecoding { return find(JSONDecoding.bytes(of: string, in: text)) }
    return text.storage.withUnsafeBufferPointer {
      find($0.baseAddress! + Int(string.start) + 1, count: Int(string.length) &- 2)
    }
  }
}
