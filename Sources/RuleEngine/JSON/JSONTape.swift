/// The nodes of a text, in memory that is kept from one text to the next.
///
/// A tape belongs to one reader, so it is handed on and never shared.
struct JSONTape: ~Copyable {
  private var nodes: UnsafeMutablePointer<JSONNode>
  private(set) var count = 0
  private var capacity: Int

  init() {
    capacity = 1024
    nodes = .allocate(capacity: capacity)
  }

  deinit { nodes.deallocate() }

  subscript(index: NodeIndex) -> JSONNode {
    @inline(__always) get {
      precondition(Int(index) < count, "node index out of range")
      return nodes[Int(index)]
    }
  }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ node: JSONNode) {
    if count == capacity { grow() }
    nodes[count] = node
    count &+= 1
  }

  /// Ends the container at `index`, whose last byte is before `end`.
  @inline(__always)
  mutating func close(_ index: Int, end: Int) {
    precondition(index < count, "node index out of range")
    nodes[index].length = UInt32(truncatingIfNeeded: end) &- nodes[index].start
    nodes[index].next = UInt32(truncatingIfNeeded: count)
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<JSONNode>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: nodes, count: count)
    nodes.deallocate()
    nodes = larger
    capacity *= 2
  }
}
