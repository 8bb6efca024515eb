/// Lists directories.
enum Directory {
  /// A directory's files whose names end with `suffix`, in byte order of the names.
  static func files(in directory: FilePath, suffix: String) throws(SystemError) -> [FilePath] {
    guard let stream = opendir(directory.bytes) else { throw SystemError.last }
    defer { closedir(stream) }
    var names: [FilePath] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { FilePath($0) }
      }
      if name.hasSuffix(suffix) { names.append(name) }
    }
    names.sort { a, b in
      a.bytes.lexicographicallyPrecedes(b.bytes) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
    }
    return names.map(directory.appending).filter { !$0.isDirectory }
  }
}
