import Foundation

/// A JSON value whose numbers are kept as they are written, and whose keys keep their order.
indirect enum ExactJSON: Equatable {
  case null
  case bool(Bool)
  case number(ExactNumber)
  case string(String)
  case array([ExactJSON])
  case object([Member])

  struct Member: Equatable {
    let key: String
    let value: ExactJSON
  }

  enum Failure: Error { case syntax(at: Int) }

  /// Reads a text that is valid JSON; a byte-order mark is skipped.
  init(_ text: String) throws {
    var parser = Parser(text)
    self = try parser.document()
  }

  subscript(key: String) -> ExactJSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key.unicodeScalars.elementsEqual(key.unicodeScalars) }?.value
  }

  /// The value at a path such as `properties/applicant/type`.
  func at(_ path: String) -> ExactJSON? {
    path.split(separator: "/").reduce(Optional(self)) { $0?[String($1)] }
  }

  var members: [Member] { if case .object(let members) = self { members } else { [] } }
  var elements: [ExactJSON] { if case .array(let elements) = self { elements } else { [] } }
  var string: String? { if case .string(let text) = self { text } else { nil } }

  private struct Parser {
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
      bytes = Array(text.utf8)
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    mutating func document() throws -> ExactJSON {
      let value = try value()
      skipSpace()
      guard index == bytes.count else { throw Failure.syntax(at: index) }
      return value
    }

    private mutating func skipSpace() {
      while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    /// Whether the next character is this one, which is then passed.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws {
      guard take(character) else { throw Failure.syntax(at: index) }
    }

    private mutating func value() throws -> ExactJSON {
      if take("{") { return try object() }
      if take("[") { return try array() }
      guard index < bytes.count else { throw Failure.syntax(at: index) }
      if bytes[index] == 0x22 { return .string(try string()) }
      let end = bytes[index...].firstIndex { ",]} \t\r\n".utf8.contains($0) } ?? bytes.count
      let word = String(decoding: bytes[index..<end], as: UTF8.self)
      index = end
      switch word {
      case "null": return .null
      case "true": return .bool(true)
      case "false": return .bool(false)
      default:
        guard let number = ExactNumber(word) else { throw Failure.syntax(at: index) }
        return .number(number)
      }
    }

    private mutating func object() throws -> ExactJSON {
      var members: [Member] = []
      if take("}") { return .object(members) }
      repeat {
        skipSpace()
        let key = try string()
        try expect(":")
        members.append(Member(key: key, value: try value()))
      } while take(",")
      try expect("}")
      return .object(members)
    }

    private mutating func array() throws -> ExactJSON {
      var elements: [ExactJSON] = []
      if take("]") { return .array(elements) }
      repeat { elements.append(try value()) } while take(",")
      try expect("]")
      return .array(elements)
    }

    private mutating func string() throws -> String {
      let start = index
      index += 1
      while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
      guard index < bytes.count else { throw Failure.syntax(at: start) }
      index += 1
      return try JSONDecoder().decode(String.self, from: Data(bytes[start..<index]))
    }
  }
}

/// A decimal number, exactly.
struct ExactNumber: Comparable {
  private let isNegative: Bool
  /// Without zeros at either end; none for nothing.
  private let digits: [UInt8]
  /// The value is 0.DIGITS times ten to this power.
  private let exponent: Int

  init?(_ text: String) {
    guard let match = text.wholeMatch(of: #/(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?/#)
    else { return nil }
    let (whole, fraction) = (String(match.2), match.3.map(String.init) ?? "")
    guard let power = Int(match.4.map(String.init) ?? "0") else { return nil }
    let all = Array((whole + fraction).utf8)
    let kept = all.drop { $0 == 0x30 }
    let last = kept.lastIndex { $0 != 0x30 }
    digits = last.map { Array(kept[...$0]) } ?? []
    exponent = digits.isEmpty ? 0 : power + whole.utf8.count - (all.count - kept.count)
    isNegative = !match.1.isEmpty && !digits.isEmpty
  }

  var isInteger: Bool { digits.isEmpty || exponent >= digits.count }

  static func < (a: Self, b: Self) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? b.isSmaller(than: a) : a.isSmaller(than: b)
  }

  private func isSmaller(than other: Self) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    return exponent != other.exponent
      ? exponent < other.exponent : digits.lexicographicallyPrecedes(other.digits)
  }
}
