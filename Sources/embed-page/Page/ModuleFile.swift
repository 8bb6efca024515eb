import Foundation

/// A module of JavaScript: what it imports, what it exports, and the rest of it.
///
/// What a module may say of other modules is little, and stands at the beginning of a line:
/// `import { a, b } from "./x.js";`, also over several lines, and `export` before a function, a
/// class or a constant. All else is refused, since it would be put together wrongly.
struct ModuleFile {
  struct Import {
    let line: Int
    /// The module, as `PageFile.name` has it.
    let module: String
    let names: [String]
  }

  let file: PageFile
  private(set) var imports: [Import] = []
  private(set) var exports: [String] = []
  /// The lines without the imports, the word `export` and comments.
  private(set) var body: [String] = []

  init(_ file: PageFile) throws(Complaint) {
    self.file = file
    try file.refuse(["</script", "<!--"], in: "script")
    var lines = file.lines[...]
    while let line = lines.first {
      let number = lines.startIndex + 1
      if Self.begins(line, with: "import") {
        let statement = lines.prefix { !$0.contains(";") }.count + 1
        let words = lines.prefix(statement)
        lines = lines.dropFirst(statement)
        imports.append(try readImport(words.joined(separator: " "), at: number))
        body += [String](repeating: "", count: words.count)
        continue
      }
      lines = lines.dropFirst()
      if Self.begins(line, with: "export") {
        let declaration = line.dropFirst("export".count).drop { $0 == " " }
        exports.append(try readExport(declaration, at: number))
        body.append(String(declaration))
      } else {
        body.append(String(line))
      }
    }
    body = try Self.withoutComments(body, of: file)
  }

  private static func begins(_ line: Substring, with word: String) -> Bool {
    line.hasPrefix(word) && !(line.dropFirst(word.count).first?.isName ?? false)
  }

  private func readImport(_ statement: String, at line: Int) throws(Complaint) -> Import {
    guard let parts = statement.wholeMatch(of: /import\s*\{([^{}]*)\}\s*from\s*"([^"]*)"\s*;\s*/)
    else {
      throw Complaint(
        file: file.path, line: line, text: "write an import as import { a, b } from \"./x.js\";")
    }
    var names = parts.1.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    if names.last == "" { names.removeLast() }
    for name in names where name.isEmpty || !name.allSatisfy(\.isName) {
      throw Complaint(
        file: file.path, line: line,
        text: "\"\(name)\" is no name; what is imported keeps the name that it has")
    }
    guard let module = resolve(String(parts.2)) else {
      throw Complaint(
        file: file.path, line: line,
        text: "\"\(parts.2)\" is not the path of a module, as ./x.js is")
    }
    return Import(line: line, module: module, names: names)
  }

  private func readExport(_ declaration: Substring, at line: Int) throws(Complaint) -> String {
    let form =
      /(?:async\s+)?(?:function\s*\*?|class|const)\s+([\p{L}\p{N}_$]+)(?:[^\p{L}\p{N}_$].*)?/
    guard let parts = declaration.wholeMatch(of: form) else {
      throw Complaint(
        file: file.path, line: line,
        text: "write export before a function, a class or one constant, which others cannot change")
    }
    let name = String(parts.1)
    if exports.contains(name) {
      throw Complaint(file: file.path, line: line, text: "\"\(name)\" is exported twice")
    }
    return name
  }

  /// A path from this module, as one in the folder; nil where it is none or leads out of it.
  private func resolve(_ path: String) -> String? {
    guard path.hasPrefix("./") || path.hasPrefix("../"), path.hasSuffix(".js") else { return nil }
    var names = file.name.split(separator: "/").dropLast().map(String.init)
    for name in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch name {
      case "": return nil
      case ".": break
      case "..": if names.popLast() == nil { return nil }
      default: names.append(String(name))
      }
    }
    return names.joined(separator: "/")
  }
}

extension Character {
  /// Whether names have it.
  fileprivate var isName: Bool { isLetter || isNumber || self == "_" || self == "$" }
}
