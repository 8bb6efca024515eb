/// A file's path as an application writes it, relative to the application's own folder.
struct EvidencePath {
  /// The names on the way, from folder to folder, and `..`; none where it is the folder itself.
  let names: [String]

  /// Nil where it leads out of the folder, whatever stands there but for links.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    // What begins so is absolute on one system or the other: /a, \\server\a, C:\a.
    if let first = bytes.first, Self.isSlash(first) { return nil }
    if bytes.count > 2, (bytes[0] | 0x20) &- 0x61 < 26, bytes[1] == 0x3A, Self.isSlash(bytes[2]) {
      return nil
    }
    if bytes.contains(0) { return nil }
    var names: [String] = []
    var depth = 0
    for name in bytes.split(separator: 0x2F) {
      switch name {
      case [0x2E]: break
      case [0x2E, 0x2E]:
        depth -= 1
        if depth < 0 { return nil }
        names.append("..")
      default:
        depth += 1
        names.append(String(decoding: name, as: UTF8.self))
      }
    }
    self.names = names
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }
}
