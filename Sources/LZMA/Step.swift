/// One of the things that a packed file says.
enum Step: Equatable {
  case literal
  /// One byte as it stands at the latest distance.
  case shortRepetition
  /// What stands at one of the four latest distances, the latest being 0.
  case repetition(Int, length: Int)
  /// What stands so far back; 0 is the byte before.
  case match(distance: Int, length: Int)

  static let lengths = 2...273

  var length: Int {
    switch self {
    case .literal, .shortRepetition: 1
    case .repetition(_, let length), .match(_, let length): length
    }
  }
}

/// What the meaning of the next step depends on: the kinds of the last ones, and the latest distances.
struct State {
  static let count = 12
  /// From this on the last step was no literal.
  static let firstAfterMatch = 7

  private(set) var kind = 0
  private(set) var distances = (0, 0, 0, 0)

  var isAfterMatch: Bool { kind >= Self.firstAfterMatch }

  func distance(_ index: Int) -> Int {
    switch index {
    case 0: distances.0
    case 1: distances.1
    case 2: distances.2
    default: distances.3
    }
  }

  mutating func take(_ step: Step) {
    switch step {
    case .literal: kind = kind < 4 ? 0 : kind < 10 ? kind - 3 : kind - 6
    case .shortRepetition: kind = isAfterMatch ? 11 : 9
    case .repetition(let index, _):
      kind = isAfterMatch ? 11 : 8
      let latest = distance(index)
      if index > 2 { distances.3 = distances.2 }
      if index > 1 { distances.2 = distances.1 }
      if index > 0 { distances.1 = distances.0 }
      distances.0 = latest
    case .match(let distance, _):
      kind = isAfterMatch ? 10 : 7
      distances = (distance, distances.0, distances.1, distances.2)
    }
  }
}
