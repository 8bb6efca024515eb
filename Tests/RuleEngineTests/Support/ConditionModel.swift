import Foundation

/// The rule language, said again: what a condition says of an application, both as they are written.
///
/// It shares nothing with the library: it works on the text of the vocabulary, of the condition and
/// of the application, element by element, and tries numbers one by one where it can.
struct ConditionModel {
  /// True, false, or nil where it is open.
  typealias Truth = Bool?

  /// What the vocabulary says of a fact, as far as conditions depend on it.
  private struct Fact {
    var type = ""
    var codes: [String] = []
    var month: String?
    var distinctBy: String?
  }

  private let facts: [String: Fact]
  private let application: Value
  /// What the rulebook's head says of the construction period.
  private let constructionPeriod: [String: Value]

  /// - Parameters:
  ///   - facts: the facts of a vocabulary, as they stand in its file.
  ///   - codes: the codes of the facts that have some, in order.
  ///   - constructionPeriod: what the rulebook's head says of that.
  init(
    facts: [Value], codes: [String: [String]], application: Value, constructionPeriod: Value? = nil
  ) {
    var known: [String: Fact] = [:]
    for case .object(let members) in facts {
      guard case .text(let path)? = members["path"], case .text(let type)? = members["type"] else {
        continue
      }
      var fact = Fact(type: type, codes: codes[path] ?? [])
      if case .text(let month)? = members["month"] { fact.month = month }
      if case .text(let member)? = members["distinctBy"] { fact.distinctBy = member }
      known[path] = fact
    }
    self.facts = known
    self.application = application
    if case .object(let period)? = constructionPeriod {
      self.constructionPeriod = period
    } else {
      self.constructionPeriod = [:]
    }
  }

  /// The verdict on a condition; where an article's scope is not certainly met, it is open.
  func judge(_ condition: Value, scope: Value? = nil) -> Truth {
    if case .object(let keys)? = scope, let applies = keys["require"] {
      return judge(applies, Scope()) == true ? judge(condition, Scope()) : nil
    }
    return judge(condition, Scope())
  }

  /// The elements at hand, innermost last.
  private struct Scope {
    var list = ""
    var element = Value.null
    var previous = Value.null
  }

  private static func all(_ truths: [Truth]) -> Truth {
    truths.contains(false) ? false : truths.contains(nil) ? nil : true
  }

  private static func not(_ truth: Truth) -> Truth { truth.map { !$0 } }

  private func judge(_ condition: Value, _ scope: Scope) -> Truth {
    guard case .object(var keys) = condition else { return nil }
    if let ground = keys.removeValue(forKey: "authorityDecidesIf") {
      let truth = judge(.object(keys), scope)
      // What fails is open where the ground holds, or may.
      return truth == false && judge(ground, scope) != false ? nil : truth
    }
    func parts(_ value: Value?) -> [Truth] { Self.elements(value).map { judge($0, scope) } }
    if let value = keys["all"] { return Self.all(parts(value)) }
    if let value = keys["any"] { return Self.not(Self.all(parts(value).map(Self.not))) }
    if let value = keys["none"] { return Self.all(parts(value).map(Self.not)) }
    if let premise = keys["if"], let conclusion = keys["then"] {
      let negated = Self.not(judge(premise, scope))
      return Self.not(Self.all([Self.not(negated), Self.not(judge(conclusion, scope))]))
    }
    if case .text(let relation)? = keys["constructionPeriod"] { return year(relation) }
    if case .text(let list)? = keys["every"] {
      return every(list, keys["satisfies"], isNext: false)
    }
    if case .text(let list)? = keys["everyNext"] {
      return every(list, keys["satisfies"], isNext: true)
    }
    if let part = keys["share"], let whole = keys["of"] {
      return share(number(part, scope), number(whole, scope), keys)
    }
    if case .text(let path)? = keys["fact"], !["count", "quantity"].contains(fact(path).type) {
      return judge(path, keys, scope)
    }
    return compareNumbers(keys, scope)
  }

  private func every(_ list: String, _ condition: Value?, isNext: Bool) -> Truth {
    guard let condition, case .list(let elements)? = value(list, Scope()) else { return nil }
    let scopes = elements.indices.dropFirst(isNext ? 1 : 0).map { index in
      Scope(
        list: list, element: elements[index],
        previous: isNext ? elements[index - 1] : .null)
    }
    return Self.all(scopes.map { judge(condition, $0) })
  }

  // MARK: Facts

  private static func elements(_ value: Value?) -> [Value] {
    if case .list(let elements)? = value { elements } else { [] }
  }

  private func fact(_ path: String) -> Fact {
    facts[path.replacingOccurrences(of: "[previous]", with: "[]")] ?? Fact()
  }

  /// What is said of a fact; nil where nothing is.
  private func value(_ path: String, _ scope: Scope) -> Value? {
    var value = application
    var keys = path.split(separator: ".")[...]
    for (mark, element) in [("[]", scope.element), ("[previous]", scope.previous)]
    where !scope.list.isEmpty && path.hasPrefix(scope.list + mark + ".") {
      value = element
      keys = path.dropFirst(scope.list.count + mark.count + 1).split(separator: ".")[...]
    }
    for key in keys {
      guard case .object(let members) = value, let member = members[String(key)] else { return nil }
      value = member
    }
    return value == .null ? nil : value
  }

  private func judge(_ path: String, _ keys: [String: Value], _ scope: Scope) -> Truth {
    let fact = fact(path)
    let value = value(path, scope)
    switch fact.type {
    case "date": return compareDates(path, keys, scope)
    case "moment":
      // Moments of one form compare as their texts do.
      guard let (relation, other) = Self.relation(keys), case .text(let threshold) = other,
        case .text(let moment)? = value
      else { return nil }
      let literal = threshold.first?.isNumber == true
      guard case .text(let right)? = literal ? other : self.value(threshold, scope) else {
        return nil
      }
      return Self.holds(relation, moment < right, moment == right)
    default: break
    }
    guard let value else { return nil }
    switch value {
    case .bool: return value == keys["is"]
    case .list(let codes): return includes(codes, keys)
    case .text(let text):
      if let wanted = keys["isFilled"] { return .bool(Self.length(text) > 0) == wanted }
      if let forms = keys["isLike"] {
        let forms = forms.isList ? Self.elements(forms) : [forms]
        return forms.contains { form in
          if case .text(let form) = form {
            Self.matches(Array(form.unicodeScalars), Array(text.unicodeScalars))
          } else {
            false
          }
        }
      }
      if let (relation, other) = Self.relation(keys), relation != "is", case .text(let code) = other
      {
        // The best comes first.
        let ranks = [text, code].map { fact.codes.firstIndex(of: $0) ?? .max }
        return Self.holds(relation, ranks[0] > ranks[1], ranks[0] == ranks[1])
      }
      let listed = { (value: Value) in Self.elements(value).contains(.text(text)) }
      if let value = keys["is"] { return value == .text(text) }
      if let values = keys["isOneOf"] { return listed(values) }
      if let values = keys["isNoneOf"] { return !listed(values) }
      if let values = keys["isOneOfOrSimilar"] { return listed(values) ? true : nil }
      return nil
    default: return nil
    }
  }

  /// Of all sets that the list can stand for.
  private func includes(_ codes: [Value], _ keys: [String: Value]) -> Truth {
    let unknown = codes.count { $0 == .null }
    func lacking(_ wanted: Value) -> Int { Self.elements(wanted).count { !codes.contains($0) } }
    if let wanted = keys["includesAll"] {
      return lacking(wanted) == 0 ? true : lacking(wanted) <= unknown ? nil : false
    }
    if let wanted = keys["includesAllOrSimilar"] {
      return lacking(wanted) == 0 ? true : codes.isEmpty ? false : nil
    }
    if let wanted = keys["includesAny"] {
      return lacking(wanted) < Self.elements(wanted).count ? true : unknown > 0 ? nil : false
    }
    return nil
  }

  private static func matches(_ form: [Unicode.Scalar], _ text: [Unicode.Scalar]) -> Bool {
    guard let sign = form.first else { return text.isEmpty }
    let rest = Array(form.dropFirst())
    if sign == "*" {
      return (0...text.count).contains { matches(rest, Array(text.dropFirst($0))) }
    }
    guard let first = text.first, sign == "?" || sign == first else { return false }
    return matches(rest, Array(text.dropFirst()))
  }

  private static func length(_ text: String) -> Int {
    text.unicodeScalars.count {
      !CharacterSet.whitespacesAndNewlines.contains($0) && ![0x0B, 0x0C, 0x85].contains($0.value)
    }
  }

  // MARK: Comparing

  private static let relations = ["isAtLeast", "isMoreThan", "isAtMost", "isLessThan", "is"]

  private static func relation(_ keys: [String: Value]) -> (String, Value)? {
    relations.compactMap { key in keys[key].map { (key, $0) } }.first
  }

  private static func holds(_ relation: String, _ isLess: Bool, _ isEqual: Bool) -> Bool {
    switch relation {
    case "isAtLeast": !isLess
    case "isMoreThan": !isLess && !isEqual
    case "isAtMost": isLess || isEqual
    case "isLessThan": isLess
    default: isEqual
    }
  }

  // MARK: Numbers

  /// Every number from one to another; without the other, from there up.
  private struct Range {
    var low: Foundation.Decimal
    var high: Foundation.Decimal?
  }

  private func number(_ value: Value, _ scope: Scope) -> Range {
    let open = Range(low: 0, high: nil)
    switch value {
    case .number(let token):
      let number = Foundation.Decimal(string: token) ?? 0
      return Range(low: number, high: number)
    case .text(let path):
      if case .number? = self.value(path, scope), let value = self.value(path, scope) {
        return number(value, scope)
      }
      return open
    case .object(let keys):
      if case .text? = keys["fact"], let path = keys["fact"] { return number(path, scope) }
      if let parts = keys["sum"] {
        return Self.elements(parts).reduce(Range(low: 0, high: 0)) { sum, part in
          let addend = number(part, scope)
          return Range(
            low: sum.low + addend.low,
            high: sum.high.flatMap { high in addend.high.map { high + $0 } })
        }
      }
      if case .text(let path)? = keys["length"] {
        guard case .text(let text)? = self.value(path, scope) else { return open }
        return Range(
          low: Foundation.Decimal(Self.length(text)),
          high: Foundation.Decimal(Self.length(text)))
      }
      if case .text(let path)? = keys["repetitions"] {
        guard case .list(let texts)? = self.value(path, scope) else { return open }
        let known = Set(texts.filter { $0 != .null }).count
        let unknown = texts.count { $0 == .null }
        // All different from the others, or all the same as one of them.
        let least = texts.count - (known + unknown)
        let greatest = texts.count - max(known, min(1, texts.count))
        return Range(low: Foundation.Decimal(least), high: Foundation.Decimal(greatest))
      }
      guard case .text(let path)? = keys["count"] else { return open }
      return count(path, keys["where"], scope)
    default: return open
    }
  }

  private func count(_ path: String, _ filter: Value?, _ scope: Scope) -> Range {
    guard case .list(let elements)? = value(path, scope) else { return Range(low: 0, high: nil) }
    func range(_ low: Int, _ high: Int) -> Range {
      Range(low: Foundation.Decimal(low), high: Foundation.Decimal(high))
    }
    switch fact(path).type {
    case "codes":
      let known = Set(elements.filter { $0 != .null }).count
      let unknown = elements.count { $0 == .null }
      return range(
        max(known, min(1, elements.count)), min(known + unknown, fact(path).codes.count))
    case "texts":
      let truths = elements.map { element in
        if case .text(let text) = element { Self.length(text) > 0 } else { Truth.none }
      }
      return range(truths.count { $0 == true }, truths.count { $0 != false })
    default:
      let truths = elements.map { element in
        filter.map { judge($0, Scope(list: path, element: element)) } ?? true
      }
      let names = elements.indices.filter { truths[$0] == true }.map { index -> Value in
        guard let member = fact(path).distinctBy, case .object(let members) = elements[index] else {
          return .null
        }
        return members[member] ?? .null
      }
      return range(Self.fewest(names), truths.count { $0 != false })
    }
  }

  /// How many there are at least of things that have these names, where the same name may be one.
  private static func fewest(_ names: [Value]) -> Int {
    var unnamed = 0
    var named: Set<String> = []
    for name in names {
      guard case .text(let text) = name, length(text) > 0 else {
        unnamed += 1
        continue
      }
      named.insert(
        text.applyingTransform(.fullwidthToHalfwidth, reverse: false)!.lowercased()
          .filter { !$0.isWhitespace })
    }
    return unnamed + named.count
  }

  private func compareNumbers(_ keys: [String: Value], _ scope: Scope) -> Truth {
    guard let (relation, other) = Self.relation(keys) else { return nil }
    let (left, right) = (number(.object(keys), scope), number(other, scope))
    // The ends decide: the least and the greatest of either.
    var truths: Set<Bool> = []
    let beyond =
      [left.low, left.high, right.low, right.high].compactMap(\.self).max().map { $0 + 1 } ?? 1
    for one in [left.low, left.high ?? beyond] {
      for other in [right.low, right.high ?? beyond] {
        truths.insert(Self.holds(relation, one < other, one == other))
      }
    }
    // Two ranges that meet may be equal in between.
    let meet = left.low <= right.high ?? beyond && right.low <= left.high ?? beyond
    if relation == "is", meet { truths.insert(true) }
    if truths == [false], let authority = keys["authorityDecidesFrom"] {
      return left.high ?? beyond >= number(authority, scope).low ? nil : false
    }
    return truths.count > 1 ? nil : truths.first
  }

  /// Of every whole that the facts allow, one by one, with its least and its greatest part; only
  /// for small integers, and not for a share that is to be met exactly.
  private func share(_ part: Range, _ whole: Range, _ keys: [String: Value]) -> Truth {
    guard let (relation, ratio) = Self.relation(keys), case .text(let text) = ratio else {
      return nil
    }
    let numbers = text.split { $0 == "/" || $0 == "%" }.compactMap { Int($0) }
    let (numerator, denominator) = (numbers[0], text.hasSuffix("%") ? 100 : numbers[1])
    func integers(_ range: Range) -> (low: Int, high: Int) {
      let high = range.high.map { NSDecimalNumber(decimal: $0).intValue } ?? 2000
      return (NSDecimalNumber(decimal: range.low).intValue, high)
    }
    let (parts, wholes) = (integers(part), integers(whole))
    var truths: Set<Bool> = []
    for whole in stride(from: max(1, wholes.low), through: wholes.high, by: 1)
    where parts.low <= whole {
      for part in [parts.low, min(parts.high, whole)] {
        let (left, right) = (part * denominator, whole * numerator)
        truths.insert(Self.holds(relation, left < right, left == right))
      }
      if truths.count > 1 { return nil }
    }
    return truths.first ?? false
  }

  // MARK: Dates

  private enum Day: Equatable {
    case never
    /// Year, month and day.
    case day([Int])
  }

  private static func numbers(_ text: String) -> [Int] {
    text.split(separator: "-").compactMap { Int($0) }
  }

  private static func lastDay(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private func day(_ path: String, _ scope: Scope) -> Day? {
    guard case .text(let text)? = value(path, scope) else { return nil }
    if text == "never" { return .never }
    let numbers = Self.numbers(text)
    if numbers.count == 3 { return .day(numbers) }
    let last = Self.lastDay(numbers[0], numbers[1])
    return .day(numbers + [fact(path).month == "last-day" ? last : 1])
  }

  /// A day so much earlier (later, if `sign` is 1).
  private static func moved(_ day: [Int], _ period: Value?, _ sign: Int) -> [Int] {
    guard case .object(let keys)? = period, let (unit, value) = keys.first,
      case .number(let token) = value, let number = Int(token)
    else { return day }
    var day = day
    if unit == "days" {
      for _ in 0..<number {
        day[2] += sign
        if day[2] == 0 || day[2] > lastDay(day[0], day[1]) {
          day[1] += sign
          if day[1] == 0 || day[1] == 13 { day = [day[0] + sign, sign < 0 ? 12 : 1, 0] }
          day[2] = sign < 0 ? lastDay(day[0], day[1]) : 1
        }
      }
      return day
    }
    for _ in 0..<number * (unit == "years" ? 12 : 1) {
      day[1] += sign
      if day[1] == 0 || day[1] == 13 { (day[0], day[1]) = (day[0] + sign, sign < 0 ? 12 : 1) }
    }
    day[2] = min(day[2], lastDay(day[0], day[1]))
    return day
  }

  /// How the year looked at lies to the construction period, day by day.
  private func year(_ relation: String) -> Truth {
    guard case .text(let from)? = constructionPeriod["from"],
      case .text(let path)? = constructionPeriod["year"]
    else { return nil }
    let start = day(from, Scope())
    if start == .never { return false }
    guard case .day(let first)? = start, let number = value(path, Scope()), number.isNumber else {
      return nil
    }
    let year = NSDecimalNumber(decimal: self.number(number, Scope()).low).intValue
    guard (1...9999).contains(year) else { return false }
    let last = Self.moved(first, constructionPeriod["length"], 1)
    if relation == "beginsInYear" { return first[0] == year }
    func isInPeriod(_ day: [Int]) -> Bool {
      !day.lexicographicallyPrecedes(first) && !last.lexicographicallyPrecedes(day)
    }
    var days: [[Int]] = []
    for month in 1...12 {
      for day in 1...Self.lastDay(year, month) { days.append([year, month, day]) }
    }
    return relation == "coversYear" ? days.allSatisfy(isInPeriod) : days.contains(where: isInPeriod)
  }

  private func compareDates(_ path: String, _ keys: [String: Value], _ scope: Scope) -> Truth {
    let left = day(path, scope)
    func judge(_ other: Day?, _ holds: ([Int], [Int]) -> Bool) -> Truth {
      switch (left, other) {
      case (.never?, _), (_, .never?): false
      case (nil, _), (_, nil): nil
      case (.day(let day)?, .day(let other)?): holds(day, other)
      }
    }
    func isLess(_ a: [Int], _ b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }
    if let span = keys["isWithin"], case .text(let before)? = keys["before"] {
      return judge(day(before, scope)) { date, end in
        !isLess(date, Self.moved(end, span, -1)) && !isLess(end, date)
      }
    }
    if let span = keys["isWithin"], case .text(let after)? = keys["after"] {
      return judge(day(after, scope)) { date, start in
        !isLess(date, start) && !isLess(Self.moved(start, span, 1), date)
      }
    }
    guard let (relation, other) = Self.relation(keys) else { return nil }
    if case .text(let before)? = keys["before"] {
      return judge(day(before, scope)) { date, end in
        let later = Self.moved(date, other, 1)
        return Self.holds(relation, isLess(end, later), end == later)
      }
    }
    var right: Day?
    switch other {
    case .object(let reckoned):
      if case .text(let date)? = reckoned["date"] ?? reckoned["firstDayOfMonth"] {
        right = day(date, scope)
        if case .day(let date)? = right {
          right = .day(
            reckoned["date"] == nil
              ? [date[0], date[1], 1]
              : reckoned["minus"] == nil
                ? Self.moved(date, reckoned["plus"], 1) : Self.moved(date, reckoned["minus"], -1))
        }
      }
    case .text(let text):
      right = text.first?.isNumber == true ? .day(Self.numbers(text)) : day(text, scope)
    default: break
    }
    return judge(right) { Self.holds(relation, isLess($0, $1), $0 == $1) }
  }
}

extension Value {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
