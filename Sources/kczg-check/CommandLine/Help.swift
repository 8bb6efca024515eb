import Rules

/// What `--help` and `--version` print.
enum Help {
  static let version = "kczg-check 1.0.0\n"

  static func text(in language: Language) -> String {
    let width = 12 + (OptionTable.entries.map { usage($0).count }.max() ?? 0) / 2
    var lines = language == .zh ? zhHead : enHead
    for entry in OptionTable.entries {
      let usage = usage(entry)
      let wrapped = DisplayWidth.wrap(language == .zh ? entry.zh : entry.en, to: 80 - width)
      if usage.count + 4 > width {
        lines.append("  " + usage)
        lines += wrapped.map { String(repeating: " ", count: width) + $0 }
      } else {
        lines.append(DisplayWidth.pad("  " + usage, to: width) + wrapped[0])
        lines += wrapped.dropFirst().map { String(repeating: " ", count: width) + $0 }
      }
    }
    lines += language == .zh ? zhFoot : enFoot
    return lines.joined(separator: "\n") + "\n"
  }

  private static func usage(_ entry: OptionTable.Entry) -> String {
    entry.value.map { "\(entry.name) \($0)" } ?? entry.name
  }

  private static let zhHead = [
    "用法：kczg-check [check] [选项] 文件…", "",
    "逐条检查“科创中国”“科创中原”创新基地申报材料是否符合基本条件。",
    "文件是 JSON；- 为标准输入；*.ndjson、*.jsonl 每行一份；目录指其中的全部 *.json。", "", "选项：",
  ]
  private static let enHead = [
    "usage: kczg-check [check] [options] FILE…", "",
    "Checks, clause by clause, whether applications for “科创中国” and “科创中原”",
    "innovation bases meet the basic conditions. FILE is JSON; - is standard input;",
    "*.ndjson and *.jsonl hold one application a line; a directory means its *.json.", "",
    "options:",
  ]
  private static let zhFoot = [
    "", "退出状态：0 均符合；1 有不符合；2 无不符合但有待定；64 用法错误；65 申报材料有数据错误；",
    "66 文件不能读取；70 程序故障；74 不能写出；78 规则有误。", "", "示例：", "  kczg-check 申报材料.json",
    "  kczg-check --rulebook henan --verbose 申报材料.json",
    "  kczg-check --format ndjson --brief 候选.ndjson > 结果.ndjson",
  ]
  private static let enFoot = [
    "", "exit status: 0 all eligible; 1 one ineligible; 2 none ineligible, one undetermined;",
    "64 bad usage; 65 data errors; 66 cannot read; 70 internal defect; 74 cannot write;",
    "78 rules are wrong.",
    "", "examples:", "  kczg-check application.json",
    "  kczg-check --rulebook henan --verbose application.json",
    "  kczg-check --format ndjson --brief candidates.ndjson > results.ndjson",
  ]
}
