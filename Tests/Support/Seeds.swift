import Foundation

/// How many of many cases a test tries: some, so that the suite is quick; all of them with
/// `KCZG_ALL_SEEDS=1 swift test`, as CI does.
enum Seeds {
  static let areAll = ProcessInfo.processInfo.environment["KCZG_ALL_SEEDS"] != nil

  static func first(_ few: Int, of all: Int) -> Range<Int> { 0..<(areAll ? all : few) }
}

extension Collection {
  /// So many of the elements, evenly spread, with the first and the last; all where all are tried.
  /// Of one, it is the first: put what shows most there.
  func sampled(_ few: Int) -> [Element] {
    if Seeds.areAll || count <= few { return Array(self) }
    return (0..<few).map { number in
      self[index(startIndex, offsetBy: few == 1 ? 0 : number * (count - 1) / (few - 1))]
    }
  }
}
