/// Writes steps, and learns from them.
struct Encoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var range = RangeEncoder()
  private var position = 0
  private(set) var model = Model()
  private(set) var state = State()

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func finish() -> [UInt8] { range.finish() }

  mutating func write(_ step: Step) {
    let kind = state.kind
    if case .literal = step {
      write(0, Model.isMatch + kind)
      writeLiteral()
    } else {
      write(1, Model.isMatch + kind)
      switch step {
      case .literal: break
      case .shortRepetition:
        write(1, Model.isRepetition + kind)
        write(0, Model.isNotLatest + kind)
        write(0, Model.isLong + kind)
      case .repetition(let index, let length):
        write(1, Model.isRepetition + kind)
        writeRepetition(index)
        writeLength(length, Model.repetitionLengths)
      case .match(let distance, let length):
        write(0, Model.isRepetition + kind)
        writeLength(length, Model.matchLengths)
        writeDistance(distance, DistanceSlot.tree(length))
      }
    }
    state.take(step)
    position += step.length
  }

  private mutating func write(_ bit: Int, _ index: Int) { range.write(bit, index, in: &model) }

  private mutating func writeLiteral() {
    let last = position > 0 ? bytes[position - 1] : 0
    let expected = state.isAfterMatch ? bytes[position - state.distances.0 - 1] : nil
    Model.forEachBit(of: bytes[position], after: last, expected: expected) { write($0, $1) }
  }

  private mutating func writeRepetition(_ index: Int) {
    let kind = state.kind
    write(index > 0 ? 1 : 0, Model.isNotLatest + kind)
    if index == 0 { return write(1, Model.isLong + kind) }
    write(index > 1 ? 1 : 0, Model.isNotSecond + kind)
    if index > 1 { write(index > 2 ? 1 : 0, Model.isNotThird + kind) }
  }

  private mutating func writeLength(_ length: Int, _ start: Int) {
    let value = length - Step.lengths.lowerBound
    write(value < 8 ? 0 : 1, start)
    if value < 8 { return writeTree(value, start + 2, bitCount: 3) }
    write(value < 16 ? 0 : 1, start + 1)
    if value < 16 { return writeTree(value - 8, start + 10, bitCount: 3) }
    writeTree(value - 16, start + 18, bitCount: 8)
  }

  private mutating func writeDistance(_ distance: Int, _ tree: Int) {
    let slot = DistanceSlot.of(distance)
    writeTree(slot, Model.distanceSlots + tree << 6, bitCount: 6)
    let bitCount = DistanceSlot.bitCount(slot)
    if bitCount == 0 { return }
    let base = DistanceSlot.base(slot)
    if slot < DistanceSlot.firstDirect {
      writeReversed(distance - base, Model.distanceBits + base - slot, bitCount: bitCount)
    } else {
      range.writeDirect((distance - base) >> 4, count: bitCount - 4)
      writeReversed(distance & 15, Model.distanceEnds, bitCount: 4)
    }
  }

  private mutating func writeTree(_ value: Int, _ start: Int, bitCount: Int) {
    var symbol = 1
    for index in stride(from: bitCount - 1, through: 0, by: -1) {
      let bit = value >> index & 1
      write(bit, start + symbol)
      symbol = symbol << 1 | bit
    }
  }

  /// The lowest bit first.
  private mutating func writeReversed(_ value: Int, _ start: Int, bitCount: Int) {
    var symbol = 1
    for index in 0..<bitCount {
      let bit = value >> index & 1
      write(bit, start + symbol)
      symbol = symbol << 1 | bit
    }
  }
}
