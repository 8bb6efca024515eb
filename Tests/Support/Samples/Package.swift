import Foundation

/// The package's own files.
enum Package {
  /// The folder of `Package.swift`.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func fixture(_ path: String) -> URL {
    root.appendingPathComponent("Tests/kczg-checkTests/Fixtures").appendingPathComponent(path)
  }
}
