/// The file that is being written, which goes if a signal ends the program.
package enum TemporaryFile {
  /// Its path, for signal handlers, which can do next to nothing; empty where there is none.
  nonisolated(unsafe) private static let path: UnsafeMutablePointer<CChar> = {
    let path = UnsafeMutablePointer<CChar>.allocate(capacity: Int(PATH_MAX) + 1)
    path.initialize(repeating: 0, count: Int(PATH_MAX) + 1)
    return path
  }()

  /// Has the file removed by the signals that end the program.
  package static func keep(_ file: FilePath) {
    guard file.bytes.count <= Int(PATH_MAX) else { return }
    // What counts is the first byte, so it comes last.
    for index in file.bytes.indices.reversed() { path[index] = file.bytes[index] }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] {
      let former = signal(number) { number in
        TemporaryFile.remove()
        signal(number, SIG_DFL)
        raise(number)
      }
      // As whoever started the program wants it.
      if unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  package static func forget() { path[0] = 0 }

  /// Safe in a signal handler.
  package static func remove() { if path[0] != 0 { unlink(path) } }
}
