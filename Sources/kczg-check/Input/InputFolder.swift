import Reports

/// What a folder that the command line names holds.
struct InputFolder {
  private(set) var files: [FilePath] = []
  private(set) var passedOver: PassedOver
  /// Folders below it that cannot be read, and why.
  private(set) var failures: [(folder: FilePath, error: SystemError)] = []

  /// Every `*.json` directly in it; if asked for, also in the folders below, each folder after the
  /// files of the one that it is in. Hidden folders are left alone.
  ///
  /// - Throws: the reason why the folder itself cannot be read.
  init(_ folder: FilePath, isRecursive: Bool) throws(SystemError) {
    var listing = try Directory.list(folder, suffix: ".json")
    files = listing.files
    var others = listing.others
    var waiting = Array(listing.folders.reversed())
    if isRecursive {
      // A link may lead back to where it stands.
      var seen: Set<FileIdentity> = []
      if let identity = folder.identity { seen.insert(identity) }
      while let next = waiting.popLast() {
        guard !next.isHidden, let identity = next.identity, seen.insert(identity).inserted else {
          continue
        }
        do throws(SystemError) {
          listing = try Directory.list(next, suffix: ".json")
        } catch {
          failures.append((next, error))
          continue
        }
        files += listing.files
        others += listing.others
        waiting += listing.folders.reversed()
      }
    }
    passedOver = PassedOver(
      folder: folder.name,
      folders: waiting.reversed().filter { !$0.isHidden }.map(\.name),
      files: others.filter { !$0.isHidden }.map(\.name))
  }
}

extension FilePath {
  /// Whether its last name begins with a dot.
  fileprivate var isHidden: Bool {
    let start = bytes.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
    return bytes[start] == 0x2E
  }
}
