import Rules
import Synchronization

/// The folder of an application's file; of standard input, the working directory.
///
/// A link is followed by hand, so that nothing outside the folder is looked at, not even whether it
/// is there.
final class ApplicationFolder: EvidenceFolder {
  private typealias Name = [UInt8]

  /// Where the folder is.
  private enum Place {
    case unknown
    case nowhere
    /// The names on the way to it from the root of everything, none of which is a link.
    case at([Name])
  }

  private let path: FilePath
  private let place = Mutex(Place.unknown)

  init(of file: InputFile) { path = file.path?.parent ?? FilePath(".") }

  func file(at names: [String]) -> EvidenceFile {
    guard let root = resolve() else { return .missing }
    var at = root
    // What is still to be gone, backwards.
    var rest = names.reversed().map { Name($0.utf8) }
    var linksLeft = 40
    var isFile = false
    while let name = rest.popLast() {
      if isFile { return .missing }
      switch name {
      case [0x2E]: continue
      case [0x2E, 0x2E]: if !at.isEmpty { at.removeLast() }
      default: at.append(name)
      }
      // A link may go up and come back: the folders around this one are known without a look.
      if at.count <= root.count {
        guard root.starts(with: at) else { return .outside }
        continue
      }
      guard at.starts(with: root) else { return .outside }
      let path = Self.path(of: at)
      var status = stat()
      guard lstat(path, &status) == 0 else { return .missing }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: break
      case S_IFLNK:
        linksLeft -= 1
        guard linksLeft >= 0, let target = Self.target(of: path) else { return .missing }
        if target.first == 0x2F { at = [] } else { at.removeLast() }
        rest += target.split(separator: 0x2F).reversed().map { Name($0) }
      case S_IFREG: isFile = true
      default: return rest.isEmpty ? .notAFile : .missing
      }
    }
    return isFile ? .found : at.count < root.count ? .outside : .notAFile
  }

  /// The names on the way to the folder; nil where there is no such folder.
  private func resolve() -> [Name]? {
    place.withLock { place in
      if case .unknown = place {
        if let pointer = realpath(path.bytes, nil) {
          let bytes = UnsafeBufferPointer(start: pointer, count: strlen(pointer))
          place = .at(bytes.split(separator: 0x2F).map { $0.map { UInt8(bitPattern: $0) } })
          free(pointer)
        } else {
          place = .nowhere
        }
      }
      return if case .at(let names) = place { names } else { nil }
    }
  }

  private static func path(of names: [Name]) -> [CChar] {
    var path: [CChar] = []
    for name in names {
      path.append(0x2F)
      path += name.map { CChar(bitPattern: $0) }
    }
    path.append(0)
    return path
  }

  /// Where a link leads; nil where that cannot be read.
  private static func target(of path: [CChar]) -> Name? {
    let capacity = Int(PATH_MAX)
    var count = -1
    let bytes = Name(unsafeUninitializedCapacity: capacity) { buffer, filled in
      count = buffer.withMemoryRebound(to: CChar.self) { buffer in
        buffer.baseAddress.map { readlink(path, $0, capacity) } ?? -1
      }
      filled = max(0, count)
    }
    return count > 0 && count < capacity ? bytes : nil
  }
}
