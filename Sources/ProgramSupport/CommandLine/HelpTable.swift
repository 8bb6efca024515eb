import Reports
import Rules

/// Names and what they mean, in two columns.
package enum HelpTable {
  package static let width = 80

  /// A name that is too long has a line of its own.
  package static func lines(_ rows: [(name: String, words: String)]) -> [String] {
    let longest = rows.map(\.name.count).max() ?? 0
    let indent = longest > 12 ? 12 + longest / 2 : longest + 4
    var lines: [String] = []
    for (name, words) in rows {
      var head = DisplayWidth.pad("  " + name, to: indent)
      if name.count + 4 > indent {
        lines.append("  " + name)
        head = ""
      }
      for line in DisplayWidth.wrap(words, to: width - indent) {
        lines.append(DisplayWidth.pad(head, to: indent) + line)
        head = ""
      }
    }
    return lines
  }
}
