import RuleEngine

/// What a form calls its fields, and where its clauses are found.
struct FieldNames {
  let application: Application
  let language: Language

  private var vocabulary: Vocabulary { application.vocabulary }

  /// 第 4 家“丁公司”的企业资质; of a fact of the application's own, what it is called.
  func name(of reference: FactReference) -> String {
    let fact = vocabulary.fact(of: reference)
    guard let row = vocabulary.row(of: reference) else { return fact.label[language] }
    let list = row.list
    let unit = list.unit?.name(for: "1", in: language)
    let name = application.rowName(of: reference).map { "“\($0)”" } ?? ""
    let place = Bilingual(
      zh: "第 \(row.number + 1) \(unit ?? "项")\(name.isEmpty ? list.label[.zh] : name)",
      en: "\(unit ?? "row") \(row.number + 1)\(name.isEmpty ? "" : " \(name)")")
    if fact === list { return place[language] }
    return Bilingual(
      zh: "\(place.zh)的\(fact.label[.zh])", en: "\(fact.label[.en]) of \(place.en)")[language]
  }
}
