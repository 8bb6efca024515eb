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

  private static let digits: [Unicode.Scalar: Int64] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
  private static let units: [Unicode.Scalar: Int64] = ["十": 10, "百": 100, "千": 1_000]

  /// 十一, 三千二百, 一万零五十: a numeral in which every digit but the last has its unit.
  private static func chineseNumeral(_ word: String) -> Int64? {
    // The part below 10,000, and what goes before 万.
    var (section, myriads): (Int64, Int64?) = (0, nil)
    var digit: Int64?
    var lastUnit: Int64 = 10_000
    var isEmpty = true
    for scalar in word.unicodeScalars {
      if let value = digits[scalar] {
        if let digit, digit != 0 { return nil }
        digit = value
        if value == 0 { lastUnit = min(lastUnit, 10_000) }
      } else if let unit = units[scalar] {
        guard unit < lastUnit, digit != 0 || unit == 10 else { return nil }
        if digit == nil, unit != 10 || section != 0 { return nil }
        section += (digit ?? 1) * unit
        (digit, lastUnit) = (nil, unit)
      } else if scalar == "万" {
        guard myriads == nil, !isEmpty else { return nil }
        myriads = section + (digit ?? 0)
        (section, digit, lastUnit) = (0, nil, 10_000)
      } else {
        return nil
      }
      isEmpty = false
    }
    if isEmpty { return nil }
    // 三百二 is 320 to some and 302 to others.
    if let digit, digit != 0, section != 0 || myriads != nil, lastUnit > 10 {
      guard word.unicodeScalars.dropLast().last.map({ digits[$0] == 0 }) == true else { return nil }
    }
    return (myriads ?? 0) * 10_000 + section + (digit ?? 0)
  }
}
