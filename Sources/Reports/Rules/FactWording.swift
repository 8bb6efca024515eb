import RuleEngine

/// Says what can be written for a fact.
struct FactWording: Phrases {
  let language: Language

  /// What values a fact can have, without its codes: 整数，单位：人.
  func type(of fact: Fact) -> String {
    if fact.isDerived {
      return choose("由程序计算，不必填写", "computed by the program, not to be filled in")
    }
    return switch fact.type {
    case .group: choose("若干项，写在 { } 里", "an object { } of the following")
    case .list:
      choose("列表 [ ]，每项写在 { } 里；没有的写 []", "a list [ ] of objects { }; [] where there are none")
    case .text: text(fact)
    case .texts:
      choose(
        "列表 [ ]，每项为\(text(fact))；没有的写 []", "a list [ ], each \(text(fact)); [] where there are none"
      )
    case .flag: choose("true（是）或 false（否）", "true or false")
    case .count: choose("整数", "an integer") + unit(fact) + range(fact)
    case .quantity: choose("数字", "a number") + unit(fact) + range(fact)
    case .date: date(fact)
    case .moment:
      choose("北京时间，如 \"2022-05-27T18:00\"", "Beijing time, as \"2022-05-27T18:00\"")
    case .code: choose("一个代码", "one of the codes")
    case .codes:
      choose("代码的列表 [ ]；没有的写 []", "a list [ ] of the codes; [] where there are none")
    }
  }

  /// What the codes mean: university（高校）、other（其他）.
  func codes(of fact: Fact) -> String? {
    guard !fact.codes.isEmpty else { return nil }
    return fact.codes.map { code in
      choose("\(code.name)（\(code.label[.zh])）", "\(code.name) (\(code.label[.en]))")
    }.joined(separator: choose("、", ", "))
  }

  private func text(_ fact: Fact) -> String {
    fact.formDescription?[language] ?? choose("文字", "text")
  }

  private func date(_ fact: Fact) -> String {
    var text = choose("日期，如 \"2022-05-20\"", "a day, as \"2022-05-20\"")
    switch fact.dayOfMonth {
    case .first:
      text += choose("；也可只写年月，指该月第一日", ", or a month, which stands for its first day")
    case .last:
      text += choose("；也可只写年月，指该月最后一日", ", or a month, which stands for its last day")
    case nil: break
    }
    if let never = fact.never {
      text += choose("，或 \"never\"（\(never[.zh])）", ", or \"never\" (\(never[.en]))")
    }
    return text
  }

  private func unit(_ fact: Fact) -> String {
    guard let unit = fact.unit?.name(for: "2", in: language) else { return "" }
    return choose("，单位：\(unit)", ", in \(unit)")
  }

  private func range(_ fact: Fact) -> String {
    guard let maximum = fact.maximum else { return "" }
    return choose("，0 至 \(maximum)", ", 0 to \(maximum)")
  }
}
