/// Checks values that no fact describes: they only must not have the same key twice.
extension ApplicationContents {
  /// Checks every object in the value at `index`. Nesting is bounded by the scanner.
  mutating func checkStrayValue(_ index: NodeIndex) {
    let node = tape[index]
    switch node.kind {
    case .array:
      var element = index + 1
      while element < node.next {
        checkStrayValue(element)
        element = tape[element].next
      }
    case .object:
      var keys: [NodeIndex] = []
      var key = index + 1
      while key < node.next {
        keys.append(key)
        checkStrayValue(key + 1)
        key = tape[key + 1].next
      }
      checkDoubles(keys)
    default:
      break
    }
  }

  /// Reports the keys that stand among `keys` before.
  mutating func checkDoubles(_ keys: [NodeIndex]) {
    guard keys.count > 1 else { return }
    var firsts: [[UInt8]: NodeIndex] = [:]
    for key in keys {
      let name = JSONDecoding.bytes(of: tape[key], in: text)
      if let first = firsts[name] { reportDuplicate(key, first: first) } else { firsts[name] = key }
    }
  }

  mutating func reportDuplicate(_ key: NodeIndex, first: NodeIndex) {
    let node = tape[key]
    report(
      .duplicateKey, at: Int(node.start), path: nil,
      .duplicateKey(
        JSONDecoding.string(of: node, in: text), first: position(of: Int(tape[first].start))))
  }
}
