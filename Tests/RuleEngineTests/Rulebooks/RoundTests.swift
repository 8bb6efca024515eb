import Testing

@testable import RuleEngine

/// A rulebook of one round binds nobody who applies in another.
@Suite struct RoundTests {
  private static let round = #"""
    "round": {"name": {"zh": "首轮", "en": "the first round"}, "closings": [
      {"what": {"zh": "网上", "en": "online"}, "at": "2022-05-27T18:00"},
      {"what": {"zh": "纸质", "en": "paper"}, "at": "2022-06-10T18:00"}]}
    """#

  /// A measure, and a call of its programme that is of one round.
  private func library() throws -> RuleLibrary {
    try TinyRules.library(
      TinyRules.rulebook(id: "measure", from: "2022-01-01", until: "2022-12-31"),
      TinyRules.rulebook(
        id: "call", from: "2022-05-01", until: "2022-06-10", head: Self.round))
  }

  private func report(_ date: String?, naming names: [String] = []) throws -> Report {
    var options = Checker.Options()
    options.rulebooks = names
    let date = date.map { #", "applicationDate": "\#($0)""# } ?? ""
    return try library().report(
      #"{"baseType": "one", "programme": "a"\#(date)}"#, options: options)
  }

  @Test(
    arguments: [
      (nil, ["call", "measure"], nil), ("2022-04-30", ["measure"], false),
      ("2022-05-01", ["call", "measure"], nil), ("2022-06-10", ["call", "measure"], nil),
      ("2022-06-11", ["measure"], true), ("2023-01-01", ["measure"], true),
    ] as [(String?, [String], Bool?)])
  func isLeftOutOutside(_ date: String?, _ ids: [String], _ isOver: Bool?) throws {
    for names in [[], ["a"]] {
      let report = try report(date, naming: names)
      #expect(report.rulebooks.map(\.rulebook.id) == ids)
      #expect(report.closedRounds.map(\.isOver) == [isOver].compactMap { $0 })
      #expect(report.closedRounds.allSatisfy { $0.rulebook.id == "call" })
      // A measure outside its span is checked all the same.
      #expect(report.diagnostics.map(\.code) == (date == "2023-01-01" ? [.notInForce] : []))
    }
  }

  /// Who names it gets it, with the warning of any rulebook outside its span.
  @Test func isCheckedWhereItIsNamed() throws {
    for date in ["2022-04-30", "2022-06-11"] {
      let report = try report(date, naming: ["call"])
      #expect(report.rulebooks.map(\.rulebook.id) == ["call"])
      #expect(report.closedRounds.isEmpty)
      #expect(report.diagnostics.map(\.code) == [.notInForce])
      let both = try self.report(date, naming: ["a", "call"])
      #expect(both.rulebooks.map(\.rulebook.id) == ["measure", "call"])
    }
  }

  @Test func isTold() throws {
    let over = try #require(try report("2022-06-11").closedRounds.first)
    for part in ["2022-05-27T18:00", "2022-06-10T18:00", "2022-06-11", "--rulebook call"] {
      #expect(over.text(in: .zh).contains(part))
      #expect(over.text(in: .en).contains(part))
    }
    #expect(over.text(in: .zh).contains("均已截止") && over.text(in: .zh).contains("首轮"))
    #expect(over.text(in: .en).contains("have closed"))
    let early = try #require(try report("2022-04-30").closedRounds.first)
    #expect(!early.text(in: .zh).contains("截止") && early.text(in: .zh).contains("2022-05-01"))
    #expect(!early.text(in: .en).contains("closed") && early.text(in: .en).contains("2022-05-01"))
  }

  /// Where nothing else is asked for, nothing is checked, and the file is not at fault.
  @Test func nothingElse() throws {
    let library = try TinyRules.library(
      TinyRules.rulebook(id: "call", until: "2022-06-10", head: Self.round))
    let report = try library.report(#"{"baseType": "one", "applicationDate": "2022-06-11"}"#)
    #expect(report.outcome == .undetermined)
    #expect(report.closedRounds.map(\.rulebook.id) == ["call"])
    #expect(report.diagnostics.map(\.code) == [.nothingToCheck])
    let inside = try library.report(
      #"{"baseType": "one", "applicationDate": "2022-06-10", "ok": true}"#)
    #expect(inside.outcome == .eligible)
  }

  /// A report that is filled anew tells nothing of the round of the one before.
  @Test func isForgotten() throws {
    let library = try library()
    let report = Report(application: Application(vocabulary: library.vocabulary))
    let checker = try Checker(library)
    for (date, count) in [("2022-06-11", 1), ("2022-06-10", 0)] {
      let text = #"{"baseType": "one", "programme": "a", "applicationDate": "\#(date)"}"#
      report.application.read(SourceText(name: "a.json", bytes: text.utf8))
      checker.check(into: report)
      #expect(report.closedRounds.count == count)
    }
  }

  /// Of two rounds of a call, the date picks one; between them, neither is checked.
  @Test(
    arguments: [
      ("2022-06-10", ["first"], []), ("2022-06-11", [], ["first"]),
      ("2023-04-30", [], ["second"]), ("2023-05-01", ["second"], []),
    ] as [(String, [String], [String])])
  func severalRounds(_ date: String, _ checked: [String], _ closed: [String]) throws {
    let second = Self.round.replacing("2022-", with: "2023-")
    let library = try TinyRules.library(
      TinyRules.rulebook(
        id: "first", series: "call", from: "2022-05-01", until: "2022-06-10", head: Self.round),
      TinyRules.rulebook(
        id: "second", series: "call", from: "2023-05-01", until: "2023-06-10", head: second))
    let report = try library.report(#"{"baseType": "one", "applicationDate": "\#(date)"}"#)
    #expect(report.rulebooks.map(\.rulebook.id) == checked)
    #expect(report.closedRounds.map(\.rulebook.id) == closed)
  }
}
