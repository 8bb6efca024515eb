import Digest
import Foundation

/// `embed-rules OUTPUT FILE…`: writes a Swift source that holds the files and their digests.
///
/// A file becomes one string literal, which compiles at once where an array of bytes takes long.
let (output, files) = (CommandLine.arguments[1], CommandLine.arguments.dropFirst(2))

func literal(_ text: String) -> String {
  var fence = "#"
  while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  // The compiler would take a carriage return for the end of a line and drop it.
  let lines = text.replacing("\r", with: "\\\(fence)r")
  return "\(fence)\"\"\"\n\(lines)\n\"\"\"\(fence)"
}

var source = "extension BuiltInFiles {\n  static let all: [BuiltInFile] = [\n"
for file in files {
  let bytes = try Data(contentsOf: URL(filePath: file))
  guard let text = String(validating: bytes, as: UTF8.self) else {
    print("\(file): error: not UTF-8; save the file as UTF-8")
    exit(1)
  }
  let name = URL(filePath: file).lastPathComponent
  source += "BuiltInFile(name: \"\(name)\", contents: \(literal(text))),\n"
}
source += "  ]\n}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
