import Foundation
import Testing

@testable import TestSupport

/// A Markdown file of the package, and the fenced blocks in it.
///
/// What a block is for is its info string; what the test must know besides and no reader needs
/// stands in comments directly above it, as `<!-- through: head -n 20 -->`.
struct Paper: CustomTestStringConvertible {
  /// A block between two fences.
  struct Block {
    let kind: String
    /// The comments above it, by their first word.
    let notes: [String: String]
    /// Of the first line between the fences, from 1.
    let line: Int
    let body: String
    /// Of the lines between the fences, in the paper's lines.
    fileprivate let lines: Range<Int>
  }

  /// The path in the package.
  let name: String
  let text: String
  let blocks: [Block]

  var testDescription: String { name }
  var file: URL { Package.root.appending(path: name) }

  /// Every Markdown file there is, in order.
  static let all: [Paper] = {
    let folders = ["Sources", "Tests", "rules", "samples"]
    let files = folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: Package.root.appending(path: folder).path)?
        .compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
    }
    return (["README.md"] + files.sorted()).compactMap { try? Paper($0) }
  }()

  init(_ name: String) throws {
    self.name = name
    let text = try String(contentsOf: Package.root.appending(path: name), encoding: .utf8)
    self.text = text
    let lines = text.components(separatedBy: "\n")
    var blocks: [Block] = []
    var notes: [String: String] = [:]
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if let note = line.wholeMatch(of: /<!-- (\w+): (.*) -->/) {
        notes[String(note.1)] = String(note.2)
        continue
      }
      if line.hasPrefix("```") {
        let end = lines[index...].firstIndex(of: "```") ?? lines.count
        blocks.append(
          Block(
            kind: String(line.dropFirst(3)), notes: notes, line: index + 1,
            body: lines[index..<end].joined(separator: "\n"), lines: index..<end))
        index = end + 1
      }
      notes = [:]
    }
    self.blocks = blocks
  }

  /// The cells of its tables, row by row.
  var rows: [[String]] {
    text.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.components(separatedBy: "|").dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What a link calls its headings: in small letters, without punctuation.
  var headings: [String] {
    text.matches(of: /\n#+ (.*)/).map { heading in
      heading.1.lowercased().filter { $0.isLetter || $0.isNumber || "- _".contains($0) }
        .replacing(" ", with: "-")
    }
  }

  /// The text with other bodies in its blocks.
  func text(with bodies: [String]) -> String {
    var lines = text.components(separatedBy: "\n")
    for (block, body) in zip(blocks, bodies).reversed() {
      lines.replaceSubrange(block.lines, with: body.components(separatedBy: "\n"))
    }
    return lines.joined(separator: "\n")
  }
}
