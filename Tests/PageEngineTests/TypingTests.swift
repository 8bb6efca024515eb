import Foundation
import Testing

@testable import TestSupport

/// What is typed into the fields of a page.
@Suite struct TypingTests {
  @Test func startShowsTheFormAndAsksForTheType() throws {
    let page = try Page()
    #expect(page.view.headline.contains("类别"))
    #expect(page.view.sections.count > 5)
    let paths = page.view.sections.flatMap(\.fields).map(\.path)
    #expect(Set(paths).count == paths.count)
    print(
      page.view.sections.map { "\($0.title): \($0.fields.map(\.path))" }.joined(separator: "\n"))
  }

  @Test func numbersAreReadAsPeopleWriteThem() throws {
    let page = try Page()
    try page.type("河南", at: "programme")
    try page.type("产学研协作", at: "baseType")
    try page.type("50人", at: "staff.fullTime")
    #expect(try page.field("staff.fullTime").value == "50")
    try page.type("约30", at: "staff.partTime")
    let vague = try page.field("staff.partTime")
    #expect(vague.value == nil)
    #expect(vague.entered == "约30")
    #expect(vague.message?.severity == "error")
    try page.type("三十", at: "staff.partTime")
    #expect(try page.field("staff.partTime").value == "30")
    print(page.text)
    print(page.view.headline, page.view.next.map(\.text).joined(separator: "\n"))
  }

  @Test func whatContradictsIsSetAsideAndComesBack() throws {
    let page = try Page(#"{"baseType": "collaboration", "programme": "henan"}"#)
    try page.type("60", at: "staff.scienceAndTechnology")
    try page.type("30", at: "staff.fullTime")
    try page.type("10", at: "staff.partTime")
    #expect(try page.field("staff.partTime").entered == "10")
    #expect(try page.field("staff.partTime").message != nil)
    try page.type("35", at: "staff.scienceAndTechnology")
    #expect(try page.field("staff.partTime").value == "10")
    #expect(try page.field("staff.partTime").entered == nil)
    #expect(!page.text.contains("x-unread"))
  }

  @Test func pasteIsUnderstood() throws {
    let page = try Page(#"{"baseType": "incubation", "programme": "henan"}"#)
    let block = "序号\t企业名称\t资质\n1\t甲公司\t高企\n2\t乙公司\t小巨人、高企\n3\t丙公司\t专精特新\n"
    let answer = try page.ask(
      "paste", ["path": "tenants"], parts: [([:], Data(page.text.utf8)), ([:], Data(block.utf8))])
    print(String(decoding: answer, as: UTF8.self))
    try page.edit([
      "kind": "paste", "path": "tenants", "pasted": block, "columns": [NSNull(), "name", "titles"],
      "hasHeader": true,
    ])
    print(page.text)
    #expect(try page.field("tenants").rows?.count == 3)
    #expect(try page.cell("tenants", 1, "titles").codes == ["specialized-national", "high-tech"])
    #expect(try page.cell("tenants", 2, "titles").entered == "专精特新")
    try page.edit(["kind": "complete", "path": "tenants", "isComplete": true])
    print(page.text)
  }
}
