import Testing

@testable import RuleEngine

@Suite struct CodeSetTests {
  private static let codes = 0..<5

  /// All ways in which so many unknown elements can be codes.
  private static func completions(of set: Set<Int>, unknown: Int) -> Set<Set<Int>> {
    var sets: Set<Set<Int>> = [set]
    for _ in 0..<unknown { sets = Set(sets.flatMap { set in codes.map { set.union([$0]) } }) }
    return sets
  }

  private static func subsets(of range: Range<Int>) -> [Set<Int>] {
    (0..<1 << range.count).map { bits in Set(range.filter { bits & 1 << $0 != 0 }) }
  }

  /// The verdict is that of all the lists that the unknown elements can make. One code is never
  /// wanted, so that an unknown element need not be a wanted one.
  @Test(arguments: 0...3)
  func everySmallSet(unknown: Int) {
    for present in Self.subsets(of: 0..<5) {
      var set = CodeSet(present)
      for _ in 0..<unknown { set.insertUnknown() }
      #expect(Set(set.numbers) == present)
      #expect(set.count == present.count)
      #expect(set.unknownCount == unknown)
      let completions = Self.completions(of: present, unknown: unknown)
      for wanted in Self.subsets(of: 0..<4) where !wanted.isEmpty {
        let all = Set(completions.map { wanted.isSubset(of: $0) })
        let any = Set(completions.map { !wanted.isDisjoint(with: $0) })
        let wantedSet = CodeSet(wanted)
        #expect(
          set.includesAll(wantedSet)
            == Verdict(anyTrue: all.contains(true), anyFalse: all.contains(false)))
        #expect(
          set.includesAny(wantedSet)
            == Verdict(anyTrue: any.contains(true), anyFalse: any.contains(false)))
        #expect(Set(wantedSet.subtracting(set).numbers) == wanted.subtracting(present))
      }
    }
  }

  @Test func everyNumber() {
    for number in 0..<CodeSet.capacity {
      var set = CodeSet([number])
      #expect(set.numbers == [number])
      #expect(set.unknownCount == 0)
      set.insert(number)
      #expect(set.count == 1)
      set.insertUnknown()
      #expect(set.numbers == [number])
      #expect(set.unknownCount == 1)
    }
    #expect(CodeSet(0..<CodeSet.capacity).count == CodeSet.capacity)
  }

  /// However many elements are unknown, the codes stay what they are.
  @Test func veryManyUnknown() {
    var set = CodeSet(0..<3)
    for _ in 0..<1000 { set.insertUnknown() }
    #expect(set.numbers == [0, 1, 2])
    #expect(set.unknownCount >= CodeSet.capacity)
    #expect(set.includesAll(CodeSet(0..<CodeSet.capacity)) == .unknown)
    #expect(set.includesAll(CodeSet(0..<3)) == .pass)
  }

  @Test func emptySetIncludesNothing() {
    #expect(CodeSet().includesAll(CodeSet([1])) == .fail)
    #expect(CodeSet().includesAny(CodeSet([1])) == .fail)
  }
}
