import Rules
import Testing

@Suite struct CreditCodeTests {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// The check character, by the standard's words: the sum of value times 3 to the power of the
  /// place, and what is missing to a multiple of 31.
  private static func check(_ code: String) -> Character {
    var sum = 0
    for (place, character) in code.prefix(17).enumerated() {
      var weight = 1
      for _ in 0..<place { weight *= 3 }
      sum += alphabet.firstIndex(of: character)! * (weight % 31)
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  @Test(arguments: 0..<20)
  func checkCharacters(seed: Int) throws {
    let library = try BuiltIn.library()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let code = String((0..<17).map { _ in generator.pick(Self.alphabet) })
      let report = try library.report(
        #"{"baseType": "incubation", "applicant": {"creditCode": "\#(code)\#(Self.check(code))"}}"#)
      #expect(report.diagnostics.isEmpty, "\(code)")
    }
  }

  /// Every other check character is a warning that names the right one.
  @Test func everyCheckCharacter() throws {
    let library = try BuiltIn.library()
    let stem = "91410100MA4444Y12"
    let right = Self.check(stem)
    for character in Self.alphabet {
      let report = try library.report(
        #"{"baseType": "incubation", "applicant": {"creditCode": "\#(stem)\#(character)"}}"#)
      if character == right {
        #expect(report.diagnostics.isEmpty)
      } else {
        #expect(report.diagnostics.map(\.code) == [.creditCodeCheck])
        #expect(report.diagnostics.first?.text(in: .zh).contains("\(right)") == true)
        #expect(report.outcome == .undetermined)
      }
    }
  }
}
