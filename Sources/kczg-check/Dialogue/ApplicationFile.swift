import Rules

/// The file of an application that is filled in, saved after every answer.
final class ApplicationFile {
  let path: FilePath
  /// What stands in the file; nil while there is none.
  private(set) var saved: [UInt8]?
  /// Whether it was saved at all.
  private(set) var isChanged = false

  /// Why a file cannot be saved.
  enum SaveError: Error {
    case system(SystemError)
    /// Someone else has written to it.
    case changed
  }

  /// The file of that name, or one that is yet to be made.
  init(_ path: FilePath) throws(InputError) {
    self.path = path
    var status = stat()
    guard stat(path.bytes, &status) == 0 else {
      if errno == ENOENT { return }
      throw .system(.last)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: saved = try Self.read(path)
    case S_IFDIR: throw .system(SystemError(number: EISDIR))
    default: throw .noRegularFile
    }
  }

  /// A new file of that name; where there is one, of that name with a number.
  init(newNamed name: String) {
    let names = (1...).lazy.map { $0 == 1 ? "\(name).json" : "\(name)-\($0).json" }
    var status = stat()
    path = names.map { FilePath($0) }.first { lstat($0.bytes, &status) != 0 }!
  }

  private static func read(_ path: FilePath) throws(InputError) -> [UInt8] {
    let descriptor: Int32
    do throws(SystemError) { descriptor = try openForReading(path) } catch { throw .system(error) }
    defer { close(descriptor) }
    return try FileReader.readAll(descriptor)
  }

  /// Whether the file can be saved, as far as can be told before.
  func checkIsWritable() throws(SaveError) {
    guard FilePath(path.name).bytes == path.bytes else {
      throw .system(SystemError(number: EILSEQ))
    }
    if saved != nil, access(path.bytes, W_OK) != 0 { throw .system(.last) }
    // What is saved is written beside it first.
    if access(OutputFile.directory(of: path).bytes, W_OK) != 0 { throw .system(.last) }
  }

  /// Puts other bytes in the file, whole or not at all; nothing that someone else wrote is lost.
  func save(_ bytes: ArraySlice<UInt8>) throws(SaveError) {
    if let saved {
      if saved.elementsEqual(bytes) { return }
      if (try? Self.read(path)) != saved { throw .changed }
    }
    do throws(SystemError) { try replace(bytes) } catch { throw .system(error) }
    saved = Array(bytes)
    isChanged = true
  }

  private func replace(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    let file = try OutputFile(path: path, mayReplace: saved != nil)
    var failure: SystemError?
    bytes.withUnsafeBytes { bytes in
      do throws(SystemError) { try file.write(bytes) } catch { failure = error }
    }
    if let failure {
      file.discard()
      throw failure
    }
    try file.finish()
  }
}
