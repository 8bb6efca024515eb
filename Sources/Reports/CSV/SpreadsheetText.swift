/// Text that a spreadsheet shows as it is.
enum SpreadsheetText {
  /// A text that no spreadsheet takes for a formula, with control characters escaped.
  static func harmless(_ text: String) -> String {
    let safe = SafeText.of(text)
    return looksLikeFormula(safe) ? "'" + safe : safe
  }

  /// A formula that gives a text, where a spreadsheet would make a number or a day of it: 00123 of a
  /// name that is `00123`, a day of `1/2`, 9.1E+17 of a code of digits. Nil where it stays as it is.
  static func formula(for text: String) -> String? {
    let safe = SafeText.of(text)
    guard !looksLikeFormula(safe), looksLikeValue(safe) else { return nil }
    // There is no quotation mark in what looks like a value.
    return "=\"\(safe)\""
  }

  private static func looksLikeFormula(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }

  // MARK: Numbers and days

  /// Whether it has digits, and nothing else but what numbers, days, times and sums of money are
  /// written with, in Chinese and in English.
  private static func looksLikeValue(_ text: String) -> Bool {
    var hasDigit = false
    var word = ""
    // Of 1E5, the E stands between digits.
    var before: Unicode.Scalar?
    func isWordKnown(before next: Unicode.Scalar?) -> Bool {
      guard word == "e" else { return word.isEmpty || words.contains(word) }
      return before.map(isDigit) ?? false
        && next.map { isDigit($0) || "+-".unicodeScalars.contains($0) } ?? false
    }
    for scalar in text.unicodeScalars {
      if isLetter(scalar) {
        word += lowercase(scalar)
        continue
      }
      guard isWordKnown(before: scalar) else { return false }
      word = ""
      before = scalar
      if isDigit(scalar) {
        hasDigit = true
      } else if !scalar.properties.isWhitespace, !marks.contains(scalar) {
        return false
      }
    }
    if !hasDigit { return ["true", "false"].contains(word) && before == nil }
    return isWordKnown(before: nil)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil
  }

  /// ASCII, also in full width.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  private static func lowercase(_ scalar: Unicode.Scalar) -> String {
    let value = scalar.value >= 0xFF00 ? scalar.value - 0xFEE0 : scalar.value
    return String(Character(Unicode.Scalar(UInt8(value | 0x20))))
  }

  /// Words within numbers and days.
  private static let words: Set<String> = [
    "am", "pm", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december",
  ]

  private static let marks = Set(
    "/-.:,'%‰+()$¥￥€£／－．：，％＋（）＄年月日时時分秒点點上下午星期周、·".unicodeScalars)
}
