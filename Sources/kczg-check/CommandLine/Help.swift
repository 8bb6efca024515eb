import Reports
import Rules

/// What `--help` and `--version` print.
struct Help: Phrases {
  static let version = "kczg-check \(Version.number)\n"
  private static let width = 80

  let language: Language

  /// The help of a command; without one, of the program: its commands, and the first one's options.
  func text(of command: Command?) -> String {
    let shown = command ?? .check
    var lines = usage(command.map { [$0] } ?? Command.all)
    lines += [""] + DisplayWidth.wrap(choose(shown.description), to: Self.width) + [""]
    if command == nil {
      lines.append(
        choose("命令（各有说明：kczg-check 命令 --help）：", "commands (kczg-check COMMAND --help says more):"))
      lines += table(Command.all.map { ($0.name, choose($0.summary)) })
      lines += ["", choose("\(shown.name) 的选项：", "options of \(shown.name):")]
    } else {
      lines.append(choose("选项：", "options:"))
    }
    lines += table(shown.options.map { ($0.usage, choose($0.zh, $0.en)) })
    let statuses = choose("退出状态：", "exit status: ") + choose(shown.exitStatuses)
    lines += [""] + DisplayWidth.wrap(statuses, to: Self.width)
    lines += ["", choose("示例：", "examples:")]
    lines += shown.examples.map { "  kczg-check " + choose($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func usage(_ commands: [Command]) -> [String] {
    let head = choose("用法：", "usage: ")
    return commands.enumerated().map { index, command in
      let start = index == 0 ? head : DisplayWidth.pad("", to: DisplayWidth.of(head))
      return start + command.usage(in: language)
    }
  }

  /// Names and what they mean; a name that is too long has a line of its own.
  private func table(_ rows: [(name: String, words: String)]) -> [String] {
    let longest = rows.map(\.name.count).max() ?? 0
    let indent = longest > 12 ? 12 + longest / 2 : longest + 4
    var lines: [String] = []
    for (name, words) in rows {
      var head = DisplayWidth.pad("  " + name, to: indent)
      if name.count + 4 > indent {
        lines.append("  " + name)
        head = ""
      }
      for line in DisplayWidth.wrap(words, to: Self.width - indent) {
        lines.append(DisplayWidth.pad(head, to: indent) + line)
        head = ""
      }
    }
    return lines
  }

  private func choose(_ words: Bilingual) -> String { choose(words.zh, words.en) }
}

extension Command {
  /// `kczg-check screen [options] CANDIDATE…`
  func usage(in language: Language) -> String {
    let word = name == Command.check.name ? "[\(name)]" : name
    let options = language == .zh ? "[选项]" : "[options]"
    let words = ["kczg-check", word, options, language == .zh ? inputs?.zh : inputs?.en]
    return words.compactMap { $0 }.joined(separator: " ")
  }
}

extension Option {
  /// `--rulebook ID`
  fileprivate var usage: String { value.map { "\(name) \($0)" } ?? name }
}
