import Digest
import Foundation
import Testing

@testable import TestSupport

/// A page, taken apart.
struct WrittenPage {
  let text: String
  let settings: Settings
  /// The files of rules by their names, in their order.
  let rules: [(name: String, text: String)]
  let rulesLanguage: String

  struct Settings: Decodable {
    let language: String
    let title: String
    let stages: [String]?
    let text: String
  }

  private struct Header: Decodable {
    struct Part: Decodable {
      let name: String
      let count: Int
    }
    let op: String
    let language: String
    let parts: [Part]
  }

  init(_ text: String) throws {
    self.text = text
    let settings = try #require(Self.element("options", in: text))
    self.settings = try JSONDecoder().decode(Settings.self, from: Data(settings.utf8))
    let request = try Self.unpack("rules", in: text)
    let headerCount = (0..<4).reduce(0) { $0 | Int(request[$1]) << (8 * $1) }
    let header = try JSONDecoder().decode(Header.self, from: Data(request[4..<4 + headerCount]))
    #expect(header.op == "rules")
    rulesLanguage = header.language
    var start = 4 + headerCount
    rules = header.parts.map { part in
      defer { start += part.count }
      return (part.name, String(decoding: request[start..<start + part.count], as: UTF8.self))
    }
    #expect(start == request.count)
  }

  /// The contents of the script elements that a browser runs.
  var scripts: [String] {
    text.components(separatedBy: "<script>").dropFirst().compactMap {
      $0.range(of: "</script>").map { [text = $0] in String(text[..<$0.lowerBound]) }
    }
  }

  /// What an element carries.
  static func unpack(_ id: String, in text: String) throws -> [UInt8] {
    let packed = try #require(element(id, in: text).flatMap { Data(base64Encoded: $0) })
    let contents = [UInt8](packed.dropFirst(5))
    let bytes = packed.first == 0 ? contents : try LZMAReader.unpack(contents)
    let checksum = CRC32.checksum(of: bytes)
    #expect((0..<4).allSatisfy { packed[1 + $0] == UInt8(checksum >> (8 * UInt32($0)) & 0xFF) })
    return bytes
  }

  private static func element(_ id: String, in text: String) -> String? {
    guard let start = text.range(of: "<script id=\"\(id)\" type=\""),
      let open = text[start.upperBound...].firstIndex(of: ">"),
      let end = text[open...].range(of: "</script>")
    else { return nil }
    return String(text[text.index(after: open)..<end.lowerBound])
  }
}
