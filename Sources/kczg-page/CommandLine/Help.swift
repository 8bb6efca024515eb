import ProgramSupport
import Reports
import Rules

/// What `--help` and `--version` print.
struct Help {
  static let version = "kczg-page \(Version.number)\n"

  let language: Language

  var text: String {
    var lines = [Self.usage[language], ""]
    lines += DisplayWidth.wrap(Self.description[language], to: HelpTable.width)
    lines += ["", Self.options[language]]
    lines += HelpTable.lines(Option.all.map { ($0.usage, $0.summary[language]) })
    lines += [""] + DisplayWidth.wrap(Self.exitStatuses[language], to: HelpTable.width)
    lines += ["", Self.examples[language]]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let usage = Bilingual(
    zh: "用法：kczg-page [选项] --output 文件", en: "usage: kczg-page [options] --output FILE")
  private static let description = Bilingual(
    zh:
      "写出一个网页文件：双击打开即可填写，边填边看逐条结论，可打印、保存；不需要网络、服务器和安装，填写的内容不离开本机。规则写在文件里，可以转发。",
    en:
      "Writes one HTML file to be filled in: it opens with a double-click, says clause by clause what an application comes to as one types, prints and saves. It needs no network, server or installation, and what is typed stays on the machine. The rules are in the file, which can be passed on."
  )
  private static let options = Bilingual(zh: "选项：", en: "options:")
  private static let exitStatuses = Bilingual(
    zh: "退出状态：0 已写出；64 用法错误；70 程序故障；74 不能写出；78 规则有误。",
    en:
      "exit status: 0 written; 64 bad usage; 70 internal defect; 74 cannot write; 78 rules are wrong."
  )
  private static let examples = Bilingual(
    zh: """
      示例：
        kczg-page --output 自查.html
        kczg-page --type incubation --stage all --output 自查.html
        kczg-page --rules 规则/ --lang en --output self-check.html
      """,
    en: """
      examples:
        kczg-page --lang en --output self-check.html
        kczg-page --lang en --type incubation --stage all --output self-check.html
        kczg-page --rules DIR --output 自查.html
      """)
}
