import RuleEngine

/// The HTML formats' own words.
struct HTMLPhrases: SharedPhrases {
  let language: Language

  // MARK: The self-check form

  var heading: String {
    Bilingual(zh: "创新基地申报条件自查表", en: "Innovation base: self-check of the conditions")[language]
  }
  var stated: String { Bilingual(zh: "申报情况", en: "As stated")[language] }
  var title: String { Bilingual(zh: "名称", en: "Title")[language] }
  var reading: String { Bilingual(zh: "解读", en: "Reading")[language] }
  var place: String { Bilingual(zh: "位置", en: "Place")[language] }
  var kind: String { Bilingual(zh: "级别", en: "Kind")[language] }
  var digest: String { Bilingual(zh: "规则文件摘要", en: "digest of the rulebook")[language] }
  var wholeClause: String { Bilingual(zh: "整条", en: "whole clause")[language] }

  // MARK: Several applications

  var contents: String { Bilingual(zh: "目录", en: "Contents")[language] }
  var noApplications: String { Bilingual(zh: "没有申报材料。", en: "There is no application.")[language] }

  // MARK: A screening

  var candidate: String { Bilingual(zh: "候选", en: "Candidate")[language] }
  var legend: String {
    Bilingual(zh: "✓ 符合　✗ 不符合　? 待定", en: "✓ pass, ✗ fail, ? unknown")[language]
  }

  // MARK: The picture

  var picture: String { Bilingual(zh: "离符合还差多少", en: "How far from eligible")[language] }
  var pictureKey: String {
    Bilingual(
      zh: "每个候选一行，每格为一个条款：深色格 ✗ 不符合，虚线格 ? 待定，没有格为全部符合；加框的只差一条。最接近符合的在前。",
      en:
        "A row for each candidate, a box for each clause: dark ✗ not met, dashed ? open, no box where all are met; a frame marks those one clause away. Nearest first."
    )[language]
  }
  var tallyKey: String {
    Bilingual(
      zh: "按还差的条款数（不符合和待定之和）统计候选数：深色为有不符合的，虚线为只有待定的；加框的只差一条。",
      en:
        "Candidates by how many clauses they lack (not met or open): dark where some is not met, dashed where all of them are open; a frame marks those one clause away."
    )[language]
  }
  func part(_ first: Int, _ last: Int, of all: Int) -> String {
    Bilingual(
      zh: "\(picture)（第 \(first)–\(last) 行，共 \(all) 行）",
      en: "\(picture) (rows \(first)–\(last) of \(all))")[language]
  }
  var tally: String {
    Bilingual(zh: "各差几条的候选数", en: "Candidates by how many clauses they lack")[language]
  }
  func lacking(_ count: Int, orMore: Bool) -> String {
    if count == 0 { return Bilingual(zh: "✓ 符合", en: "✓ eligible")[language] }
    let clauses = count == 1 && !orMore ? "clause" : "clauses"
    return Bilingual(
      zh: "差 \(count) 条\(orMore ? "以上" : "")", en: "\(count)\(orMore ? "+" : "") \(clauses)")[
        language]
  }
  func candidates(_ count: Int) -> String {
    Bilingual(zh: "\(count) 份", en: "\(count) candidate\(count == 1 ? "" : "s")")[language]
  }
  func nearMiss(_ clause: String) -> String {
    Bilingual(zh: "◀ 只差一条：\(clause)", en: "◀ one clause away: \(clause)")[language]
  }
  func counts(fail: Int, unknown: Int) -> String {
    if fail + unknown == 0 { return Bilingual(zh: "✓ 符合", en: "✓ eligible")[language] }
    var parts: [String] = []
    if fail > 0 { parts.append(Bilingual(zh: "\(fail) 条不符合", en: "\(fail) not met")[language]) }
    if unknown > 0 {
      parts.append(Bilingual(zh: "\(unknown) 条待定", en: "\(unknown) open")[language])
    }
    return parts.joined(separator: Bilingual(zh: "，", en: ", ")[language])
  }
  func notDrawn(_ count: Int) -> String {
    Bilingual(
      zh: "另有 \(count) 行离符合更远，没有画出；全部候选见下表。",
      en:
        "\(count) more rows, farther from eligible, are not drawn; the table below has every candidate."
    )[language]
  }
  func eligibleNotDrawn(_ count: Int) -> String {
    Bilingual(
      zh: "\(count) 行已全部符合，不再画出。", en: "\(count) rows that meet every clause are not drawn.")[
        language]
  }
  func notJudged(_ count: Int) -> String {
    Bilingual(
      zh: "\(count) 份没有判断（数据错误或不能读取），不在图中。",
      en: "\(count) could not be judged and are not in the picture.")[language]
  }
}
