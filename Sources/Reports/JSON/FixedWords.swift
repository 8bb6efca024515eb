import RuleEngine

/// What does not change from report to report, as JSON: encoded once, then copied. For one thread at
/// a time, and for reports that all stand at one depth.
final class FixedWords {
  let language: Language
  /// Whether criteria are left out.
  let isBrief: Bool
  private var rulebooks = IdentityTable<JSONPart>()
  private var clauses = IdentityTable<JSONPart>()
  private var criteria = IdentityTable<Criterion>()

  init(_ language: Language, isBrief: Bool) {
    self.language = language
    self.isBrief = isBrief
  }

  /// A rulebook's beginning, up to its verdict.
  ///
  /// - Parameter writer: stands where the rulebook will.
  func beginning(of rulebook: Rulebook, _ writer: JSONWriter) -> JSONPart {
    rulebooks.value(of: rulebook) {
      var writer = writer.elsewhere()
      return writer.part {
        $0.open("{")
        $0.member("id", rulebook.id)
        $0.member("digest", "sha256:" + rulebook.digest)
        $0.key("verdict")
      }
    }
  }

  /// A clause's beginning, up to its verdict.
  ///
  /// - Parameter writer: stands where the clause will.
  func beginning(of report: ClauseReport, _ writer: JSONWriter) -> JSONPart {
    let clause = report.clause
    return clauses.value(of: clause) {
      var writer = writer.elsewhere()
      return writer.part {
        $0.open("{")
        $0.member("id", clause.id)
        $0.member("citation", clause.citation[language])
        $0.member("title", clause.title[language])
        $0.member("stage", report.article.stage)
        $0.key("verdict")
      }
    }
  }

  /// The pieces of a criterion between what is found of it.
  final class Criterion {
    /// Up to its verdict.
    let beginning: JSONPart
    /// From there to what was found.
    let basis: JSONPart
    /// What it requires, where that is the same for every application.
    let required: JSONPart?
    /// The reading, up to the facts.
    let reading: JSONPart
    /// The documents that would prove it, up to those that are there.
    let proof: JSONPart

    fileprivate init(_ report: CriterionReport, _ language: Language, _ writer: JSONWriter) {
      let criterion = report.criterion
      var writer = writer.elsewhere()
      beginning = writer.part {
        $0.open("{")
        $0.member("id", criterion.id)
        $0.member("requirement", criterion.requirement[language])
        $0.key("verdict")
      }
      basis = writer.part {
        $0.member("basis", criterion.basis.rawValue)
        $0.key("actual")
      }
      required =
        criterion.isRequirementFixed
        ? writer.part { $0.member("required", report.required(in: language)) } : nil
      reading = writer.part {
        $0.member("reading", criterion.reading?[language])
        $0.key("facts")
      }
      proof = writer.part {
        $0.array("proof", of: criterion.proof) { $1.string($0[language]) }
        $0.key("evidence")
      }
    }
  }

  /// - Parameter writer: stands where the criterion will.
  func criterion(_ report: CriterionReport, _ writer: JSONWriter) -> Criterion {
    criteria.value(of: report.criterion) { Criterion(report, language, writer) }
  }
}

/// Values by the objects that they are of, which all live on: found faster than by hashing for
/// safety, of which addresses have no need.
struct IdentityTable<Value> {
  private var entries: [(key: ObjectIdentifier, value: Value)?] = Array(repeating: nil, count: 64)
  private var count = 0

  @inline(__always)
  mutating func value<Object: AnyObject>(of object: Object, _ make: () -> Value) -> Value {
    let key = ObjectIdentifier(object)
    var index = place(of: key)
    while let entry = entries[index] {
      if entry.key == key { return entry.value }
      index = (index &+ 1) & (entries.count &- 1)
    }
    let value = make()
    insert(key, value)
    return value
  }

  @inline(__always)
  private func place(of key: ObjectIdentifier) -> Int {
    let hash = UInt(bitPattern: key) &* 0x9E37_79B9
    return Int(truncatingIfNeeded: hash &>> 8) & (entries.count &- 1)
  }

  private mutating func insert(_ key: ObjectIdentifier, _ value: Value) {
    count += 1
    if count * 2 > entries.count {
      let old = entries
      entries = Array(repeating: nil, count: old.count * 2)
      for case let entry? in old { put(entry.key, entry.value) }
    }
    put(key, value)
  }

  private mutating func put(_ key: ObjectIdentifier, _ value: Value) {
    var index = place(of: key)
    while entries[index] != nil { index = (index + 1) & (entries.count - 1) }
    entries[index] = (key, value)
  }
}
