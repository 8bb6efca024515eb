/// How several objects stand in one output.
enum JSONLayout {
  /// One object, indented.
  case single
  /// An array of objects, indented.
  case list
  /// An object a line.
  case lines

  var begin: StaticString { self == .list ? "[" : "" }
  var separator: StaticString { self == .list ? "," : "" }
  var end: StaticString { self == .list ? "\n]\n" : "" }

  /// Writes one object.
  func append(to bytes: ByteBuffer, _ write: (inout JSONWriter) -> Void) {
    if self == .list { bytes.append("\n  ") }
    var writer = JSONWriter(bytes, isIndented: self != .lines, depth: self == .list ? 1 : 0)
    write(&writer)
    if self != .list { bytes.append(0x0A) }
  }
}
