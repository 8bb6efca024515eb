package import RuleEngine

// What is said of amounts that are short, and of what may have been counted twice.
extension ReportPhrases {
  /// What a failing criterion lacks, or has too much of: 还差 6 人, 至少还差 10 人（按总数 50 人计）.
  package func shortfall(_ lack: Lack) -> String {
    if let date = lack.date {
      return lack.isLowerBound
        ? Bilingual(zh: "最早自 \(date) 起才可能符合", en: "could pass from \(date) on at the earliest")[
          language]
        : Bilingual(zh: "最早自 \(date) 起可符合", en: "would pass from \(date) on")[language]
    }
    let amount = lack.amount(in: language)
    if let count = lack.certainCount {
      return Bilingual(
        zh: "\(amount) 中至少缺 \(count) 项", en: "lacks at least \(count) of \(amount)")[language]
    }
    return lack.number == nil ? things(lack, amount) : self.amount(lack, amount)
  }

  private func amount(_ lack: Lack, _ amount: String) -> String {
    let unit = lack.unit(in: language).map { " " + $0 } ?? ""
    let said =
      switch (lack.isExcess, lack.isLowerBound) {
      case (true, false):
        Bilingual(zh: "多出 \(amount)\(unit)", en: "\(amount)\(unit) too many")
      case (true, true):
        Bilingual(
          zh: "至少多出 \(amount)\(unit)", en: "at least \(amount)\(unit) too many")
      case (false, false):
        Bilingual(zh: "还差 \(amount)\(unit)", en: "\(amount)\(unit) short")
      case (false, true):
        Bilingual(zh: "至少还差 \(amount)\(unit)", en: "at least \(amount) more\(unit)")
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
    if size.amount == lack.number { return nil }
    let least = lack.isLowerBound ? Bilingual(zh: "至少", en: "at least ") : Bilingual(zh: "", en: "")
    return Bilingual(
      zh: "总数达到 \(size.whole)\(unit)时\(least.zh)还差 \(size.amount)\(unit)",
      en: "\(least.en)\(size.amount) for a total of \(size.whole)")[language]
  }

  private func things(_ lack: Lack, _ things: String) -> String {
    let said =
      switch (lack.isExcess, lack.isLowerBound) {
      case (true, false): Bilingual(zh: "超出 \(things)", en: "over by \(things)")
      case (true, true):
        Bilingual(zh: "至少超出 \(things)", en: "over by at least \(things)")
      case (false, false): Bilingual(zh: "缺 \(things)", en: "lacks \(things)")
      case (false, true): Bilingual(zh: "至少缺 \(things)", en: "lacks at least \(things)")
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
    report.diagnostics.filter { $0.severity == .warning }.map { line($0) }
  }
}
