// What can be written for a fact.
extension Fact {
  /// What values it can have, without its codes: 整数，单位：人.
  package var values: Bilingual {
    if isDerived {
      return Bilingual(zh: "由程序计算，不必填写", en: "computed by the program, not to be filled in")
    }
    return switch type {
    case .group: Bilingual(zh: "若干项，写在 { } 里", en: "an object { } of the following")
    case .list:
      Bilingual(
        zh: "列表 [ ]，每项写在 { } 里；没有的写 []",
        en: "a list [ ] of objects { }; [] where there are none")
    case .text: textForm
    case .texts:
      Bilingual(
        zh: "列表 [ ]，每项为\(textForm.zh)；没有的写 []",
        en: "a list [ ], each \(textForm.en); [] where there are none")
    case .flag: Bilingual(zh: "true（是）或 false（否）", en: "true or false")
    case .count: amounts(Bilingual(zh: "整数", en: "an integer"))
    case .quantity: amounts(Bilingual(zh: "数字", en: "a number"))
    case .date: dates
    case .moment:
      Bilingual(
        zh: "北京时间，如 \"2022-05-27T18:00\"", en: "Beijing time, as \"2022-05-27T18:00\"")
    case .code: Bilingual(zh: "一个代码", en: "one of the codes")
    case .codes:
      Bilingual(zh: "代码的列表 [ ]；没有的写 []", en: "a list [ ] of the codes; [] where there are none")
    }
  }

  /// What its codes mean: university（高校）、other（其他）; nil where it has none.
  package var codeMeanings: Bilingual? {
    if codes.isEmpty { return nil }
    return Bilingual(
      zh: codes.map { "\($0.name)（\($0.label[.zh])）" }.joined(separator: "、"),
      en: codes.map { "\($0.name) (\($0.label[.en]))" }.joined(separator: ", "))
  }

  private var textForm: Bilingual {
    formDescription.map { Bilingual(zh: $0[.zh], en: $0[.en]) } ?? Bilingual(zh: "文字", en: "text")
  }

  private var dates: Bilingual {
    let month =
      switch dayOfMonth {
      case .first:
        Bilingual(zh: "；也可只写年月，指该月第一日", en: ", or a month, which stands for its first day")
      case .last:
        Bilingual(zh: "；也可只写年月，指该月最后一日", en: ", or a month, which stands for its last day")
      case nil: Bilingual(zh: "", en: "")
      }
    let never =
      never.map { Bilingual(zh: "，或 \"never\"（\($0[.zh])）", en: ", or \"never\" (\($0[.en]))") }
      ?? Bilingual(zh: "", en: "")
    return Bilingual(
      zh: "日期，如 \"2022-05-20\"\(month.zh)\(never.zh)",
      en: "a day, as \"2022-05-20\"\(month.en)\(never.en)")
  }

  /// Numbers, with their unit and their range.
  private func amounts(_ kind: Bilingual) -> Bilingual {
    let unit =
      unit.map {
        Bilingual(zh: "，单位：\($0.name(for: "2", in: .zh))", en: ", in \($0.name(for: "2", in: .en))")
      } ?? Bilingual(zh: "", en: "")
    let range =
      maximum.map { Bilingual(zh: "，0 至 \($0)", en: ", 0 to \($0)") } ?? Bilingual(zh: "", en: "")
    return Bilingual(zh: kind.zh + unit.zh + range.zh, en: kind.en + unit.en + range.en)
  }
}
