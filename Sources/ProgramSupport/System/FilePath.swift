/// A path as the system has it: bytes, which need not be UTF-8.
package struct FilePath {
  /// With a zero byte at the end.
  package let bytes: [CChar]
  /// How the path is shown; what is not UTF-8 is repaired.
  package let name: String

  package init(_ pointer: UnsafePointer<CChar>) {
    bytes = Array(UnsafeBufferPointer(start: pointer, count: strlen(pointer) + 1))
    name = String(cString: pointer)
  }

  package init(_ name: String) {
    bytes = Array(name.utf8CString)
    self.name = name
  }

  /// A name in this directory.
  package func appending(_ child: FilePath) -> FilePath {
    let slash: [CChar] = bytes.dropLast().last == 0x2F ? [] : [0x2F]
    let joined = bytes.dropLast() + slash + child.bytes
    return joined.withUnsafeBufferPointer { FilePath($0.baseAddress!) }
  }

  /// This path with something after it.
  package static func + (path: FilePath, suffix: String) -> FilePath {
    let joined = path.bytes.dropLast() + Array(suffix.utf8CString)
    return joined.withUnsafeBufferPointer { FilePath($0.baseAddress!) }
  }

  /// The directory that it is in.
  package var parent: FilePath {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return FilePath(".") }
    let kept = Array(bytes[..<max(1, slash)]) + [0]
    return kept.withUnsafeBufferPointer { FilePath($0.baseAddress!) }
  }

  package var isDirectory: Bool {
    var status = stat()
    return stat(bytes, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether it is a regular file, or nothing that can be looked at: whoever reads it will tell why.
  package var mayBeRead: Bool {
    var status = stat()
    return stat(bytes, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Which file or folder it is, whatever path leads to it; nil where there is none.
  package var identity: FileIdentity? {
    var status = stat()
    guard stat(bytes, &status) == 0 else { return nil }
    return FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }

  /// The same of a regular file only: what is written to a device takes nobody's place.
  package var regularIdentity: FileIdentity? {
    var status = stat()
    guard stat(bytes, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return identity
  }

  package func hasSuffix(_ suffix: String) -> Bool {
    bytes.dropLast().reversed().starts(with: suffix.utf8CString.dropLast().reversed())
  }
}

/// Which file or folder it is.
package struct FileIdentity: Hashable {
  package let device: UInt64
  package let number: UInt64
}
