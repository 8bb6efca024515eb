import Testing

@testable import RuleEngine

/// A share of a whole that another criterion sizes.
@Suite struct AskedSizesTests {
  private static let share = #"{"share": "guests", "of": "people", "isAtLeast": "80%"}"#
  private static let size = #"{"fact": "people", "isAtLeast": 50}"#
  private static let scope =
    #"{"require": {"fact": "ok", "is": true}, "otherwise": {"zh": "不适用", "en": "does not apply"}}"#

  private func lack(_ articles: String..., with facts: String = #""people": 38, "guests": 30"#)
    throws
    -> Lack?
  {
    let rulebook = TinyRules.rulebook(id: "r", articles: articles.joined(separator: ", "))
    let report = try TinyRules.library(rulebook).report(
      #"{"baseType": "one", "ok": true, \#(facts)}"#)
    let criterion = try #require(report.criterion("2.a"))
    return criterion.lack
  }

  @Test(
    arguments: [
      // Without a size, and with one.
      (#"{"fact": "ok", "is": true}"#, nil, nil),
      (size, "10", "50"),
      (#"{"all": [\#(size), {"fact": "ok", "is": true}]}"#, "10", "50"),
      (#"{"all": [\#(size), {"fact": "people", "isAtLeast": 60}]}"#, "18", "60"),
      (#"{"fact": "people", "isAtLeast": 39}"#, "2", "39"),
      // A size that is reached is none.
      (#"{"fact": "people", "isAtLeast": 38}"#, nil, nil),
      // What need not be, or is asked of something else.
      (#"{"any": [\#(size), {"fact": "ok", "is": true}]}"#, nil, nil),
      (#"{"none": [\#(size)]}"#, nil, nil),
      (#"{"fact": "guests", "isAtLeast": 50}"#, nil, nil),
      (#"{"sum": ["people", "office.desks"], "isAtLeast": 50}"#, nil, nil),
      (#"{"fact": "people", "isAtMost": 50}"#, nil, nil),
    ] as [(String, String?, String?)])
  func beside(_ condition: String, _ amount: String?, _ size: String?) throws {
    let found = try lack(
      TinyRules.article(requiring: condition),
      TinyRules.article(requiring: Self.share, id: "2"))
    #expect(
      found?.amount(in: .zh) == "1" && found?.atSize?.amount.description == amount
        && found?.atSize?.whole.description == size,
      "\(condition)")
    #expect(found?.isLowerBound == false && found?.unit(in: .zh) == "人")
  }

  /// What only another article's scope asks for is not asked here; nor what another stage asks.
  @Test func elsewhere() throws {
    let share = TinyRules.article(requiring: Self.share, id: "2")
    let scoped = TinyRules.article(requiring: Self.size, scope: Self.scope)
    #expect(try lack(scoped, share)?.atSize == nil)
    let later = TinyRules.article(requiring: Self.size, stage: "later")
    #expect(try lack(later, share)?.atSize == nil)
    let other = TinyRules.article(requiring: Self.size, baseTypes: ["two"])
    #expect(try lack(other, share)?.atSize == nil)
  }

  /// A whole of elements that satisfy a condition is the same where the condition is.
  @Test func wholeThatIsCounted() throws {
    func count(_ flag: String) -> String {
      #"{"count": "items", "where": {"fact": "items[].\#(flag)", "is": true}"#
    }
    let share = TinyRules.article(
      requiring: #"{"share": "guests", "of": \#(count("good"))}, "isAtLeast": "1/2"}"#, id: "2")
    let items = (0..<4).map { _ in #"{"good": true, "new": true}"# }.joined(separator: ", ")
    for (flag, amount) in [("good", "4"), ("new", nil)] {
      let found = try lack(
        TinyRules.article(requiring: count(flag) + #", "isAtLeast": 10}"#), share,
        with: #""people": 9, "guests": 1, "items": [\#(items)]"#)
      #expect(
        found?.amount(in: .zh) == "1" && found?.atSize?.amount.description == amount, "\(flag)")
    }
  }
}
