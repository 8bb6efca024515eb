import Digest
import Foundation
import RuleEngine

/// The files of rules/: the vocabulary and the rulebooks.
struct RulesFolder {
  private static let vocabularyName = "vocabulary.json"

  /// A file, as it is built in and as it is named where it is wrong.
  private struct File {
    let name: String
    let text: SourceText
  }

  /// In byte order of their names.
  private let files: [File]

  /// Reads the files.
  ///
  /// - Throws: `Complaints` of what cannot be read, and of what is no file of rules: it would be left
  ///   out without a word.
  init(paths: [String]) throws(Complaints) {
    var complaints = Complaints()
    var files: [File] = []
    for path in paths {
      guard path.hasSuffix(".json") else {
        complaints.add(
          path, "rules are files named *.json; rename it, or move it out of rules/",
          code: "rule-not-json")
        continue
      }
      guard let bytes = FileManager.default.contents(atPath: path) else {
        complaints.add(path, "it cannot be read", code: "rule-cannot-read")
        continue
      }
      let name = URL(filePath: path).lastPathComponent
      files.append(File(name: name, text: SourceText(name: path, bytes: bytes)))
    }
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    guard complaints.lines.isEmpty else { throw complaints }
    self.files = files
  }

  /// Reads the rules as the program does.
  ///
  /// - Throws: `Complaints` of everything that is wrong in any of the files.
  func check() throws(Complaints) {
    var complaints = Complaints()
    let rulebooks = files.filter { $0.name != Self.vocabularyName }
    guard let vocabulary = files.first(where: { $0.name == Self.vocabularyName }),
      !rulebooks.isEmpty
    else {
      complaints.add(
        "rules", "it has no \(Self.vocabularyName), or no rulebook", code: "rule-cannot-read")
      throw complaints
    }
    do throws(RuleErrors) {
      _ = try RuleLibrary(
        vocabulary: vocabulary.text, rulebooks: rulebooks.map { $0.text }, areAll: true)
    } catch {
      complaints.add(error)
      throw complaints
    }
  }

  /// The Swift source that holds the files.
  var source: String {
    var source = "extension BuiltInFiles {\n  static let all: [BuiltInFile] = [\n"
    for file in files {
      let text = String(decoding: file.text.bytes, as: UTF8.self)
      let digest = SHA256.hexDigest(of: file.text.bytes)
      source +=
        "BuiltInFile(name: \"\(file.name)\", digest: \"\(digest)\", contents: "
        + Self.literal(text) + "),\n"
    }
    return source + "  ]\n}\n"
  }

  /// A string literal; it compiles at once where an array of bytes takes long.
  private static func literal(_ text: String) -> String {
    var fence = "#"
    while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    // The compiler would take a carriage return for the end of a line and drop it.
    let lines = text.replacing("\r", with: "\\\(fence)r")
    return "\(fence)\"\"\"\n\(lines)\n\"\"\"\(fence)"
  }
}
