extension Application {
  /// The texts or codes of a member of a list, element by element; nil where the list is not known.
  func column(_ path: String) -> [String?]? {
    guard let index = vocabulary.index(of: path.utf8) else { return nil }
    let fact = vocabulary.facts[index]
    guard let number = fact.list ?? fact.location.list, contents.lists[number].isKnown else {
      return nil
    }
    let list = contents.lists[number]
    let column = fact.list == nil ? fact.location.column : 0
    return (0..<list.count).map { element in
      let slot = contents.slots[list.firstRow + element * vocabulary.lists[number].width + column]
      guard slot.isInText else { return nil }
      return fact.type == .code ? fact.codes[Int(slot.payload)].name : contents.string(slot)
    }
  }
}
