import Testing

@testable import RuleEngine

/// A text of a table in which marks such as `«trailingComma»` stand before the places that they
/// speak of, so that no one has to count columns.
struct MarkedText {
  struct Mark: Hashable {
    let name: String
    let offset: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []

  init(_ marked: String) {
    var name: String?
    for scalar in marked.unicodeScalars {
      switch (scalar, name) {
      case ("«", _): name = ""
      case ("»", let mark?):
        marks.append(Mark(name: mark, offset: bytes.count))
        name = nil
      case (_, let mark?): name = mark + String(Character(scalar))
      default: bytes.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    }
  }

  /// Bytes in hexadecimal, and marks, apart by blanks.
  init(hex: String) throws {
    for token in hex.split(separator: " ") {
      if token.hasPrefix("«") {
        marks.append(Mark(name: String(token.dropFirst().dropLast()), offset: bytes.count))
      } else {
        bytes.append(try #require(UInt8(token, radix: 16)))
      }
    }
  }

  /// The marks as `name line:column`, in the order of the text.
  var places: [String] {
    marks.map { "\($0.name) \(NaivePosition.of($0.offset, in: bytes).shown)" }
  }
}

/// Lines and columns by the contract's words, without any index.
enum NaivePosition {
  static func of(_ offset: Int, in bytes: [UInt8]) -> SourcePosition {
    var position = SourcePosition(line: 1, column: 1)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < offset {
      let byte = bytes[index]
      if byte == 0x0A {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {  // a scalar has one byte that continues none
        position.column += 1
      }
      index += 1
    }
    return position
  }
}

extension SourcePosition {
  /// `line:column`.
  var shown: String { "\(line):\(column)" }
}
