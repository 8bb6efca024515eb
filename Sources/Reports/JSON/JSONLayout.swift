/// How several objects stand in one output.
enum JSONLayout {
  /// One object, indented.
  case single
  /// An array of objects, indented.
  case list
  /// An object a line.
  case lines

  var prologue: [UInt8] { self == .list ? Array("[".utf8) : [] }
  var separator: [UInt8] { self == .list ? Array(",".utf8) : [] }
  var epilogue: [UInt8] { self == .list ? Array("\n]\n".utf8) : [] }

  /// Writes one object.
  func append(to bytes: ByteBuffer, _ write: (inout JSONWriter) -> Void) {
    if self == .list { bytes.append("\n  ") }
    var writer = JSONWriter(bytes, isIndented: self != .lines, depth: self == .list ? 1 : 0)
    write(&writer)
    if self != .list { bytes.append(0x0A) }
  }
}
