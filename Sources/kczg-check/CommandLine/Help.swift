import Reports
import Rules

/// What `--help` and `--version` print.
struct Help {
  static let version = "kczg-check \(Version.number)\n"

  let language: Language

  /// The help of a command; without one, of the program: its commands, and the first one's options.
  func text(of command: Command?) -> String {
    let shown = command ?? .check
    let manual = shown.manual
    var lines = usage(command.map { [$0] } ?? Command.allCases)
    lines += [""] + DisplayWidth.wrap(manual.description[language], to: HelpTable.width) + [""]
    if command == nil {
      lines.append(Self.commands[language])
      lines += HelpTable.lines(Command.allCases.map { ($0.name, $0.manual.summary[language]) })
      lines += ["", Self.options(of: shown)[language]]
    } else {
      lines.append(Self.options[language])
    }
    lines += HelpTable.lines(manual.options.map { ($0.usage, $0.summary[language]) })
    let statuses = Self.exitStatus[language] + manual.exitStatuses[language]
    lines += [""] + DisplayWidth.wrap(statuses, to: HelpTable.width)
    lines += ["", Self.examples[language]]
    lines += manual.examples.map { "  kczg-check " + $0[language] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let commands = Bilingual(
    zh: "命令（各有说明：kczg-check 命令 --help）：", en: "commands (kczg-check COMMAND --help says more):")
  private static let options = Bilingual(zh: "选项：", en: "options:")
  private static func options(of command: Command) -> Bilingual {
    Bilingual(zh: "\(command.name) 的选项：", en: "options of \(command.name):")
  }
  private static let exitStatus = Bilingual(zh: "退出状态：", en: "exit status: ")
  private static let examples = Bilingual(zh: "示例：", en: "examples:")
  private static let usage = Bilingual(zh: "用法：", en: "usage: ")

  private func usage(_ commands: [Command]) -> [String] {
    let head = Self.usage[language]
    return commands.enumerated().map { index, command in
      let start = index == 0 ? head : DisplayWidth.pad("", to: DisplayWidth.of(head))
      return start + command.usage[language]
    }
  }
}
