/// What a JSON value is.
package enum JSONKind: UInt8 {
  case object, array, string, number, `true`, `false`, null
}

/// One token of a JSON text: where it stands and what it is. Nothing is decoded.
///
/// A text is a flat array of nodes in the order of the text. An object's node is followed by its
/// members, each a key (a `string`) and then its value; an array's by its elements.
struct JSONNode {
  /// Offset of the token's first byte; a string's is its opening quote's.
  var start: UInt32
  /// Bytes of the token; a container's up to and with its closing bracket.
  var length: UInt32
  /// Index of the first node after this one and everything in it.
  var next: UInt32
  var kind: JSONKind
  /// A string with escapes, or a number with a fraction or an exponent: its bytes are not its value.
  var needsDecoding: Bool
}

/// An index into a text's nodes.
typealias NodeIndex = UInt32
