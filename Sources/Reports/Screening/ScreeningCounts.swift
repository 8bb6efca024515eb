import RuleEngine

/// How many candidates have each outcome.
struct ScreeningCounts {
  private(set) var eligible = 0
  private(set) var ineligible = 0
  private(set) var undetermined = 0
  private(set) var invalid = 0
  private(set) var unreadable = 0
  var total: Int { eligible + ineligible + undetermined + invalid + unreadable }

  init(_ screening: Screening) {
    for row in screening.candidates { add(row.candidate.outcome) }
  }

  fileprivate init() {}

  fileprivate mutating func add(_ outcome: Outcome?) {
    switch outcome {
    case .eligible: eligible += 1
    case .ineligible: ineligible += 1
    case .undetermined: undetermined += 1
    case .invalid: invalid += 1
    case nil: unreadable += 1
    }
  }

  /// Each outcome with its number, the best first; nil stands for what could not be read.
  var parts: [(outcome: Outcome?, count: Int)] {
    [
      (.eligible, eligible), (.ineligible, ineligible), (.undetermined, undetermined),
      (.invalid, invalid), (nil, unreadable),
    ]
  }
}

/// How many candidates of a programme and a base type have each outcome.
struct ScreeningSum {
  /// Nil where the candidates do not say.
  let programme: String?
  /// Nil where the candidates do not say.
  let baseType: String?
  private(set) var counts = ScreeningCounts()

  /// By programme, then by type, as the vocabulary has them; what is not known comes last.
  static func sums(of screening: Screening, _ vocabulary: Vocabulary) -> [ScreeningSum] {
    var sums: [ScreeningSum] = []
    for row in screening.candidates {
      let (programme, type) = (row.candidate.programme, row.candidate.baseType)
      let index = sums.firstIndex { $0.programme == programme && $0.baseType == type }
      if index == nil { sums.append(ScreeningSum(programme: programme, baseType: type)) }
      sums[index ?? sums.count - 1].counts.add(row.candidate.outcome)
    }
    func place(_ code: String?, _ path: String) -> Int {
      code.flatMap { code in vocabulary[path]?.codes.firstIndex { $0.name == code } } ?? .max
    }
    return sums.sorted { a, b in
      (place(a.programme, "programme"), place(a.baseType, "baseType"))
        < (place(b.programme, "programme"), place(b.baseType, "baseType"))
    }
  }
}
