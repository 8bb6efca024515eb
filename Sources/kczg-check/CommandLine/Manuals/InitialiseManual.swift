import Reports
import Rules

extension Manual {
  /// What `init` takes and says.
  static let initialise = Manual(
    inputs: nil,
    summary: Bilingual(
      zh: "写出一份待填的申报材料", en: "an application to be filled in"),
    description: Bilingual(
      zh:
        "写出一份待填的申报材料：该类别各部规则用到的每一项事实，以及申报单位的基本情况，一律为 null（不知道），不编造任何内容。第一行 $schema 指向同目录的 \(SkeletonJSON.schemaFile)，可用 kczg-check schema 生成，编辑器据此补全和解释。已有的文件不会被替换，除非加 --force。",
      en:
        "Writes an application to be filled in: every fact that the type's rulebooks use, and who applies; all of it null (not known), nothing invented. Its first line, $schema, names \(SkeletonJSON.schemaFile) beside it, which kczg-check schema writes: editors then complete and explain. A file that is there already is not replaced without --force."
    ),
    options: [
      .newType, .programme, .newStage, .language, .rules, .output, .force, .help, .version,
    ],
    exitStatuses: printed,
    examples: [
      Bilingual(
        zh: "init --type collaboration --output 申报材料.json",
        en: "init --type collaboration --output application.json"),
      Bilingual(
        zh: "init --type incubation --programme henan --stage eligibility",
        en: "init --type incubation --programme henan --stage eligibility"),
    ])
}
