package import RuleEngine

/// The HTML formats' own words.
package struct HTMLPhrases: TablePhrases {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  // MARK: The self-check form

  package var heading: String {
    choose("创新基地申报条件自查表", "Innovation base: self-check of the conditions")
  }
  var stated: String { choose("申报情况", "As stated") }
  var title: String { choose("名称", "Title") }
  var reading: String { choose("解读", "Reading") }
  var place: String { choose("位置", "Place") }
  var kind: String { choose("级别", "Kind") }
  var digest: String { choose("规则文件摘要", "digest of the rulebook") }
  var wholeClause: String { choose("整条", "whole clause") }

  // MARK: Several applications

  package var contents: String { choose("目录", "Contents") }
  package var noApplications: String { choose("没有申报材料。", "There is no application.") }

  // MARK: A screening

  var candidate: String { choose("候选", "Candidate") }
  var legend: String {
    choose("✓ 符合　✗ 不符合　? 待定", "✓ pass, ✗ fail, ? unknown")
  }

  // MARK: The picture

  var picture: String { choose("离符合还差多少", "How far from eligible") }
  var pictureKey: String {
    choose(
      "每个候选一行，每格为一个条款：深色格 ✗ 不符合，虚线格 ? 待定，没有格为全部符合；加框的只差一条。最接近符合的在前。",
      "A row for each candidate, a box for each clause: dark ✗ not met, dashed ? open, no box where all are met; a frame marks those one clause away. Nearest first."
    )
  }
  var tallyKey: String {
    choose(
      "按还差的条款数（不符合和待定之和）统计候选数：深色为有不符合的，虚线为只有待定的；加框的只差一条。",
      "Candidates by how many clauses they lack (not met or open): dark where some is not met, dashed where all of them are open; a frame marks those one clause away."
    )
  }
  func part(_ first: Int, _ last: Int, of all: Int) -> String {
    choose(
      "\(picture)（第 \(first)–\(last) 行，共 \(all) 行）", "\(picture) (rows \(first)–\(last) of \(all))")
  }
  var tally: String { choose("各差几条的候选数", "Candidates by how many clauses they lack") }
  func lacking(_ count: Int, orMore: Bool) -> String {
    if count == 0 { return choose("✓ 符合", "✓ eligible") }
    let clauses = count == 1 && !orMore ? "clause" : "clauses"
    return choose("差 \(count) 条\(orMore ? "以上" : "")", "\(count)\(orMore ? "+" : "") \(clauses)")
  }
  func candidates(_ count: Int) -> String {
    choose("\(count) 份", "\(count) candidate\(count == 1 ? "" : "s")")
  }
  func nearMiss(_ clause: String) -> String {
    choose("◀ 只差一条：\(clause)", "◀ one clause away: \(clause)")
  }
  package func counts(fail: Int, unknown: Int) -> String {
    if fail + unknown == 0 { return choose("✓ 符合", "✓ eligible") }
    var parts: [String] = []
    if fail > 0 { parts.append(choose("\(fail) 条不符合", "\(fail) not met")) }
    if unknown > 0 { parts.append(choose("\(unknown) 条待定", "\(unknown) open")) }
    return parts.joined(separator: choose("，", ", "))
  }
  func notDrawn(_ count: Int) -> String {
    choose(
      "另有 \(count) 行离符合更远，没有画出；全部候选见下表。",
      "\(count) more rows, farther from eligible, are not drawn; the table below has every candidate."
    )
  }
  func eligibleNotDrawn(_ count: Int) -> String {
    choose("\(count) 行已全部符合，不再画出。", "\(count) rows that meet every clause are not drawn.")
  }
  func notJudged(_ count: Int) -> String {
    choose(
      "\(count) 份没有判断（数据错误或不能读取），不在图中。", "\(count) could not be judged and are not in the picture.")
  }
}
