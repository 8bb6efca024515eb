/// Chooses the steps that take the least room, a stretch at a time.
struct Parser {
  /// Where a stretch ends, matches end too; within it the prices stay as they are.
  private static let stretch = 4096
  private static let longLength = 48

  /// The cheapest way to a place.
  private struct Node {
    var price = UInt32.max
    var step = Step.literal
    var state = State()
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var finder: MatchFinder
  private var start = 0
  private var nodes: [Node] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    finder = MatchFinder(bytes)
  }

  /// The steps through the next stretch; nil at the end.
  mutating func next(_ model: Model, _ state: State) -> [Step]? {
    let count = min(Self.stretch, bytes.count - start)
    guard count > 0 else { return nil }
    let prices = Prices(model)
    nodes = [Node](repeating: Node(), count: count + 1)
    nodes[0].price = 0
    nodes[0].state = state
    for index in 0..<count {
      if index > 0 {
        // Everything that leads here has been looked at.
        let step = nodes[index].step
        nodes[index].state = nodes[index - step.length].state
        nodes[index].state.take(step)
      }
      finder.find(at: start + index)
      extend(from: index, most: min(Step.lengths.upperBound, count - index), prices)
    }
    start += count
    var steps: [Step] = []
    var index = count
    while index > 0 {
      steps.append(nodes[index].step)
      index -= nodes[index].step.length
    }
    return steps.reversed()
  }

  private mutating func offer(_ step: Step, from index: Int, at price: UInt32) {
    let target = index + step.length
    if price < nodes[target].price {
      nodes[target].price = price
      nodes[target].step = step
    }
  }

  /// Offers steps of each length up to the longest, and over those for which there is a better one.
  @inline(__always)
  private mutating func offerLengths(
    upTo longest: Int, over shorter: Int = 0, from index: Int,
    _ step: (Int) -> (Step, price: UInt32)
  ) {
    var length = max(shorter + 1, Step.lengths.lowerBound)
    while length <= longest {
      let (step, price) = step(length)
      offer(step, from: index, at: price)
      // Of what is long, to try the longest is enough.
      length = length < Self.longLength ? length + 1 : max(length + 1, longest)
    }
  }

  private mutating func extend(from index: Int, most: Int, _ prices: Prices) {
    let place = start + index
    let (price, state) = (nodes[index].price, nodes[index].state)
    let kind = state.kind
    extendByLiteral(from: index, prices)

    let match = price + prices.bit(1, Model.isMatch + kind)
    let repetition = match + prices.bit(1, Model.isRepetition + kind)
    for number in 0..<4 where state.distance(number) < place {
      let length = bytes.common(place - state.distance(number) - 1, place, most)
      if length == 0 { continue }
      let base = repetition + Self.price(ofRepetition: number, kind, prices)
      if number == 0 {
        let short = repetition + prices.bit(0, Model.isNotLatest + kind)
        offer(.shortRepetition, from: index, at: short + prices.bit(0, Model.isLong + kind))
      }
      offerLengths(upTo: length, from: index) {
        (.repetition(number, length: $0), base + prices.repetitionLength($0))
      }
    }

    let base = match + prices.bit(0, Model.isRepetition + kind)
    var shorter = 0
    for match in finder.matches {
      let longest = min(match.length, most)
      offerLengths(upTo: longest, over: shorter, from: index) {
        (
          .match(distance: match.distance, length: $0),
          base + prices.matchLength($0) + prices.distance(match.distance, length: $0)
        )
      }
      shorter = longest
    }
  }

  private mutating func extendByLiteral(from index: Int, _ prices: Prices) {
    let place = start + index
    let state = nodes[index].state
    let literal = prices.literal(
      bytes[place], after: place > 0 ? bytes[place - 1] : 0,
      expected: state.isAfterMatch ? bytes[place - state.distances.0 - 1] : nil)
    offer(
      .literal, from: index,
      at: nodes[index].price + prices.bit(0, Model.isMatch + state.kind) + literal)
  }

  private static func price(ofRepetition number: Int, _ kind: Int, _ prices: Prices) -> UInt32 {
    let isLatest = prices.bit(number > 0 ? 1 : 0, Model.isNotLatest + kind)
    if number == 0 { return isLatest + prices.bit(1, Model.isLong + kind) }
    let isSecond = isLatest + prices.bit(number > 1 ? 1 : 0, Model.isNotSecond + kind)
    return number == 1 ? isSecond : isSecond + prices.bit(number - 2, Model.isNotThird + kind)
  }
}
