/// Finds names that stand twice in a list, in one pass over memory that is kept for the next list.
///
/// Names are the same where they are alike as `FoldedName`s; one of which nothing is left is none.
struct DistinctNames {
  /// The folded names, one after the other, and `SourceText.padding` zero bytes.
  private var folded: [UInt8] = []
  /// Per element, where its name ends among them; it begins where the one before ends.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Per place: the number of the element whose name hashed there, plus one.
  private var table: [UInt32] = []
  /// So that nobody can write names that all hash to one place.
  private static let seed = UInt64.random(in: 1...UInt64.max)

  /// The elements that have a name in common with others, name by name, each in the list's order.
  mutating func groups(
    in contents: borrowing ApplicationContents, _ layout: ListLayout, column: Int
  ) -> [[Int]] {
    let list = contents.lists[layout.number]
    fold(contents, layout, column: column)
    var capacity = 16
    while capacity < list.count * 2 { capacity *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: capacity))
    hashes.removeAll(keepingCapacity: true)
    var groups: [[Int]] = []
    var groupOfFirst: [Int: Int] = [:]
    for element in 0..<list.count {
      let name = range(of: element)
      guard !name.isEmpty else {
        hashes.append(0)
        continue
      }
      let hash = folded.withUnsafeBufferPointer {
        KeyTable.hash($0.baseAddress! + name.lowerBound, name.count, seed: Self.seed)
      }
      hashes.append(hash)
      var index = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while table[index] != 0 {
        let first = Int(table[index]) - 1
        if hashes[first] == hash, isEqual(name, range(of: first)) {
          if let group = groupOfFirst[first] {
            groups[group].append(element)
          } else {
            groupOfFirst[first] = groups.count
            groups.append([first, element])
          }
          break
        }
        index = (index + 1) & (capacity - 1)
      }
      if table[index] == 0 { table[index] = UInt32(element + 1) }
    }
    return groups
  }

  private func range(of element: Int) -> Range<Int> {
    (element == 0 ? 0 : ends[element - 1])..<ends[element]
  }

  private func isEqual(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count
      && folded.withUnsafeBufferPointer {
        UTF8Scan.equal(
          $0.baseAddress! + a.lowerBound, $0.baseAddress! + b.lowerBound, count: a.count)
      }
  }

  // MARK: Folding

  private mutating func fold(
    _ contents: borrowing ApplicationContents, _ layout: ListLayout, column: Int
  ) {
    let list = contents.lists[layout.number]
    folded.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for element in 0..<list.count {
      let slot = contents.slots[list.firstRow + element * layout.width + column]
      if slot.isKnown { append(contents.tape[slot.node], contents.text) }
      ends.append(folded.count)
    }
    folded.append(contentsOf: repeatElement(0, count: SourceText.padding))
  }

  private mutating func append(_ node: JSONNode, _ text: SourceText) {
    if node.needsDecoding {
      appendFolded(JSONDecoding.bytes(of: node, in: text)[...])
    } else {
      appendFolded(text.storage[Int(node.start) &+ 1..<Int(node.start &+ node.length) &- 1])
    }
  }

  /// Folds UTF-8 as `FoldedName` does. Nearly all names are made of ASCII, full width or not, and of
  /// the characters from U+4000 to U+9FFF, which stay as they are.
  private mutating func appendFolded(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case ..<0x80:
        appendFolded(ascii: byte)
        index += 1
      case 0xE4...0xE9:
        folded.append(byte)
        folded.append(bytes[index + 1])
        folded.append(bytes[index + 2])
        index += 3
      case 0xEF where bytes[index + 1] == 0xBC && bytes[index + 2] > 0x80:
        appendFolded(ascii: bytes[index + 2] - 0x60)
        index += 3
      case 0xEF where bytes[index + 1] == 0xBD && bytes[index + 2] < 0x9F:
        appendFolded(ascii: bytes[index + 2] - 0x20)
        index += 3
      default:
        let count = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let scalar = String(decoding: bytes[index..<index + count], as: UTF8.self)
        for scalar in FoldedName(scalar).scalars {
          folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        index += count
      }
    }
  }

  private mutating func appendFolded(ascii byte: UInt8) {
    switch byte {
    // White space, quotation marks.
    case 0x09...0x0D, 0x20, 0x22, 0x27, 0x60: break
    case 0x41...0x5A: folded.append(byte | 0x20)
    default: folded.append(byte)
    }
  }
}
