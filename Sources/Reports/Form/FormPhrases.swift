import RuleEngine

/// The words around the fields of a form that a page shows.
struct FormPhrases: SharedPhrases {
  let language: Language

  var chooseType: String {
    Bilingual(
      zh: "请先选择\(baseType)", en: "Choose a \(baseType.lowercased()) first")[language]
  }
  var chooseTypeWhy: String {
    Bilingual(zh: "类别决定适用哪些条款", en: "It decides which clauses apply")[language]
  }
  var otherSection: String { Bilingual(zh: "申报材料", en: "Application")[language] }

  /// 已填 3 项，还有 2 项未填，1 项有误
  func summary(done: Int, open: Int, wrong: Int) -> String {
    var parts = [Bilingual(zh: "已填 \(done) 项", en: "\(done) filled in")]
    if open > 0 { parts.append(Bilingual(zh: "还有 \(open) 项未填", en: "\(open) to fill in")) }
    if wrong > 0 { parts.append(Bilingual(zh: "\(wrong) 项有误", en: "\(wrong) wrong")) }
    return parts.map { $0[language] }.joined(separator: Bilingual(zh: "，", en: ", ")[language])
  }

  /// 共 3 家
  func count(_ count: Int, of list: Fact) -> String {
    let unit = list.unit.map { $0.name(for: "\(count)", in: language) }
    return Bilingual(
      zh: "共 \(count) \(unit ?? "项")", en: "\(count) \(unit ?? (count == 1 ? "row" : "rows"))")[
        language]
  }

  /// What to tick where a list has nothing.
  func nothing(of list: Fact) -> String {
    Bilingual(zh: "没有\(list.label[.zh])", en: "None: \(list.label[.en])")[language]
  }

  /// What to tick where a text has nothing to say.
  var noText: String { Bilingual(zh: "没有这项内容", en: "There is nothing to say here")[language] }

  /// How a field is to be filled in.
  func hints(_ fact: Fact) -> [String] {
    var hints: [Bilingual] = []
    switch fact.type {
    case .count: hints.append(Bilingual(zh: "填整数", en: "a whole number"))
    case .quantity: hints.append(Bilingual(zh: "填数字，可有小数", en: "a number, decimals too"))
    case .texts:
      hints.append(Bilingual(zh: "每行写一个；没有的填“无”", en: "one a line; none if there is none"))
    default: break
    }
    if let maximum = fact.maximum {
      hints.append(Bilingual(zh: "不超过 \(maximum)", en: "at most \(maximum)"))
    }
    if let form = fact.formDescription { hints.append(Bilingual(zh: form[.zh], en: form[.en])) }
    return hintsOnTime(fact) + hints.map { $0[language] }
  }

  /// 粘贴的 60 行中…
  func understood(_ preview: PastePreview) -> String {
    let used = preview.columns.count { $0 != nil }
    let rows = preview.rows.count
    return Bilingual(
      zh: "读到 \(rows) 行，认出 \(used) 列" + (preview.hasHeader ? "（首行为标题）" : ""),
      en:
        "\(rows) \(rows == 1 ? "row" : "rows"), \(used) \(used == 1 ? "column" : "columns") recognised"
        + (preview.hasHeader ? " (the first row has titles)" : ""))[language]
  }

  func problems(_ preview: PastePreview) -> String? {
    var parts: [Bilingual] = []
    let unused = preview.unusedColumns.count
    if unused > 0 {
      parts.append(
        Bilingual(
          zh: "\(unused) 列没有认出，不会填入：请为它选一项，或不用",
          en:
            "\(unused) \(unused == 1 ? "column is" : "columns are") not recognised and will not be filled in: choose what it is, or leave it out"
        ))
    }
    let wrong = preview.problemCount
    if wrong > 0 {
      parts.append(
        Bilingual(
          zh: "\(wrong) 格没有看懂，填入后会标出，原样保留",
          en:
            "\(wrong) \(wrong == 1 ? "cell is" : "cells are") not understood; they are kept as they are and marked"
        ))
    }
    if parts.isEmpty { return nil }
    return parts.map { $0[language] }.joined(separator: Bilingual(zh: "；", en: "; ")[language])
  }
}
