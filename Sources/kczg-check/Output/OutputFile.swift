import Rules

/// Where a report goes: standard output, or a file that is written whole or not at all.
final class OutputFile {
  private let descriptor: Int32
  /// The file being written, and the one whose place it will take.
  private let replacement: (temporary: String, target: String)?
  private var mayReplace = true

  /// Standard output.
  init() {
    descriptor = 1
    replacement = nil
  }

  /// A file. A regular one is written beside its place and then renamed; anything else, as a
  /// device or a pipe, is written to as it is.
  ///
  /// - Parameter mayReplace: whether a regular file that is there already may give way.
  init(path: String, mayReplace: Bool = true) throws(SystemError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      descriptor = try retrying { open(path, O_WRONLY | O_CLOEXEC) }
      replacement = nil
      return
    }
    let isReplacing = status.st_mode & S_IFMT == S_IFREG
    if isReplacing, !mayReplace { throw SystemError(number: EEXIST) }
    if isReplacing, access(path, W_OK) != 0 { throw .last }
    let target = Self.resolved(path)
    let temporary = "\(target).\(getpid()).tmp"
    unlink(temporary)  // one that a process of this number left behind
    descriptor = try retrying { open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    if isReplacing { fchmod(descriptor, status.st_mode & 0o777) }
    replacement = (temporary, target)
    self.mayReplace = mayReplace
  }

  /// A file that gets more at its end.
  init(appendingTo path: String) throws(SystemError) {
    descriptor = try retrying { open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666) }
    replacement = nil
  }

  /// How many bytes the file has; 0 of what is no file.
  var size: Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return Int(status.st_size)
  }

  /// A link's target, so that the link stays; also where there is nothing at its end yet.
  private static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlink(path, &target, Int(PATH_MAX)) > 0 else { return path }
    let text = target.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    if text.hasPrefix("/") { return text }
    let directory = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (directory.map(String.init) + [text]).joined(separator: "/")
  }

  /// The directory in which a file of that name is written.
  static func directory(of path: String) -> String {
    let target = resolved(path)
    guard let slash = target.utf8.lastIndex(of: 0x2F) else { return "." }
    return String(target[...slash])
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try writeAll(bytes, to: descriptor)
  }

  /// Puts the file in its place.
  func finish() throws(SystemError) {
    // A full disk may show only here.
    _ = try retrying { close(descriptor) }
    guard let replacement else { return }
    do throws(SystemError) {
      if !mayReplace, try isLinked(replacement) { return }
      _ = try retrying { rename(replacement.temporary, replacement.target) }
    } catch {
      unlink(replacement.temporary)
      throw error
    }
  }

  /// Gives the file its name unless one has come to be there in the meantime; false where the file
  /// system has no links.
  private func isLinked(_ names: (temporary: String, target: String)) throws(SystemError) -> Bool {
    if link(names.temporary, names.target) == 0 {
      unlink(names.temporary)
      return true
    }
    if errno == EEXIST { throw .last }
    return false
  }

  /// Leaves things as they were.
  func discard() {
    guard let replacement else { return }
    close(descriptor)
    unlink(replacement.temporary)
  }
}
