import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// Texts that try to become markup, wherever a stranger can put them: they stay text.
///
/// The reader of these tests refuses every element and attribute that is not on its list, so what
/// is left to show is that the text stands there whole.
@Suite struct HTMLHostileTests {
  static let texts = [
    #"<script>alert(1)</script>"#,
    #""><img src=x onerror=alert(1)>"#,
    #"' onmouseover='alert(1)"#,
    #"</td></tr></table><h1>条件均符合</h1>"#,
    #"</title><style>*{display:none}</style>"#,
    #"</text></svg><foreignObject><iframe src="http://x.example/">"#,
    #"<!--"#, #"]]>"#, #"<![CDATA["#, #"<?xml?>"#, #"--><b>"#,
    #"&lt;b&gt; &amp; &#60; &copy; &"#,
    "javascript:alert(1)", "\u{FEFF}<b>\u{200B}", "＜ｂ＞", "\u{FFFE}\u{FFFF}\u{1FFFE}",
    "\u{202E}\u{2066}\u{1B}[31m\u{0}\u{7F}\u{9B}\u{2028}\u{061C}", "a\r\nb\tc", "\u{1F4A9}é\u{301}",
  ]

  /// How a text is shown: control characters and what no XML may hold are escaped.
  private func shown(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isEscaped =
        scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
        || scalar.value == 0x2028 || scalar.value & 0xFFFE == 0xFFFE
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return isEscaped
        ? "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        : String(scalar)
    }.joined()
  }

  private func application(_ evil: String) throws -> TableValue {
    let text = TableValue.text(evil)
    return try Candidate.tree(
      1,
      .object([
        "baseName": text, "site": text, evil: text,
        "applicant": .object([
          "name": text, "address": text, "profile": text,
          "region": .object(["county": text, "city": text]),
          "contact": .object(["name": text, "email": text]), evil: .number(1),
        ]),
        "recommendation": .object([
          "channels": .list([.object(["name": text, "kind": .text("national-society")])])
        ]),
        "plan": .object(["goals": text, "content": text]),
        "stages": .list([.object(["goal": text, "from": .text("2022-01"), "to": .text("2021-01")])]
        ),
        "experts": .list([.object(["name": text]), .object(["name": text])]),
      ]))
  }

  @Test(arguments: texts.sampled(5)) func textStaysText(evil: String) throws {
    let text = try application(evil).json
    for rendering in [
      try Rendering(.html, stages: ["all"]), try Rendering(.html, in: .en, stages: ["all"]),
      try Rendering(.html, detail: .brief), try Rendering(.html, isStrict: true),
      try Rendering(.html, rulebooks: ["henan"], stages: ["all"]),
    ] {
      let page = try rendering(text).page()
      let cells = try page.first("table", "facts").all("td").map(\.text)
      #expect(cells.count { $0 == shown(evil) } == 2, "the names of the host and of the base")
      #expect(page.all("title")[0].text.hasSuffix(shown(evil)))
    }
    let book = try Rendering(.html)([.text(text), .text(text)]).page()
    #expect(book.all("a").map(\.text) == [shown(evil), shown(evil)])
  }

  @Test(arguments: texts.sampled(5)) func textOfCandidatesAndUnitStaysText(evil: String) throws {
    let unit = TableValue.object([
      "name": .text(evil), "kind": .text("national-society"), "date": .text("2022-06-01"),
      "penalties": .list([.object(["date": .text("2021-05-20"), "authority": .text(evil)])]),
      "ranking": .list([.text(Candidate.creditCode(1)), .text(Candidate.creditCode(7))]),
      evil: .flag(true),
    ])
    let near = try application(evil).merging(
      TableValue("{\"baseType\": \"collaboration\", \(Candidate.shortOfStaff)}"))
    let inputs: [Input] = [
      .file("a.json", try application(evil).json), .file("b.json", near.json),
      .file("c.json", "{\(evil)"),
    ]
    for language in Language.allCases {
      let page = try Screened(in: language, stages: ["all"], unit: unit.json)(.html, inputs).page()
      #expect(page.all("bdi").map(\.text) == [shown(evil)])
      let cells = page.all("td").flatMap { [$0] + $0.elements }
      #expect(cells.count { $0.text == shown(evil) } >= 4)
      #expect(page.all("svg").flatMap { $0.all("text") }.contains { $0.text.hasPrefix("#1 ") })
    }
  }

  /// A text may not steer the page by being a data error either.
  @Test(arguments: texts) func quotedErrorsStayText(evil: String) throws {
    let text = TableValue.text(evil)
    for text in [
      TableValue.object(["baseType": text, "programme": text]).json,
      TableValue.object(["applicationDate": text, evil: .null]).json, "{\"\(evil)", evil,
    ] {
      let page = try Rendering(.html)(text).page()
      #expect(!page.all("div", "conclusion").isEmpty)
    }
  }

  @Test func namesOfFilesStayText() throws {
    let names = [
      "<script>.json", "\"><b>.json", "a&b'.json", "x\u{202E}\u{1B}\n.json", "javascript:1.json",
    ]
    let one = try Sample.ineligible()
    let inputs = names.map { Input.file($0, one) } + [.unread("<missing>.json")]
    for page in [
      try Rendering(.html)(inputs).page(), try Screened()(.html, inputs).page(),
    ] {
      for name in names + ["<missing>.json"] {
        #expect(page.all("code").contains { $0.text.hasSuffix(shown(name)) }, "\(name)")
      }
    }
    for name in names {
      let page = try Rendering(.html)([.file(name, one)]).page()
      #expect(page.all("td").contains { $0.text == shown(name) })
    }
  }

  // MARK: The reader of these tests

  @Test(arguments: [
    "<p>a", "<p>a</b>", "<p a=b></p>", "<p a='b'></p>", "<p a=\"1\" a=\"2\"></p>", "<p>a & b</p>",
    "<p>&nbsp;</p>", "<p>></p>", "<P></P>", "<p><!-- --></p>", "<p a=\"<\"></p>", "<br>", "<p/ >",
  ])
  func readerIsStrict(text: String) {
    #expect(throws: Markup.Fault.self) {
      try Markup.read(Data("<!DOCTYPE html>\n<html lang=\"zh\">\(text)</html>".utf8))
    }
  }

  @Test(arguments: [
    "<script>1</script>", "<p onclick=\"1\">a</p>", "<a href=\"http://x\">a</a>",
    "<a href=\"#nowhere\">a</a>", "<img/>", "<p style=\"color:red\">a</p>", "<h3>a</h3>",
    "<p>\u{202E}</p>", "<table><tr><th>a</th></tr></table>",
  ])
  func readerFindsWhatMustNotBe(text: String) throws {
    let good = try Rendering(.html)(Sample.eligible()).text
    let changed = good.replacing("</header>", with: "\(text)</header>")
    #expect(changed != good)
    #expect(try Markup.read(Data(changed.utf8)).faults != [])
  }
}
