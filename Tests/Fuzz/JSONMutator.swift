/// Changes whole values and members of a text that looks like JSON.
struct JSONMutator {
  private let bytes: [UInt8]
  private var state: UInt64
  /// Where values stand: strings (keys too), numbers, words, and whole objects and arrays.
  private var values: [Range<Int>] = []

  init(_ bytes: [UInt8], seed: UInt32) {
    self.bytes = bytes
    state = UInt64(seed) | 1
    findValues()
  }

  /// Values at the edges of what the rules and the reader tell apart.
  private static let interesting = [
    "null", "true", "false", "[]", "{}", "[null]", "[{}]", "\"\"", "0", "-0", "1", "2", "10", "12",
    "50",
    "32.0", "3.2e1", "4999.99999999999999999999999999", "5000", "1e15", "999999999999999.9",
    "1e-1000",
    "1e1000000000", "1000000000", "1000000001", "9223372036854775807", "0.5", "-1",
    "\"2024-02-29\"",
    "\"2023-02-28\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2022年5月20日\"", "\"2022/5/20\"",
    "\"CN\"", "\"US\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"\\u0000\"", "\"1/3\"", "\"80%\"",
    "\"4294967295/4294967295\"", "{\"years\": 1}", "{\"months\": 119988}", "{\"days\": 2147483647}",
    "{\"zh\": \"一\", \"en\": \"1\"}", "\"experts\"", "\"experts[].leads\"", "\"staff.fullTime\"",
    "\"2024-02\"", "\"never\"", "\"2022-05-27T18:00\"", "\"2022年5月27日18点\"", "\" \\u3000\"",
    "\"stages[].to\"", "\"stages[previous].to\"", "\"?*\"", "{\"date\": \"applicationDate\"}",
    "\"91350100M000100Y43\"", "[\"甲\", null]", "\"8.5\"", "\"第八条（五）\"", "\"experts[0].leads\"",
    "\"a/./b.pdf\"", "\"a/../../b\"", "\"C:\\\\a\"",
  ].map { Array($0.utf8) }

  mutating func mutated() -> [UInt8] {
    guard !values.isEmpty else { return [] }
    let target = pick(values)
    let other = Array(bytes[pick(values)])
    switch below(6) {
    case 0: return replacing(target, by: other)
    case 1: return replacing(target, by: other + [0x2C] + bytes[target])
    case 2: return removing(target)
    case 3: return replacing(target, by: [0x5B] + bytes[target] + [0x5D])
    default: return replacing(target, by: pick(Self.interesting))
    }
  }

  private func replacing(_ range: Range<Int>, by new: [UInt8]) -> [UInt8] {
    bytes[..<range.lowerBound] + new + bytes[range.upperBound...]
  }

  /// Without the value and the comma after it.
  private func removing(_ range: Range<Int>) -> [UInt8] {
    var end = range.upperBound
    while end < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[end]) { end += 1 }
    let isFollowed = end < bytes.count && bytes[end] == 0x2C
    return replacing(range.lowerBound..<(isFollowed ? end + 1 : range.upperBound), by: [])
  }

  private mutating func findValues() {
    var open: [Int] = []
    var index = 0
    while index < bytes.count {
      let start = index
      index += 1
      switch bytes[start] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(start)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let start = open.popLast() { values.append(start..<index) }
      case UInt8(ascii: "\""):
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index + 1, bytes.count)
        values.append(start..<index)
      case let byte where Self.isInWord(byte):
        while index < bytes.count, Self.isInWord(bytes[index]) { index += 1 }
        values.append(start..<index)
      default: break
      }
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  // The choices follow from the seed, so that libFuzzer can repeat a run.
  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }
}
