import Digest
import Foundation

/// The page in pieces: what is the same in every page, and between that what the command puts in.
struct PageTemplate {
  enum Piece: Equatable {
    case text(String)
    /// By the name that the command has for it.
    case slot(String)
  }

  /// A comment of the file that something comes in the place of; each once.
  private enum Mark: String, CaseIterable {
    case policy, styles, options, payload, script
    var comment: String { "<!--\(rawValue)-->" }
  }

  private(set) var pieces: [Piece] = []

  /// - Parameters:
  ///   - file: the page itself.
  ///   - script: what is to run in it, beside its own scripts.
  ///   - styles: style sheets, in their order.
  init(_ file: PageFile, script: String, styles: [PageFile]) throws(Complaint) {
    for style in styles { try style.refuse(["</style", "<!--"], in: "style") }
    for mark in Mark.allCases { try Self.check(file, has: mark.comment) }
    try Self.check(file, has: Self.language)
    try Self.check(file, has: Self.title)
    let scripts = try Self.scripts(of: file) + [script]
    var rest = file.text[...]
    func upTo(_ mark: String) -> Piece {
      guard let range = rest.range(of: mark) else { return .text("") }
      defer { rest = rest[range.upperBound...] }
      return .text(String(rest[..<range.lowerBound]))
    }
    // In the order in which they come in the page, which the marks do not fix.
    while let (mark, _) = Self.next(in: rest) {
      pieces.append(upTo(mark))
      switch mark {
      case Self.language: pieces += [.text("<html lang=\""), .slot("language"), .text("\"")]
      case Self.title:
        pieces += [.text("<title>"), .slot("title")]
        rest = rest[(rest.range(of: "</title>")?.lowerBound ?? rest.startIndex)...]
      case Mark.policy.comment:
        pieces += [
          .text("<meta name=\"generator\" content=\"kczg-page "), .slot("version"),
          .text("\">\n" + Self.policy(scripts)),
        ]
      case Mark.styles.comment:
        pieces.append(.text("<style>\n" + styles.map(\.text).joined(separator: "\n") + "</style>"))
      case Mark.options.comment:
        pieces += [
          .text("<script id=\"options\" type=\"application/json\">"), .slot("options"),
          .text("</script>"),
        ]
      case Mark.payload.comment:
        pieces += [
          .text("<script id=\"module\" type=\"application/octet-stream\">"), .slot("engine"),
          .text("</script>\n<script id=\"rules\" type=\"application/octet-stream\">"),
          .slot("rules"), .text("</script>"),
        ]
      default: pieces.append(.text("<script>" + script + "</script>"))
      }
    }
    pieces.append(.text(String(rest)))
    pieces = Self.joined(pieces)
  }

  private static let language = "<html lang=\"zh-CN\""
  private static let title = "<title>"

  private static func check(_ file: PageFile, has mark: String) throws(Complaint) {
    let count = file.text.ranges(of: mark).count
    if count != 1 {
      throw Complaint(file: file.path, text: "it has \(mark) \(count) times, not once")
    }
  }

  /// The first of the marks in a text.
  private static func next(in text: Substring) -> (String, Range<String.Index>)? {
    (Mark.allCases.map(\.comment) + [language, title])
      .compactMap { mark in text.range(of: mark).map { (mark, $0) } }
      .min { $0.1.lowerBound < $1.1.lowerBound }
  }

  /// The contents of the scripts that the file itself has: for browsers that cannot read the other.
  private static func scripts(of file: PageFile) throws(Complaint) -> [String] {
    var scripts: [String] = []
    for match in file.text.matches(of: /(?i)<script([^>]*)>/) {
      guard match.1.isEmpty,
        let end = file.text[match.range.upperBound...].range(of: "</script>")
      else {
        throw Complaint(
          file: file.path, line: file.line(of: match.range.lowerBound),
          text: "a script of the page itself has no attributes, and ends with </script>")
      }
      scripts.append(String(file.text[match.range.upperBound..<end.lowerBound]))
    }
    return scripts
  }

  /// What the page may do: run these scripts and the engine, and show what it makes itself. It can
  /// neither load nor send anything.
  ///
  /// Browsers from before 2022 know only `unsafe-eval` for an engine to run; where the other word is
  /// known, the page's own script takes this one away before anything else.
  private static func policy(_ scripts: [String]) -> String {
    let hashes = scripts.map { script in
      "'sha256-\(Data(SHA256.digest(of: Array(script.utf8)[...])).base64EncodedString())'"
    }
    let directives = [
      "default-src 'none'",
      "script-src \(hashes.joined(separator: " ")) 'wasm-unsafe-eval' 'unsafe-eval'",
      // The documents that it shows to be printed bring their own, and are bound by this too.
      "style-src 'unsafe-inline'",
      "img-src data: blob:", "base-uri 'none'", "form-action 'none'",
    ]
    return
      "<meta http-equiv=\"Content-Security-Policy\" content=\"\(directives.joined(separator: "; "))\">"
  }

  private static func joined(_ pieces: [Piece]) -> [Piece] {
    pieces.reduce(into: []) { joined, piece in
      if case .text(let end) = piece, case .text(let start) = joined.last {
        joined[joined.count - 1] = .text(start + end)
      } else {
        joined.append(piece)
      }
    }
  }
}
