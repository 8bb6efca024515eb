import Foundation
import LZMA
import Reports
import Rules

/// The page, with everything that it needs in it.
struct Page {
  let engine: StaticString
  let settings: PageSettings
  let language: Language
  let rules: RulesRequest

  /// What stands near the beginning of a page: by it the program knows its own again.
  static let mark = "<meta name=\"generator\" content=\"kczg-page "
  /// In so many bytes.
  static let markRoom = 1024

  /// Packing takes too long in a program that is not optimized.
  private static var isSmall: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ text: StaticString) {
      bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }
    for piece in PageContents.pieces {
      switch piece {
      case .text(let text): append(text)
      case .slot(.engine): append(engine)
      case .slot(.rules):
        bytes += Data(Payload.bytes(rules.bytes, isSmall: Self.isSmall)).base64EncodedData()
      case .slot(.language): bytes += language.tag.utf8
      case .slot(.title): bytes += settings.title.utf8
      case .slot(.version): bytes += Version.number.utf8
      case .slot(.options): bytes += settings.scriptText.utf8
      }
    }
    return bytes
  }
}
