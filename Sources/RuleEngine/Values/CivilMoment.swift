/// A minute of a day, in Beijing time.
public struct CivilMoment: Hashable, Comparable, Sendable {
  /// The day, then the minute in eleven bits, so that moments compare as integers.
  let packed: Int64

  /// The day.
  public var date: CivilDate { CivilDate(packed: Int32(truncatingIfNeeded: packed >> 11)) }
  private var minute: Int { Int(packed & 2047) }

  init(packed: Int64) { self.packed = packed }

  /// The moment, or nil where the day has no such hour and minute.
  init?(_ date: CivilDate, hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    packed = Int64(date.packed) << 11 | Int64(hour * 60 + minute)
  }

  /// Reads `YYYY-MM-DDThh:mm`, and nothing else.
  init?(iso bytes: some RandomAccessCollection<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 16, bytes[10] == 0x54, bytes[13] == 0x3A,
      let date = CivilDate(iso: bytes[..<10])
    else { return nil }
    let digits = [11, 12, 14, 15].map { Int(bytes[$0]) - 0x30 }
    guard digits.allSatisfy((0...9).contains) else { return nil }
    self.init(date, hour: digits[0] * 10 + digits[1], minute: digits[2] * 10 + digits[3])
  }

  /// Reads `YYYY-MM-DDThh:mm`.
  public init?(_ text: String) { self.init(iso: Array(text.utf8)) }

  public static func < (a: Self, b: Self) -> Bool { a.packed < b.packed }
}

extension CivilMoment: CustomStringConvertible {
  /// `YYYY-MM-DDThh:mm`.
  public var description: String {
    func digits(_ number: Int) -> String { "\(number / 10)\(number % 10)" }
    return "\(date)T\(digits(minute / 60)):\(digits(minute % 60))"
  }
}

extension CivilMoment {
  /// The moment that someone meant who wrote it in another form: `2022年5月27日18点`,
  /// `2022-05-27 18:00`, `2022-05-27T18:00:00+08:00`. Only for a suggestion, never as a value.
  init?(loose text: String) {
    var scalars = Array(text.unicodeScalars)
    let zone = Array("+08:00".unicodeScalars)
    if scalars.suffix(zone.count).elementsEqual(zone) { scalars.removeLast(zone.count) }
    // The day ends with 日 or 号, or where a space or a T stands.
    guard let end = scalars.firstIndex(where: { "日号 T".unicodeScalars.contains($0) }) else {
      return nil
    }
    var day = String.UnicodeScalarView()
    day.append(contentsOf: scalars[..<end])
    var numbers: [Int] = []
    var isInNumber = false
    for scalar in scalars[(end + 1)...] {
      guard ("0"..."9").contains(scalar) else {
        guard "点时分秒:： ".unicodeScalars.contains(scalar) else { return nil }
        isInNumber = false
        continue
      }
      let digit = Int(scalar.value - 0x30)
      if isInNumber, let last = numbers.popLast() {
        guard last < 100 else { return nil }
        numbers.append(last * 10 + digit)
      } else {
        numbers.append(digit)
      }
      isInNumber = true
    }
    guard let date = CivilDate(loose: String(day)), let hour = numbers.first else { return nil }
    self.init(date, hour: hour, minute: numbers.count > 1 ? numbers[1] : 0)
  }
}
