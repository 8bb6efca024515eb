package import RuleEngine

// What is said of amounts that are short, and of what may have been counted twice.
extension ReportPhrases {
  /// What a failing criterion lacks, or has too much of: 还差 6 人, 至少还差 10 人（按总数 50 人计）.
  package func shortfall(_ lack: Lack) -> String {
    let amount = lack.amount
    if CivilDate(amount) != nil {
      return lack.isLowerBound
        ? Bilingual(zh: "最早自 \(amount) 起才可能符合", en: "could pass from \(amount) on at the earliest")[
          language]
        : Bilingual(zh: "最早自 \(amount) 起可符合", en: "would pass from \(amount) on")[language]
    }
    if let count = lack.certainCount {
      return Bilingual(
        zh: "\(amount) 中至少缺 \(count) 项", en: "lacks at least \(count) of \(amount)")[language]
    }
    let isAmount = amount.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    return isAmount ? self.amount(lack) : things(lack)
  }

  private func amount(_ lack: Lack) -> String {
    let unit = lack.unit.map { " " + $0 } ?? ""
    let said =
      switch (lack.isExcess, lack.isLowerBound) {
      case (true, false):
        Bilingual(zh: "多出 \(lack.amount)\(unit)", en: "\(lack.amount)\(unit) too many")
      case (true, true):
        Bilingual(
          zh: "至少多出 \(lack.amount)\(unit)", en: "at least \(lack.amount)\(unit) too many")
      case (false, false):
        Bilingual(zh: "还差 \(lack.amount)\(unit)", en: "\(lack.amount)\(unit) short")
      case (false, true):
        Bilingual(zh: "至少还差 \(lack.amount)\(unit)", en: "at least \(lack.amount) more\(unit)")
      }
    return atSize(lack, unit: unit).map { parenthesised(said[language], $0) } ?? said[language]
  }

  /// For which size of the whole that is said, or what is lacking at the size that is asked.
  private func atSize(_ lack: Lack, unit: String) -> String? {
    guard let size = lack.atSize else { return nil }
    if size.isAll {
      return Bilingual(zh: "按总数 \(size.whole)\(unit)计", en: "for a total of \(size.whole)")[
        language]
    }
    if size.amount == lack.amount { return nil }
    let least = lack.isLowerBound ? Bilingual(zh: "至少", en: "at least ") : Bilingual(zh: "", en: "")
    return Bilingual(
      zh: "总数达到 \(size.whole)\(unit)时\(least.zh)还差 \(size.amount)\(unit)",
      en: "\(least.en)\(size.amount) for a total of \(size.whole)")[language]
  }

  private func things(_ lack: Lack) -> String {
    let said =
      switch (lack.isExcess, lack.isLowerBound) {
      case (true, false): Bilingual(zh: "超出 \(lack.amount)", en: "over by \(lack.amount)")
      case (true, true):
        Bilingual(zh: "至少超出 \(lack.amount)", en: "over by at least \(lack.amount)")
      case (false, false): Bilingual(zh: "缺 \(lack.amount)", en: "lacks \(lack.amount)")
      case (false, true): Bilingual(zh: "至少缺 \(lack.amount)", en: "lacks at least \(lack.amount)")
      }
    return said[language]
  }

  /// That a name stands more than once, where, and what follows: “甘露”列出 2 次（experts[0]、experts[2]）.
  package func repeated(_ name: String, at paths: [String]) -> String {
    let shown = paths.prefix(4).joined(separator: enumeration)
    let places = paths.count > 4 ? "\(shown) \(others(paths.count))" : shown
    return Bilingual(
      zh: "“\(name)”列出 \(paths.count) 次（\(places)）：同一的只计一次，不同的请在名称中注明区别",
      en:
        "“\(name)” is listed \(paths.count == 2 ? "twice" : "\(paths.count) times") (\(places)): the same one counts once; if they are different, tell them apart in the name"
    )[language]
  }

  /// At most four names, and how many there are.
  package func repeated(_ names: [(name: String, paths: [String])]) -> [String] {
    var lines = names.prefix(4).map { repeated($0.name, at: $0.paths) }
    if names.count > lines.count {
      lines.append(
        Bilingual(
          zh: "列出多次的名称共 \(names.count) 个", en: "\(names.count) names listed more than once in all")[
            language])
    }
    return lines
  }

  /// What is to be heeded in the data of an application that was judged.
  func warnings(on report: Report) -> [String] {
    report.diagnostics.filter { $0.severity == .warning }.map { diagnostic in
      "\(severity(diagnostic.severity))\(colon)\(diagnostic.text(in: language)) [\(diagnostic.codeName)]\(comma)"
        + position(diagnostic.position)
    }
  }
}
