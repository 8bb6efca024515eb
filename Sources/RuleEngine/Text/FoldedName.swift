/// A name without what people write in one way or another: width, case, quotation marks, spaces,
/// marks without a width, and what looks like a character but is another.
struct FoldedName: Hashable, Sendable {
  /// What is left of it.
  private(set) var scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = []
    for scalar in text.unicodeScalars { Self.fold(scalar, into: &scalars) }
  }

  var isEmpty: Bool { scalars.isEmpty }

  /// Puts words in place of others wherever they stand, the first in the list first.
  mutating func replace(_ words: [(long: FoldedName, short: FoldedName)]) {
    for (long, short) in words { replace(long.scalars, with: short.scalars) }
  }

  /// Letters and digits alone, and without some words.
  func core(without words: [FoldedName]) -> FoldedName {
    var core = self
    for word in words { core.replace(word.scalars, with: []) }
    core.scalars.removeAll { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
    return core
  }

  private mutating func replace(_ word: [Unicode.Scalar], with other: [Unicode.Scalar]) {
    guard !word.isEmpty, word.count <= scalars.count else { return }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      if scalars[index...].starts(with: word) {
        result += other
        index += word.count
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    scalars = result
  }

  // MARK: Characters

  private static func fold(_ scalar: Unicode.Scalar, into folded: inout [Unicode.Scalar]) {
    switch scalar.value {
    // Full width.
    case 0xFF01...0xFF5E:
      if let half = Unicode.Scalar(scalar.value - 0xFEE0) { fold(half, into: &folded) }
    // Ⅰ, ⅰ; ①, ⑴, ⒈: as they are spelt out.
    case 0x2160...0x216B: append(roman[Int(scalar.value - 0x2160)], to: &folded)
    case 0x2170...0x217B: append(roman[Int(scalar.value - 0x2170)], to: &folded)
    case 0x2460...0x2473: append(String(scalar.value - 0x245F), to: &folded)
    case 0x2474...0x2487: append(String(scalar.value - 0x2473), to: &folded)
    case 0x2488...0x249B: append(String(scalar.value - 0x2487), to: &folded)
    // Radicals, as documents in PDF give them for the characters that they look like.
    case 0x2F00...0x2FD5: folded.append(radicals[Int(scalar.value - 0x2F00)])
    // Dashes and middle dots.
    case 0x2010...0x2015, 0x2212, 0x2500: folded.append("-")
    case 0x2022, 0x2027, 0x22C5, 0x30FB, 0x2219, 0xFF65: folded.append("·")
    default:
      guard !isDropped(scalar) else { return }
      folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// Spaces, quotation marks, and what has no width.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
      || quotes.contains(scalar)
  }

  private static let quotes = Set("\"'`´“”„‟‘’‚‛«»‹›「」『』﹁﹂﹃﹄〝〞〟《》〈〉".unicodeScalars)
  private static let roman = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  private static func append(_ text: String, to folded: inout [Unicode.Scalar]) {
    folded.append(contentsOf: text.unicodeScalars)
  }

  /// The characters of U+2F00 to U+2FD5, in order.
  private static let radicals = Array(
    (radicalsOfOneToFour + radicalsOfFive + radicalsOfMore).unicodeScalars)
  private static let radicalsOfOneToFour =
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬"
  private static let radicalsOfFive = "玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立"
  private static let radicalsOfMore =
    "竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"
}
