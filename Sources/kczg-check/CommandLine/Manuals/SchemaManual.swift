import Reports
import Rules

extension Manual {
  /// What `schema` takes and says.
  static let schema = Manual(
    inputs: nil,
    summary: Bilingual(
      zh: "申报材料的 JSON Schema，供编辑器补全和解释", en: "JSON Schema of applications, for editors"),
    description: Bilingual(
      zh:
        "写出申报材料的 JSON Schema（2020-12）：每个键的名称和填法、代码的含义、数值范围、日期和代码的格式。申报材料第一行写 \"$schema\": \"./\(SkeletonJSON.schemaFile)\"，编辑器即可补全、解释和检查。",
      en:
        "Prints the JSON Schema (2020-12) of applications: what each key is called and takes, what the codes mean, ranges, and the forms of dates and codes. With \"$schema\": \"./\(SkeletonJSON.schemaFile)\" as an application's first line, editors complete, explain and check."
    ),
    options: [.document, .language, .rules, .output, .help, .version],
    exitStatuses: printed,
    examples: [
      Bilingual(
        zh: "schema --output \(SkeletonJSON.schemaFile)",
        en: "schema --lang en --output \(SkeletonJSON.schemaFile)"),
      Bilingual(zh: "schema --document recommender", en: "schema --document recommender"),
    ])
}
