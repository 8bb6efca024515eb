// Numbers of 128 bits, as compilers call for them: unsigned, in halves, with the result in memory.

private struct Wide {
  var low: UInt64
  var high: UInt64

  static let zero = Wide(low: 0, high: 0)

  var bitWidth: Int {
    high != 0 ? 128 &- high.leadingZeroBitCount : 64 &- low.leadingZeroBitCount
  }

  static func >= (left: Wide, right: Wide) -> Bool {
    left.high != right.high ? left.high > right.high : left.low >= right.low
  }

  mutating func subtract(_ other: Wide) {
    let borrow: UInt64 = low < other.low ? 1 : 0
    low = low &- other.low
    high = high &- other.high &- borrow
  }

  mutating func shiftLeft(inserting bit: UInt64) {
    high = high &<< 1 | low &>> 63
    low = low &<< 1 | bit
  }

  func bit(_ index: Int) -> UInt64 {
    (index >= 64 ? high &>> UInt64(index &- 64) : low &>> UInt64(index)) & 1
  }

  /// Bit by bit where a machine word does not do.
  func divided(by divisor: Wide) -> (quotient: Wide, remainder: Wide) {
    if high == 0, divisor.high == 0 {
      return (
        Wide(low: low / divisor.low, high: 0), Wide(low: low % divisor.low, high: 0)
      )
    }
    var (quotient, remainder) = (Wide.zero, Wide.zero)
    var index = bitWidth
    while index > 0 {
      index &-= 1
      remainder.shiftLeft(inserting: bit(index))
      if remainder >= divisor {
        remainder.subtract(divisor)
        quotient.shiftLeft(inserting: 1)
      } else {
        quotient.shiftLeft(inserting: 0)
      }
    }
    return (quotient, remainder)
  }
}

@c(__multi3)
public func multiply(
  _ product: UnsafeMutablePointer<UInt64>, _ leftLow: UInt64, _ leftHigh: UInt64,
  _ rightLow: UInt64, _ rightHigh: UInt64
) {
  let mask: UInt64 = 0xFFFF_FFFF
  let (left0, left1) = (leftLow & mask, leftLow &>> 32)
  let (right0, right1) = (rightLow & mask, rightLow &>> 32)
  let (low, first, second, high) = (
    left0 &* right0, left0 &* right1, left1 &* right0, left1 &* right1
  )
  let middle = (low &>> 32) &+ (first & mask) &+ (second & mask)
  product[0] = (low & mask) | (middle &<< 32)
  product[1] =
    high &+ (first &>> 32) &+ (second &>> 32) &+ (middle &>> 32)
    &+ leftLow &* rightHigh &+ leftHigh &* rightLow
}

@c(__udivti3)
public func divide(
  _ quotient: UnsafeMutablePointer<UInt64>, _ low: UInt64, _ high: UInt64,
  _ divisorLow: UInt64, _ divisorHigh: UInt64
) {
  let result = Wide(low: low, high: high)
    .divided(by: Wide(low: divisorLow, high: divisorHigh)).quotient
  quotient[0] = result.low
  quotient[1] = result.high
}

@c(__umodti3)
public func remainder(
  _ remainder: UnsafeMutablePointer<UInt64>, _ low: UInt64, _ high: UInt64,
  _ divisorLow: UInt64, _ divisorHigh: UInt64
) {
  let result = Wide(low: low, high: high)
    .divided(by: Wide(low: divisorLow, high: divisorHigh)).remainder
  remainder[0] = result.low
  remainder[1] = result.high
}

// Builds without optimization call for shifts too.

@c(__lshrti3)
public func shiftRight(
  _ shifted: UnsafeMutablePointer<UInt64>, _ low: UInt64, _ high: UInt64, _ distance: UInt32
) {
  let distance = UInt64(distance)
  shifted[0] =
    distance >= 64 ? high >> (distance &- 64) : low >> distance | high << (64 &- distance)
  shifted[1] = high >> distance
}

@c(__ashlti3)
public func shiftLeft(
  _ shifted: UnsafeMutablePointer<UInt64>, _ low: UInt64, _ high: UInt64, _ distance: UInt32
) {
  let distance = UInt64(distance)
  shifted[0] = low << distance
  shifted[1] = distance >= 64 ? low << (distance &- 64) : high << distance | low >> (64 &- distance)
}
