import Foundation
import Testing

/// Lists on a page: rows, pasted tables, and when a list says all that there is.
@Suite struct ListTests {
  private func page() throws -> Page {
    try Page(#"{"baseType": "incubation", "programme": "henan", "applicationDate": "2023-05-01"}"#)
  }

  private func names(_ page: Page) throws -> [String?] {
    try page.field("tenants").rows?.map { $0.cells[0].value } ?? []
  }

  @Test func listIsToldRowByRowAndCompleted() throws {
    let page = try page()
    #expect(try page.field("tenants").isComplete == false)
    try page.edit(["kind": "addRow", "path": "tenants"])
    try page.type("甲", at: "tenants[0].name")
    try page.type("高企", at: "tenants[0].titles")
    try page.edit(["kind": "addRow", "path": "tenants"])
    #expect(try page.field("tenants").rows?.count == 2)
    // It may go on, so that nothing is certain.
    #expect(page.view.criterion("5.4.a")?.verdict == "unknown")
    #expect(try page.json()["tenants"] == nil)
    try page.edit(["kind": "complete", "path": "tenants", "isComplete": true])
    // A row in which nothing was written is none.
    #expect(try names(page) == ["甲"])
    #expect(page.view.criterion("5.4.a")?.verdict == "pass")
    #expect(try page.json().keys.contains("x-unfinished") == false)
    try page.edit(["kind": "complete", "path": "tenants", "isComplete": false])
    #expect(try page.json()["tenants"] == nil)
    #expect(try names(page) == ["甲"])
  }

  @Test func noneIsAnAnswer() throws {
    let page = try page()
    try page.edit(["kind": "complete", "path": "incidents", "isComplete": true])
    #expect(try (page.json()["incidents"] as? [Any])?.isEmpty == true)
    #expect(page.view.criterion("5.9.a")?.verdict == "pass")
    try page.edit(["kind": "clear", "path": "incidents"])
    #expect(try page.json()["incidents"] == nil)
    #expect(page.view.criterion("5.9.a")?.verdict == "unknown")
  }

  /// Rows in another order, with what was set aside in them.
  @Test(arguments: [true, false])
  func rowsMove(isComplete: Bool) throws {
    let page = try page()
    for (row, name) in ["丙", "甲", "乙"].enumerated() {
      try page.edit(["kind": "addRow", "path": "tenants"])
      try page.type(name, at: "tenants[\(row)].name")
    }
    try page.type("没听说过", at: "tenants[1].titles")
    if isComplete { try page.edit(["kind": "complete", "path": "tenants", "isComplete": true]) }
    func aside() throws -> [Int] {
      try page.field("tenants").rows?.indices.filter {
        try page.cell("tenants", $0, "titles").entered == "没听说过"
      } ?? []
    }
    try page.edit(["kind": "moveRow", "path": "tenants", "row": 1, "to": 2])
    #expect(try names(page) == ["丙", "乙", "甲"])
    #expect(try aside() == [2])
    try page.edit(["kind": "copyRow", "path": "tenants", "row": 2])
    #expect(try names(page) == ["丙", "乙", "甲", "甲"])
    #expect(try aside() == [2, 3])
    #expect(try page.cell("tenants", 3, "name").message?.severity == "warning")
    try page.edit(["kind": "removeRow", "path": "tenants", "row": 2])
    #expect(try aside() == [2])
    try page.edit(["kind": "sort", "path": "tenants", "column": "name", "descending": true])
    #expect(try names(page) == ["甲", "乙", "丙"].sorted(by: >))
    #expect(try aside().count == 1)
    for edit in ["removeRow", "copyRow", "moveRow"] {
      try page.edit(["kind": edit, "path": "tenants", "row": 9, "to": 0])
    }
    #expect(try names(page).count == 3)
    #expect(try page.field("tenants").isComplete == isComplete)
  }

  struct Pasted: Sendable {
    let text: String
    let hasHeader: Bool
    let columns: [String?]
    /// Names and titles of the rows, as they are shown.
    let rows: [[String?]]
  }

  /// Blocks as they come from spreadsheets.
  @Test(arguments: [
    Pasted(
      text: "序号\t企业名称\t企业资质\n1\t甲\t高企\n2\t乙\t无\n", hasHeader: true,
      columns: [nil, "name", "titles"], rows: [["甲", "高新技术企业"], ["乙", "无"]]),
    Pasted(
      text: "甲\t高新技术企业\r\n乙\t科技型中小企业、高企\r\n", hasHeader: false, columns: ["name", "titles"],
      rows: [["甲", "高新技术企业"], ["乙", "高新技术企业、科技型中小企业"]]),
    Pasted(
      text: "资质（可多项）\t企业\n小巨人\t\"甲\n公司\"\n专精特新\t\"乙\"\"丙\"\"\"\n", hasHeader: true,
      columns: ["titles", "name"], rows: [["甲\n公司", "国家级专精特新"], ["乙\"丙\"", nil]]),
    Pasted(text: "甲\n乙\n", hasHeader: false, columns: ["name"], rows: [["甲", nil], ["乙", nil]]),
    Pasted(
      text: "企业名称\t电话\n甲\t0371-1\n", hasHeader: true, columns: ["name", nil], rows: [["甲", nil]]),
    Pasted(
      text: "甲,高企\n乙,无\n", hasHeader: false, columns: ["name", "titles"],
      rows: [["甲", "高新技术企业"], ["乙", "无"]]),
    Pasted(
      text: "5\"管\t高企\n", hasHeader: false, columns: ["name", "titles"],
      rows: [["5\"管", "高新技术企业"]]),
    Pasted(text: "\n\n", hasHeader: false, columns: [], rows: []),
  ])
  func tableIsUnderstood(_ pasted: Pasted) throws {
    struct Preview: Decodable {
      struct Column: Decodable { let member: String? }
      struct Cell: Decodable {
        let typed: String
        let shown: String?
        let problem: String?
      }
      struct Row: Decodable { let cells: [Cell] }
      let hasHeader: Bool
      let columns: [Column]
      let rows: [Row]
    }
    let page = try page()
    let answer = try page.ask(
      "paste", ["path": "tenants"],
      parts: [([:], Data(page.text.utf8)), ([:], Data(pasted.text.utf8))])
    let preview = try JSONDecoder().decode(Preview.self, from: answer)
    #expect(preview.hasHeader == pasted.hasHeader)
    #expect(preview.columns.map(\.member) == pasted.columns)
    let shown = preview.rows.map { row in
      ["name", "titles"].map { member in
        preview.columns.firstIndex { $0.member == member }.flatMap { row.cells[$0].shown }
      }
    }
    #expect(shown == pasted.rows)

    try page.edit([
      "kind": "paste", "path": "tenants", "pasted": pasted.text, "hasHeader": preview.hasHeader,
      "columns": preview.columns.map { $0.member as Any? ?? NSNull() },
    ])
    #expect(try names(page) == pasted.rows.map { $0[0] })
    // What was not understood is there as it was.
    for (number, row) in preview.rows.enumerated() {
      for (column, cell) in row.cells.enumerated() where cell.problem != nil {
        let member = try #require(preview.columns[column].member)
        #expect(try page.cell("tenants", number, member).entered == cell.typed)
      }
    }
  }

  @Test func manyRowsInOnePaste() throws {
    let page = try page()
    let rows = (1...60).map { "企业\($0)\t\($0 <= 31 ? "高企" : "无")" }
    try page.edit([
      "kind": "paste", "path": "tenants", "pasted": rows.joined(separator: "\n"),
      "hasHeader": false, "columns": ["name", "titles"],
    ])
    try page.edit(["kind": "complete", "path": "tenants", "isComplete": true])
    #expect(page.view.criterion("5.4.a")?.verdict == "pass")
    #expect(page.view.criterion("5.4.a")?.actual?.contains("31") == true)
    // Another block goes below.
    try page.edit([
      "kind": "paste", "path": "tenants", "pasted": "企业1\t高企", "hasHeader": false,
      "columns": ["name", "titles"],
    ])
    #expect(try page.field("tenants").rows?.count == 61)
    #expect(try page.cell("tenants", 60, "name").message?.severity == "warning")
  }

  @Test func wrongCellsOfATableAreSetAside() throws {
    let page = try Page(#"{"baseType": "international", "programme": "henan"}"#)
    try page.edit([
      "kind": "paste", "path": "experts", "pasted": "Smith\t美国\t13\nIvan\tXX\t3个月\n",
      "hasHeader": false, "columns": ["name", "nationality", "monthsPerYear"],
    ])
    #expect(try page.cell("experts", 0, "nationality").value == "US")
    #expect(try page.cell("experts", 0, "monthsPerYear").entered == "13")
    #expect(try page.cell("experts", 1, "nationality").entered == "XX")
    #expect(try page.cell("experts", 1, "monthsPerYear").value == "3")
    #expect(page.view.outcome != "invalid")
  }
}
