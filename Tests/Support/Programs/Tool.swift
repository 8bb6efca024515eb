import Foundation

/// A program that was run to its end, and what it said.
struct Tool {
  let status: Int32
  let output: String
  let errors: String

  /// Runs a program; what it writes goes to files of a folder, so that no pipe can fill up.
  init(_ program: URL, _ arguments: [String], in directory: URL) throws {
    let files = ["stdout", "stderr"].map { directory.appending(path: ".\($0)") }
    let handles = try files.map { file in
      try Data().write(to: file)
      return try FileHandle(forWritingTo: file)
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (handles[0], handles[1])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: files[0], encoding: .utf8)
    errors = try String(contentsOf: files[1], encoding: .utf8)
  }

  /// A program that was built along with the tests: both lie in the products directory.
  static func built(_ name: String) -> URL { products.appending(path: name) }

  private static let products: URL = {
    #if os(Linux)
      return URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
    #else
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent()
    #endif
  }()
}
