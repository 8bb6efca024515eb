import Rules

// What several manuals say alike.
extension Manual {
  /// What inputs can be.
  static let inputForms = Bilingual(
    zh: "文件是 JSON；- 为标准输入；*.ndjson、*.jsonl 每行一份；目录指其中的全部 *.json。",
    en:
      "Files are JSON; - is standard input; *.ndjson and *.jsonl hold one application a line; a directory means its *.json."
  )

  /// The statuses that say nothing of verdicts.
  static let failures = Bilingual(
    zh: "64 用法错误；65 申报材料有数据错误；66 文件不能读取；70 程序故障；74 不能写出；78 规则有误。",
    en:
      "64 bad usage; 65 data errors; 66 cannot read; 70 internal defect; 74 cannot write; 78 rules are wrong."
  )

  /// The statuses of commands that read no application.
  static let printed = Bilingual(
    zh: "0 已写出；64 用法错误；70 程序故障；74 不能写出；78 规则有误。",
    en: "0 written; 64 bad usage; 70 internal defect; 74 cannot write; 78 rules are wrong.")
}
