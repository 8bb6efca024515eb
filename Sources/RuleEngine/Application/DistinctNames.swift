/// Finds names that stand twice in a list, in one pass over a table that is kept for the next list.
struct DistinctNames {
  /// Per place: the number of the element whose name hashed there, plus one.
  private var table: [UInt32] = []
  private var hashes: [UInt64] = []
  /// So that nobody can write names that all hash to one place.
  private static let seed = UInt64.random(in: 1...UInt64.max)

  /// The elements whose name stood before, each with the first that has it.
  mutating func repetitions(
    in contents: borrowing ApplicationContents, _ layout: ListLayout, column: Int
  ) -> [(element: Int, first: Int)] {
    let list = contents.lists[layout.number]
    var capacity = 16
    while capacity < list.count * 2 { capacity *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: capacity))
    hashes.removeAll(keepingCapacity: true)
    var found: [(element: Int, first: Int)] = []
    for element in 0..<list.count {
      let slot = contents.slots[list.firstRow + element * layout.width + column]
      guard slot.isKnown else {
        hashes.append(0)
        continue
      }
      let node = contents.tape[slot.node]
      let hash = Self.hash(node, contents.text)
      hashes.append(hash)
      var index = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while table[index] != 0 {
        let other = Int(table[index]) - 1
        let otherSlot = contents.slots[list.firstRow + other * layout.width + column]
        if hashes[other] == hash, Self.equal(node, contents.tape[otherSlot.node], contents.text) {
          found.append((element, other))
          break
        }
        index = (index + 1) & (capacity - 1)
      }
      if table[index] == 0 { table[index] = UInt32(element + 1) }
    }
    return found
  }

  private static func hash(_ node: JSONNode, _ text: SourceText) -> UInt64 {
    if node.needsDecoding {
      var bytes = JSONDecoding.bytes(of: node, in: text)
      let count = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: SourceText.padding))
      return bytes.withUnsafeBufferPointer { KeyTable.hash($0.baseAddress!, count, seed: seed) }
    }
    return text.storage.withUnsafeBufferPointer {
      KeyTable.hash($0.baseAddress! + Int(node.start) + 1, Int(node.length) &- 2, seed: seed)
    }
  }

  private static func equal(_ a: JSONNode, _ b: JSONNode, _ text: SourceText) -> Bool {
    if a.needsDecoding || b.needsDecoding {
      return JSONDecoding.bytes(of: a, in: text) == JSONDecoding.bytes(of: b, in: text)
    }
    guard a.length == b.length else { return false }
    return text.storage.withUnsafeBufferPointer {
      UTF8Scan.equal(
        $0.baseAddress! + Int(a.start), $0.baseAddress! + Int(b.start), count: Int(a.length))
    }
  }
}
