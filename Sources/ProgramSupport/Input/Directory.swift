/// Lists directories.
package enum Directory {
  /// What a directory has, each in byte order of the names; links count as what they lead to.
  package struct Listing {
    /// Regular files whose names have a suffix.
    package var files: [FilePath] = []
    package var others: [FilePath] = []
    package var folders: [FilePath] = []
  }

  package static func list(_ directory: FilePath, suffix: String) throws(SystemError) -> Listing {
    guard let stream = opendir(directory.bytes) else { throw SystemError.last }
    defer { closedir(stream) }
    var names: [FilePath] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { FilePath($0) }
      }
      if name.name != ".", name.name != ".." { names.append(name) }
    }
    names.sort { a, b in
      a.bytes.lexicographicallyPrecedes(b.bytes) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
    }
    var listing = Listing()
    for name in names {
      let path = directory.appending(name)
      if path.isDirectory {
        listing.folders.append(path)
      } else if name.hasSuffix(suffix), path.mayBeRead {
        listing.files.append(path)
      } else {
        listing.others.append(path)
      }
    }
    return listing
  }
}
