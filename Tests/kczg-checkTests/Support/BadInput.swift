import Foundation
import Testing

@testable import TestSupport

/// An application text and the diagnostics that it must give, from `Fixtures/bad-input`.
struct BadInput: Decodable, Sendable, CustomTestStringConvertible {
  struct Expected: Decodable, Sendable {
    let line: Int?
    let column: Int?
    let severity: String
    let code: String
    let path: String?
    let mentions: [String]?

    func matches(_ found: CheckReport.Diagnostic) -> Bool {
      found.severity == severity && found.code == code
        && (line == nil || line == found.line)
        && (column == nil || column == found.column)
        && (path == nil || path == found.path)
        && (mentions ?? []).allSatisfy(found.message.contains)
    }
  }

  let name: String
  private let text: String?
  private let hex: String?
  let arguments: [String]?
  /// Codes that may turn up besides, where the contract leaves that open.
  let alsoAllowed: [String]?
  let expect: [Expected]

  var testDescription: String { name }

  var bytes: Data {
    if let text { return Data(text.utf8) }
    var digits = (hex ?? "")[...]
    var result = Data()
    while let byte = UInt8(digits.prefix(2), radix: 16) {
      result.append(byte)
      digits = digits.dropFirst(2)
    }
    return result
  }

  static func load(_ table: String) throws -> [BadInput] {
    struct Table: Decodable { let cases: [BadInput] }
    let data = try Data(contentsOf: Package.fixture("bad-input/\(table).json"))
    return try JSONDecoder().decode(Table.self, from: data).cases
  }
}
