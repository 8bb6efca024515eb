import Foundation
import Rules

/// The files of rules as the page hands them to the engine: a whole request, of a header and the
/// files (the length of the header stands before it).
struct RulesRequest: Encodable {
  private struct Part: Encodable {
    let name: String
    let count: Int
  }

  private let op = "rules"
  private let language: String
  private let parts: [Part]
  private let files: [SourceText]

  private enum CodingKeys: CodingKey { case op, language, parts }

  init(vocabulary: SourceText, rulebooks: [SourceText], language: Language) {
    self.language = language.rawValue
    files = [vocabulary] + rulebooks
    parts = files.enumerated().map { index, file in
      let name = index == 0 ? "vocabulary.json" : URL(filePath: file.name).lastPathComponent
      return Part(name: name, count: file.bytes.count)
    }
  }

  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let header = try? encoder.encode(self) else { preconditionFailure("strings are JSON") }
    var bytes: [UInt8] = []
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: header.count >> shift)) }
    bytes += header
    for file in files { bytes += file.bytes }
    return bytes
  }
}
