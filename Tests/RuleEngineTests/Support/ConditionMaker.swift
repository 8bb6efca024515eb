/// Makes conditions of the rule language about the facts of `Fixtures/tiny`, at random.
struct ConditionMaker {
  var generator: SeededGenerator
  /// The list whose elements are at hand, and whether there is one before.
  private var scope: (list: String, hasPrevious: Bool)?

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  private static let combinations = ["all", "any", "none"]
  private static let relations = ["isAtLeast", "isMoreThan", "isAtMost", "isLessThan", "is"]
  private static let periods = [
    #"{"years": 1}"#, #"{"years": 3}"#, #"{"months": 1}"#, #"{"months": 6}"#, #"{"days": 30}"#,
  ]

  mutating func condition(depth: Int = 3) -> String {
    if depth > 0, generator.oneIn(2) {
      switch generator.below(6) {
      case 0...2:
        let parts = (0...generator.below(3)).map { _ in condition(depth: depth - 1) }
        return "{\(quoted(generator.pick(Self.combinations))): [\(parts.joined(separator: ", "))]}"
      case 3:
        return #"{"if": \#(condition(depth: depth - 1)), "then": \#(condition(depth: depth - 1))}"#
      default:
        let list = generator.pick(["steps", "items"])
        let isNext = generator.oneIn(2)
        let inner = inScope(list, isNext) { $0.condition(depth: depth - 1) }
        return #"{"\#(isNext ? "everyNext" : "every")": "\#(list)", "satisfies": \#(inner)}"#
      }
    }
    let made = simple(depth: depth)
    guard depth > 0, generator.oneIn(6) else { return made }
    return made.dropLast() + #", "authorityDecidesIf": \#(simple(depth: 0))}"#
  }

  private mutating func inScope(
    _ list: String, _ hasPrevious: Bool, _ make: (inout Self) -> String
  ) -> String {
    let outer = scope
    scope = (list, hasPrevious)
    defer { scope = outer }
    return make(&self)
  }

  /// A fact of one of the names: of the application, or of the element at hand.
  private mutating func fact(_ own: [String], items: [String] = [], steps: [String] = []) -> String
  {
    let members = scope.map { $0.list == "items" ? items : steps } ?? []
    guard let scope, !members.isEmpty, !generator.oneIn(3) else { return generator.pick(own) }
    let mark = scope.hasPrevious && generator.oneIn(2) ? "[previous]" : "[]"
    return "\(scope.list)\(mark).\(generator.pick(members))"
  }

  private mutating func simple(depth: Int) -> String {
    switch generator.below(10) {
    case 8:
      let relation = generator.pick(["coversYear", "touchesYear", "beginsInYear"])
      return #"{"constructionPeriod": "\#(relation)"}"#
    case 0:
      let flag = fact(["ok", "fine", "office.open"], items: ["good", "new"], steps: ["done"])
      return #"{"fact": "\#(flag)", "is": \#(generator.oneIn(2))}"#
    case 1:
      let comparison = generator.pick([
        #""is": "x""#, #""isOneOf": ["x", "y"]"#, #""isNoneOf": ["y"]"#,
        #""isOneOfOrSimilar": ["x", "z"]"#,
      ])
      return #"{"fact": "kind", \#(comparison)}"#
    case 2:
      let rank = fact(["rank"], items: ["rank"])
      let relation = generator.pick(Self.relations)
      return
        #"{"fact": "\#(rank)", "\#(relation)": "\#(generator.pick(["gold", "silver", "bronze"]))"}"#
    case 3:
      let text = fact(["name"], items: ["name"], steps: ["goal"])
      let comparison = generator.pick([
        #""isFilled": true"#, #""isFilled": false"#, #""isLike": "甲*""#, #""isLike": ["?", "*乙*"]"#,
        #""isOneOf": ["甲", ""]"#,
      ])
      return #"{"fact": "\#(text)", \#(comparison)}"#
    case 4:
      let codes = fact(["skills"], items: ["tags"])
      let comparison = generator.pick([
        #""includesAll": ["p", "q"]"#, #""includesAny": ["q"]"#, #""includesAny": ["p", "r"]"#,
        #""includesAllOrSimilar": ["p", "r"]"#,
      ])
      return #"{"fact": "\#(codes)", \#(comparison)}"#
    case 5: return date()
    case 6:
      let moment = fact(["sentAt", "dueAt"], steps: ["seenAt"])
      let other = generator.oneIn(2) ? "2022-05-27T18:00" : fact(["dueAt"], steps: ["seenAt"])
      return #"{"fact": "\#(moment)", "\#(generator.pick(Self.relations))": "\#(other)"}"#
    case 7:
      let ratio = generator.pick(["80%", "50%", "2/3", "0%", "100%"])
      return
        #"{"share": \#(number(depth: 0, isSmall: true)), "of": \#(number(depth: 0, isSmall: true)), "\#(generator.pick(Self.relations.dropLast()))": "\#(ratio)"}"#
    default:
      let subject = number(depth: depth)
      let relation = generator.pick(Self.relations)
      let other =
        generator.oneIn(3) ? number(depth: 0) : String(generator.pick([0, 1, 2, 3, 49, 50, 300]))
      let authority =
        relation == "isAtLeast" && generator.oneIn(3) ? #", "authorityDecidesFrom": 1"# : ""
      let head =
        subject.hasPrefix("{") ? String(subject.dropFirst().dropLast()) : #""fact": "# + subject
      return "{\(head), \(quoted(relation)): \(other)\(authority)}"
    }
  }

  /// A number as part of a condition: a path in quotes, or an object.
  private mutating func number(depth: Int, isSmall: Bool = false) -> String {
    switch generator.below(8) {
    case 0, 1:
      return quoted(fact(["people", "guests", "office.desks"], items: ["parts"], steps: ["days"]))
    case 2:
      return isSmall ? #"{"count": "items"}"# : quoted(fact(["area", "plot"], items: ["weight"]))
    case 3: return #"{"count": "\#(fact(["skills"], items: ["tags"]))"}"#
    case 4:
      return
        #"{"\#(generator.pick(["repetitions", "count"]))": "\#(generator.pick(["tags", "codes"]))"}"#
    case 5: return #"{"length": "\#(fact(["name"], items: ["name"], steps: ["goal"]))"}"#
    case 6:
      let parts = (0...generator.below(2)).map { _ in number(depth: 0, isSmall: isSmall) }
      return #"{"sum": [\#(parts.joined(separator: ", "))]}"#
    default:
      let list = generator.pick(["steps", "items"])
      guard depth > 0 else { return #"{"count": "\#(list)"}"# }
      return
        #"{"count": "\#(list)", "where": \#(inScope(list, false) { $0.condition(depth: depth - 1) })}"#
    }
  }

  private mutating func date() -> String {
    let own = ["opened", "closed", "starts", "ends", "left", "applicationDate"]
    let date = fact(own, items: ["made"], steps: ["from", "to"])
    let relation = generator.pick(Self.relations)
    let other = fact(own, items: ["made"], steps: ["from", "to"])
    let period = generator.pick(Self.periods)
    return switch generator.below(8) {
    case 0:
      #"{"fact": "\#(date)", "\#(relation)": "\#(generator.pick(["2024-02-29", "2025-02-28", "2022-04-29"]))"}"#
    case 1: #"{"fact": "\#(date)", "\#(relation)": "\#(other)"}"#
    case 2: #"{"fact": "\#(date)", "\#(relation)": {"date": "\#(other)", "minus": \#(period)}}"#
    case 3: #"{"fact": "\#(date)", "\#(relation)": \#(period), "before": "\#(other)"}"#
    case 4: #"{"fact": "\#(date)", "\#(relation)": {"date": "\#(other)", "plus": \#(period)}}"#
    case 5: #"{"fact": "\#(date)", "\#(relation)": {"firstDayOfMonth": "\#(other)"}}"#
    case 6: #"{"fact": "\#(date)", "isWithin": \#(period), "after": "\#(other)"}"#
    default: #"{"fact": "\#(date)", "isWithin": \#(period), "before": "\#(other)"}"#
    }
  }
}
