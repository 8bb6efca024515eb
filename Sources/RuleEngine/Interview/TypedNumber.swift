/// A number as people write it.
enum TypedNumber {
  /// A number in digits alone, as JSON has it; nil for what is none. `1.5万` is 15000, `5,000` is 5000,
  /// `三十` is 30.
  static func digits(_ word: String) -> String? {
    if let number = chineseNumeral(word) { return String(number) }
    for (scale, zeros) in [("万", 4), ("亿", 8)] where word.hasSuffix(scale) {
      guard let number = digits(String(word.dropLast()).trimmed) else { return nil }
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      let fraction = parts.count > 1 ? String(parts[1]) : ""
      let shifted = fraction + String(repeating: "0", count: max(0, zeros - fraction.count))
      let rest = shifted.dropFirst(zeros)
      return digits(parts[0] + shifted.prefix(zeros) + (rest.isEmpty ? "" : "." + rest))
    }
    let isNegative = word.hasPrefix("-")
    let parts = (isNegative || word.hasPrefix("+") ? word.dropFirst() : Substring(word))
      .split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, var whole = parts.first.map(String.init) else { return nil }
    // Thousands: 5,000.
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      whole = groups.joined()
    }
    let digits = ([whole] + parts.dropFirst().map(String.init))
    guard digits.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }) else {
      return nil
    }
    let significant = whole.drop { $0 == "0" }
    let start = significant.isEmpty ? "0" : String(significant)
    return (isNegative ? "-" : "") + ([start] + digits.dropFirst()).joined(separator: ".")
  }

  /// Words that make a number one that is not known exactly.
  static func isVague(_ word: String) -> Bool {
    let words = [
      "约", "大约", "大概", "近", "将近", "左右", "上下", "多", "余", "几", "超过", "不到", "以上", "以下", "about",
      "around", "over", "~", "+", "至少", "至多",
    ]
    let word = word.lowercased()
    return words.contains { word.holds($0) }
      && word.unicodeScalars.contains {
        ("0"..."9").contains($0) || units[$0] != nil || digits[$0] != nil
      }
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
  private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000, "万": 10_000]

  /// The number that a numeral stands for; nil for one that nobody would write for that number: 三百二 is
  /// 320 to some and 302 to others.
  private static func chineseNumeral(_ word: String) -> Int? {
    guard (1...mostCharacters).contains(word.unicodeScalars.count) else { return nil }
    var (total, section, digit) = (0, 0, 0)
    var usual = ""
    for scalar in word.unicodeScalars {
      if let value = digits[scalar] {
        digit = value
        usual += names[value]
        continue
      }
      guard let unit = units[scalar] else { return nil }
      // 十一, and 零十 within a number.
      if unit == 10, digit == 0 { usual += names[1] }
      usual.unicodeScalars.append(scalar)
      if unit == 10_000 {
        total += (section + digit) * unit
        section = 0
      } else {
        section += max(digit, 1) * unit
      }
      digit = 0
    }
    let number = total + section + digit
    return number < 100_000_000 && usual == numeral(number) ? number : nil
  }

  /// As many as the longest numeral below 10⁸ has.
  private static let mostCharacters = 15
  private static let names = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// A number below 10⁸ as it is written, 一十一 for 11.
  private static func numeral(_ number: Int) -> String {
    if number == 0 { return names[0] }
    let (myriads, rest) = (number / 10_000, number % 10_000)
    if myriads == 0 { return section(rest) }
    return section(myriads) + "万" + (1..<1_000 ~= rest ? names[0] : "") + section(rest)
  }

  /// Of a number below 10,000: each gap between digits is one 零.
  private static func section(_ number: Int) -> String {
    var text = ""
    var hasGap = false
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        hasGap = !text.isEmpty
      } else {
        text += (hasGap ? names[0] : "") + names[digit] + name
        hasGap = false
      }
    }
    return text
  }
}
