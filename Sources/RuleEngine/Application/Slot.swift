/// What an application says of one fact.
struct Slot {
  /// The value, in the way of its type: 0 or 1; an integer; a packed date; a code's number; a
  /// `CodeSet`. A text, and a quantity that is not an integer, are read from the node.
  var payload: Int64
  /// The value's node; not one of the text where nothing is known.
  var node: NodeIndex

  /// The payload of a quantity that is not an integer.
  static let notAnInteger: Int64 = -1
  /// The payload of a date that never was.
  static let never: Int64 = -1

  /// The key does not stand in the text.
  static let absent = Slot(payload: 0, node: .max)
  /// The key's value is null, which says as little.
  static let null = Slot(payload: 0, node: .max - 1)

  /// A value that does not come from the text, as a date given on the command line.
  static func given(_ payload: Int64) -> Slot { Slot(payload: payload, node: .max - 2) }

  @inline(__always) var isKnown: Bool { node < NodeIndex.max - 1 }
  @inline(__always) var isInText: Bool { node < NodeIndex.max - 2 }
  @inline(__always) var isAbsent: Bool { node == .max }
}

/// What an application says of one list of objects.
struct ListSlot {
  var isKnown = false
  /// Whether there may be elements that are not in the text: it is still being told.
  var isOpen = false
  /// Whether elements have a name in common, and so may be one.
  var hasNamesakes = false
  /// Where the rows of its elements begin, one after the other.
  var firstRow = 0
  var count = 0
}
