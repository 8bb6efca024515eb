import Foundation

extension ModuleFile {
  /// The lines of a module without those that only people read: empty ones, and comments that have
  /// lines of their own.
  ///
  /// It takes lines for what they look like. Therefore texts that go over several lines, which may
  /// look like anything, are refused.
  static func withoutComments(_ lines: [String], of file: PageFile) throws(Complaint) -> [String] {
    var kept: [String] = []
    var commentStart: Int?
    for (index, line) in lines.enumerated() {
      let text = line.trimmingCharacters(in: .whitespaces)
      if commentStart == nil, text.hasPrefix("/*"), !text.dropLast(2).contains("*/") {
        commentStart = index
      }
      if let start = commentStart {
        guard text.contains("*/") else { continue }
        guard text.hasSuffix("*/") else {
          throw Complaint(
            file: file.path, line: start + 1,
            text: "a comment that begins with a line ends with one too")
        }
        commentStart = nil
        continue
      }
      if text.isEmpty || text.hasPrefix("//") { continue }
      if text.count(where: { $0 == "`" }) % 2 == 1 || text.hasSuffix("\\") {
        throw Complaint(
          file: file.path, line: index + 1, text: "a text ends on the line on which it begins")
      }
      kept.append(line)
    }
    return kept
  }
}
