extension CivilDate {
  /// The date that someone meant who wrote it in another form: `2022年5月20日`, `2022/5/20`,
  /// `2022.5.20`, `20220520`, also in full-width digits. Only for a suggestion, never as a value.
  init?(loose text: String) {
    var numbers: [(value: Int, digits: Int)] = []
    var continues = false
    for scalar in text.unicodeScalars {
      let value: Int
      switch scalar {
      case "0"..."9": value = Int(scalar.value - 0x30)
      case "０"..."９": value = Int(scalar.value - 0xFF10)
      case "年", "月", "日", "号", "/", ".", "-", "－", "—", "．", "／", " ":
        continues = false
        continue
      default: return nil
      }
      if continues, let last = numbers.popLast() {
        guard last.digits < 8 else { return nil }
        numbers.append((last.value * 10 + value, last.digits + 1))
      } else {
        numbers.append((value, 1))
      }
      continues = true
    }
    if numbers.count == 1, numbers[0].digits == 8 {
      let number = numbers[0].value
      self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    } else if numbers.count == 3, numbers[0].digits == 4 {
      self.init(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    } else {
      return nil
    }
  }
}

extension CivilDate {
  /// `YYYY-MM` for a month that someone wrote in another form: `2022年5月`, `2022/5`.
  static func month(loose text: String) -> String? {
    let day = text.unicodeScalars.last == "月" ? "1日" : "-1"
    return CivilDate(loose: text + day).map { String($0.description.dropLast(3)) }
  }
}
