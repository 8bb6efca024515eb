import Foundation
import Testing

/// What is typed into the fields of a page.
@Suite struct TypingTests {
  @Test func startShowsTheFormAndAsksForTheType() throws {
    let page = try Page()
    #expect(page.view.headline == "请先选择基地类别")
    let fields = page.view.sections.flatMap(\.fields)
    #expect(Set(fields.map(\.path)).count == fields.count)
    // In the order of the official form.
    #expect(page.view.sections.first?.title == "一、申报单位基本情况")
    #expect(page.view.sections.first?.fields.first?.path == "applicant.name")
    #expect(page.view.rulebooks.isEmpty)
    page.language = "en"
    #expect(try page.edit().sections.first?.title == "1. The applicant")
  }

  @Test func onlyWhatTheTypeAsksForIsUsed() throws {
    let page = try Page()
    try page.type("河南", at: "programme")
    try page.type("产学研", at: "baseType")
    #expect(try page.field("staff.fullTime").isUsed)
    #expect(try !page.field("tenants").isUsed)
    #expect(try page.field("staff.fullTime").reasons.map(\.citation) == ["第四条（五）"])
    #expect(try page.field("experts").isWanted)
    try page.type("创新创业孵化", at: "baseType")
    #expect(try page.field("tenants").isUsed)
    #expect(try !page.field("experts").isUsed)
    try page.type("全国", at: "programme")
    #expect(try page.field("tenants").readings.contains { $0.contains("小巨人") })
  }

  /// What is typed, and what the field has of it; nil: it is not taken.
  @Test(
    arguments: [
      ("staff.fullTime", "50人", "50"), ("staff.fullTime", "５０", "50"),
      ("staff.fullTime", "三十", "30"), ("staff.fullTime", "约30", nil), ("staff.fullTime", "-1", nil),
      ("staff.fullTime", "1.5", nil), ("staff.fullTime", "1e400", nil),
      ("incubation.officeArea", "5,000平方米", "5000"),
      ("applicant.registeredOn", "2022.5.20", "2022-05-20"),
      ("applicant.registeredOn", "2022年13月1日", nil), ("applicant.registeredOn", "去年", nil),
      ("applicant.creditCode", "91410100MA9ABCDE1X", "91410100MA9ABCDE1X"),
      ("applicant.creditCode", "123", nil), ("applicant.kind", "高校", "university"),
      ("applicant.kind", "医院", nil), ("applicant.independentLegalPerson", "是", "yes"),
      ("applicant.independentLegalPerson", "no", "no"),
      ("applicant.independentLegalPerson", "也许", nil), ("applicant.region.province", "豫", "豫"),
      ("applicant.region.province", "郑州", nil),
      ("applicant.name", "<b>甲\u{202E}</b>", "<b>甲\u{202E}</b>"),
      ("applicant.profile", "第一行\n第二行", "第一行\n第二行"),
    ] as [(String, String, String?)])
  func typedIsTakenOrSetAside(_ path: String, _ typed: String, _ value: String?) throws {
    let page = try Page(#"{"baseType": "incubation", "programme": "henan"}"#)
    try page.type(typed, at: path)
    let field = try page.field(path)
    #expect(field.value == value)
    #expect(field.entered == (value == nil ? typed : nil))
    #expect((field.message?.severity == "error") == (value == nil))
    #expect(page.view.outcome != "invalid")
    // It is in the file, and comes back with it.
    let again = try Page(page.text)
    #expect(try again.field(path).value == value)
    #expect(try again.field(path).entered == field.entered)
    // Nothing typed takes it away.
    try page.type("  ", at: path)
    #expect(try page.field(path).value == nil && page.field(path).entered == nil)
    #expect(try page.json().keys.sorted().prefix(2) == ["baseType", "programme"])
    #expect(try page.json()["x-unread"] == nil)
  }

  @Test func whatContradictsIsSetAsideAndComesBack() throws {
    let page = try Page(#"{"baseType": "collaboration", "programme": "henan"}"#)
    try page.type("60", at: "staff.scienceAndTechnology")
    try page.type("30", at: "staff.fullTime")
    try page.type("10", at: "staff.partTime")
    let field = try page.field("staff.partTime")
    #expect(field.value == nil && field.entered == "10" && field.message?.severity == "error")
    #expect(page.view.criterion("4.5.a")?.verdict == "unknown")
    try page.type("35", at: "staff.scienceAndTechnology")
    #expect(try page.field("staff.partTime").value == "10")
    #expect(try page.field("staff.partTime").entered == nil)
    #expect(try page.json()["x-unread"] == nil)
    #expect(page.view.criterion("4.5.a")?.verdict == "fail")
    #expect(page.view.criterion("4.5.a")?.shortfall?.contains("10") == true)
  }

  /// A year or a month will do where no day of it makes a difference.
  @Test func dayIsAskedForWhereItMatters() throws {
    let page = try Page(#"{"baseType": "collaboration", "programme": "henan"}"#)
    // Without the date of application nothing is certain.
    try page.type("1956年", at: "applicant.registeredOn")
    #expect(try page.field("applicant.registeredOn").entered == "1956年")
    try page.type("2022-05-20", at: "applicationDate")
    try page.type("1956年", at: "applicant.registeredOn")
    let field = try page.field("applicant.registeredOn")
    #expect(field.value == "1956-12-31")
    #expect(field.message?.severity == "warning" && field.message?.text.contains("1956年") == true)
    #expect(page.view.criterion("4.7.b")?.verdict == "pass")
    for (typed, value) in [
      ("2021年4月", "2021-04-30"), ("2021年5月", nil), ("2021年", nil), ("2022年", "2022-12-31"),
      ("2021年6月", "2021-06-30"), ("56年", nil),
    ] as [(String, String?)] {
      try page.type(typed, at: "applicant.registeredOn")
      #expect(try page.field("applicant.registeredOn").value == value, "\(typed)")
    }
  }

  @Test func typesAreThoseOfTheProgramme() throws {
    let page = try Page()
    #expect(try page.field("baseType").choices.count == 7)
    try page.type("河南", at: "programme")
    #expect(
      try page.field("baseType").choices.map(\.code) == [
        "collaboration", "incubation", "international",
      ])
    try page.type("国际创新园", at: "baseType")
    #expect(try page.field("baseType").entered == "国际创新园")
    #expect(page.view.outcome != "eligible")
  }

  @Test func codesAndTextsCanBeDeclaredToBeNone() throws {
    let page = try Page(#"{"baseType": "collaboration", "programme": "national"}"#)
    page.stages = ["eligibility", "submission"]
    try page.edit(["kind": "codes", "path": "capabilities", "codes": ["product-development", "?"]])
    #expect(try page.field("capabilities").codes == ["product-development"])
    try page.edit(["kind": "codes", "path": "capabilities", "codes": [String]()])
    #expect(try page.field("capabilities").codes == [])
    try page.edit(["kind": "codes", "path": "capabilities", "codes": NSNull()])
    #expect(try page.field("capabilities").codes == nil)
    #expect(try page.field("otherFocus").none?.isChosen == false)
    try page.edit(["kind": "none", "path": "otherFocus", "isChosen": true])
    #expect(try page.field("otherFocus").none?.isChosen == true)
    #expect(try page.json()["otherFocus"] as? String == "")
  }

  @Test func unknownKeysStay() throws {
    let page = try Page(#"{"x-note": [1, {"a": null}], "baseType": "incubation", "mine": 1.50}"#)
    try page.type("12", at: "staff.fullTime")
    #expect(page.text.contains(#""x-note": [1, {"a": null}]"#))
    #expect(page.text.contains(#""mine": 1.50"#))
    #expect(page.view.notes.contains { $0.contains("mine") })
  }

  @Test(arguments: [
    "{", "[]", "{}", "", "staff", "staff.", "tenants[", "tenants[].name", "tenants[-1].name",
    "tenants[99999999999].name", "tenants[0]", "tenants[0].", "candidates[0].ranked", "\u{0}",
  ])
  func noFieldTakesNothing(_ path: String) throws {
    let page = try Page(#"{"baseType": "incubation"}"#)
    try page.type("1", at: path)
    #expect(page.text == #"{"baseType": "incubation"}"#)
    for kind in ["addRow", "removeRow", "sort", "complete", "clear", "paste", "codes", "none", "?"]
    {
      try page.edit(["kind": kind, "path": path, "row": 0, "column": "name", "pasted": "a"])
    }
    #expect(page.text == #"{"baseType": "incubation"}"#)
  }

  /// An edit that is none of a field's kind changes nothing.
  @Test func fieldTakesItsOwnKindOfEdit() throws {
    let page = try Page(#"{"baseType": "incubation"}"#)
    try page.edit(["kind": "codes", "path": "applicant.name", "codes": [String]()])
    try page.edit(["kind": "none", "path": "staff.fullTime", "isChosen": true])
    try page.edit(["kind": "addRow", "path": "staff"])
    #expect(page.text == #"{"baseType": "incubation"}"#)
  }

  @Test func nonsenseIsRefused() throws {
    let page = try Page()
    for operation in ["", "explode", "paste", "report", "open"] {
      #expect(throws: Page.Refused.self) { try page.ask(operation) }
    }
    page.stages = ["no such stage"]
    #expect(throws: Page.Refused.self) { try page.edit() }
  }
}
