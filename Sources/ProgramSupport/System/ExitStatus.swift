package import Reports
package import Rules

/// The exit statuses, by sysexits(3) where it has one.
package enum ExitStatus: Int32 {
  case eligible = 0
  case ineligible = 1
  case undetermined = 2
  case usage = 64
  case dataError = 65
  case noInput = 66
  case internalDefect = 70
  case cannotWrite = 74
  case badRules = 78

  package init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .eligible: .eligible
      case .ineligible: .ineligible
      case .undetermined: .undetermined
      case .invalid: .dataError
      }
  }

  /// From the best to the worst.
  private static let ranks: [ExitStatus] = [
    .eligible, .undetermined, .ineligible, .dataError, .noInput, .cannotWrite, .internalDefect,
  ]

  /// Takes another status in its place if that is worse.
  package mutating func worsen(to other: ExitStatus) {
    let ranks = Self.ranks
    if (ranks.firstIndex(of: other) ?? ranks.count) > (ranks.firstIndex(of: self) ?? ranks.count) {
      self = other
    }
  }
}

extension FailOn {
  /// What a status comes to.
  package func status(_ status: ExitStatus) -> ExitStatus {
    self == .fail && status == .undetermined ? .eligible : status
  }
}
