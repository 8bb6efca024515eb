import Foundation

/// How many random cases a test tries: a few, so that the suite is quick; all of them where
/// KCZG_ALL_SEEDS is set, as CI does.
enum Seeds {
  static let areAll = ProcessInfo.processInfo.environment["KCZG_ALL_SEEDS"] != nil

  static func first(_ few: Int, of all: Int) -> Range<Int> { 0..<(areAll ? all : few) }
}
