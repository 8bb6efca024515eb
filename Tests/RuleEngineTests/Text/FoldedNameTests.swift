import Testing

@testable import RuleEngine

/// What people write in one way or another is folded away, and nothing else.
@Suite struct FoldedNameTests {
  private func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: FoldedName(text).scalars)
    return String(view)
  }

  @Test(arguments: [
    ("", ""), ("甲", "甲"), (" 甲\t乙\u{3000}", "甲乙"), ("ＡＢＣ１２", "abc12"), ("ABC", "abc"),
    ("“甲”「乙」《丙》\"丁\"'戊'", "甲乙丙丁戊"), ("＂甲＂", "甲"), ("甲\u{200B}\u{FEFF}\u{2060}乙", "甲乙"),
    ("Ⅳⅻ", "ivxii"), ("①⑳⑴⒈", "12011"), ("甲—乙–丙－丁", "甲-乙-丙-丁"), ("甲・乙•丙", "甲·乙·丙"),
    ("⼀⿕", "一龠"), ("1/2", "1/2"), ("（甲）", "(甲)"), ("É", "é"), ("e\u{301}", "e\u{301}"),
  ])
  func isFolded(_ text: String, _ expected: String) {
    #expect(folded(text).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(folded(text))")
  }

  /// To fold twice is to fold once.
  @Test func isStable() {
    for value in UInt32(0)...0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = folded(String(scalar))
      let twice = folded(once)
      #expect(
        twice.unicodeScalars.elementsEqual(once.unicodeScalars), "U+\(String(value, radix: 16))")
    }
  }

  @Test func core() {
    let words = ["创新基地", "基地"].map { FoldedName($0) }
    #expect(FoldedName("甲（乙）-1创新基地").core(without: words) == FoldedName("甲乙1"))
    #expect(FoldedName("基地甲基地").core(without: words) == FoldedName("甲"))
    #expect(FoldedName("“创新基地”").core(without: words).isEmpty)
    // What is left after one word is gone is not looked at again.
    #expect(FoldedName("基创新基地地").core(without: [FoldedName("创新基地")]) == FoldedName("基地"))
  }

  @Test func replacing() {
    var name = FoldedName("科学技术协会科学技术协会")
    name.replace([(FoldedName("科学技术协会"), FoldedName("科协"))])
    #expect(name == FoldedName("科协科协"))
    name.replace([(FoldedName(""), FoldedName("甲")), (FoldedName("一二三四五"), FoldedName("乙"))])
    #expect(name == FoldedName("科协科协"))
  }
}
