import Rules

/// Where a report goes: standard output, or a file that is written whole or not at all.
package final class OutputFile {
  private let descriptor: Int32
  /// The file being written, and the one whose place it will take.
  private let replacement: (temporary: FilePath, target: FilePath)?
  private var mayReplace = true

  /// Standard output.
  package init() {
    descriptor = 1
    replacement = nil
  }

  /// A file. A regular one is written beside its place and then renamed; anything else, as a
  /// device or a pipe, is written to as it is.
  ///
  /// - Parameter mayReplace: whether a regular file that is there already may give way.
  package init(path: FilePath, mayReplace: Bool = true) throws(SystemError) {
    var status = stat()
    if stat(path.bytes, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      descriptor = try retrying { open(path.bytes, O_WRONLY | O_CLOEXEC) }
      replacement = nil
      return
    }
    let isReplacing = status.st_mode & S_IFMT == S_IFREG
    if isReplacing, !mayReplace { throw SystemError(number: EEXIST) }
    if isReplacing, access(path.bytes, W_OK) != 0 { throw .last }
    let target = Self.resolved(path)
    let temporary = target + ".\(getpid()).tmp"
    unlink(temporary.bytes)  // one that a process of this number left behind
    descriptor = try retrying {
      open(temporary.bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    TemporaryFile.keep(temporary)
    if isReplacing { fchmod(descriptor, status.st_mode & 0o777) }
    replacement = (temporary, target)
    self.mayReplace = mayReplace
  }

  /// A file that gets more at its end.
  package init(appendingTo path: String) throws(SystemError) {
    descriptor = try retrying { open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666) }
    replacement = nil
  }

  /// How many bytes the file has; 0 of what is no file.
  package var size: Int {
    var status = stat()
    guard isRegular, fstat(descriptor, &status) == 0 else { return 0 }
    return Int(status.st_size)
  }

  /// A link's target, so that the link stays; also where there is nothing at its end yet.
  private static func resolved(_ path: FilePath) -> FilePath {
    if let real = realpath(path.bytes, nil) {
      defer { free(real) }
      return FilePath(real)
    }
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlink(path.bytes, &target, Int(PATH_MAX)) > 0 else { return path }
    let link = target.withUnsafeBufferPointer { FilePath($0.baseAddress!) }
    return link.bytes.first == 0x2F ? link : path.parent.appending(link)
  }

  /// The directory in which a file of that name is written.
  package static func directory(of path: FilePath) -> FilePath { resolved(path).parent }

  package var isTerminal: Bool { isatty(descriptor) == 1 }
  package var isRegular: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try writeAll(bytes, to: descriptor)
  }

  /// Puts the file in its place.
  package func finish() throws(SystemError) {
    defer { TemporaryFile.forget() }
    guard let replacement else {
      _ = try retrying { close(descriptor) }
      return
    }
    do throws(SystemError) {
      // A full disk may show only here.
      _ = try retrying { close(descriptor) }
      if !mayReplace, try isLinked(replacement) { return }
      _ = try retrying { rename(replacement.temporary.bytes, replacement.target.bytes) }
    } catch {
      unlink(replacement.temporary.bytes)
      throw error
    }
  }

  /// Gives the file its name unless one has come to be there in the meantime; false where the file
  /// system has no links.
  private func isLinked(_ names: (temporary: FilePath, target: FilePath)) throws(SystemError)
    -> Bool
  {
    if link(names.temporary.bytes, names.target.bytes) == 0 {
      unlink(names.temporary.bytes)
      return true
    }
    if errno == EEXIST { throw .last }
    return false
  }

  /// Whether it is written beside a file whose place it will take.
  package var isReplacement: Bool { replacement != nil }

  /// Leaves things as they were.
  package func discard() {
    guard let replacement else { return }
    defer { TemporaryFile.forget() }
    close(descriptor)
    unlink(replacement.temporary.bytes)
  }
}
