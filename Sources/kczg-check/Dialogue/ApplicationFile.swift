import Rules

/// The file of an application that is filled in, saved after every answer.
final class ApplicationFile {
  let path: FilePath
  /// What stands in the file; nil while there is none.
  private(set) var saved: [UInt8]?

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
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .system(SystemError(number: path.isDirectory ? EISDIR : EINVAL))
    }
    saved = try Self.read(path)
  }

  /// A new file of that name; where there is one, of that name with a number.
  static func new(named name: String) throws(InputError) -> ApplicationFile {
    var number = 1
    while true {
      let path = FilePath(number == 1 ? "\(name).json" : "\(name)-\(number).json")
      var status = stat()
      if lstat(path.bytes, &status) != 0 { return try ApplicationFile(path) }
      number += 1
    }
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
    let place = saved == nil ? path.directory : path.bytes
    if access(place, W_OK) != 0 { throw .system(.last) }
  }

  /// Puts other bytes in the file, whole or not at all; nothing that someone else wrote is lost.
  func save(_ bytes: ArraySlice<UInt8>) throws(SaveError) {
    if let saved, saved.elementsEqual(bytes) { return }
    if let saved, (try? Self.read(path)) != saved { throw .changed }
    do throws(SystemError) {
      if saved == nil { try create(bytes) } else { try replace(bytes) }
    } catch {
      throw .system(error)
    }
    saved = Array(bytes)
  }

  private func replace(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    let file = try OutputFile(path: path.name)
    do throws(SystemError) {
      try bytes.withBytes(file.write)
    } catch {
      file.discard()
      throw error
    }
    try file.finish()
  }

  private func create(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    let descriptor = try retrying {
      open(path.bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    do throws(SystemError) {
      try bytes.withBytes { bytes throws(SystemError) in try writeAll(bytes, to: descriptor) }
      _ = try retrying { close(descriptor) }
    } catch {
      unlink(path.bytes)
      throw error
    }
  }
}

extension FilePath {
  /// The directory that it is in.
  fileprivate var directory: [CChar] {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return Array(".".utf8CString) }
    return bytes[...slash] + [0]
  }
}

extension ArraySlice<UInt8> {
  /// Hands out the bytes; what fails is thrown on.
  fileprivate func withBytes(
    _ body: (UnsafeRawBufferPointer) throws(SystemError) -> Void
  ) throws(SystemError) {
    var failure: SystemError?
    withUnsafeBytes { bytes in
      do throws(SystemError) { try body(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
