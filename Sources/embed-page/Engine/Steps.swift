import Digest
import Foundation

/// Runs programs one after the other; a step whose arguments and inputs are the same as last time,
/// with the same steps before it, is left out.
struct Steps {
  struct Failure: Error {
    let program: String
    let status: Int32
  }

  let folder: String
  /// Of all steps so far.
  private var digest = ""

  init(folder: String) { self.folder = folder }

  /// Runs a program, the last of whose arguments are its output and its inputs.
  ///
  /// - Parameter output: a file in the folder.
  /// - Returns: the path of the output.
  @discardableResult
  mutating func run(
    _ output: String, _ program: String, _ arguments: [String], inputs: [String]
  ) throws -> String {
    let path = "\(folder)/\(output)"
    let words = [program] + arguments + [path] + inputs
    var parts = [digest, try Self.state(of: program)] + words
    for input in inputs {
      let bytes = FileManager.default.contents(atPath: input) ?? Data()
      parts.append(SHA256.hexDigest(of: [UInt8](bytes)[...]))
    }
    digest = SHA256.hexDigest(of: [UInt8](parts.joined(separator: "\n").utf8)[...])

    let stamp = path + ".stamp"
    let last = FileManager.default.contents(atPath: stamp)
    if last == Data(digest.utf8), FileManager.default.fileExists(atPath: path) { return path }
    try? FileManager.default.removeItem(atPath: stamp)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = Array(words.dropFirst())
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(program: program, status: process.terminationStatus)
    }
    try Data(digest.utf8).write(to: URL(filePath: stamp))
    return path
  }

  /// What changes when another toolchain takes the place of this one.
  private static func state(of program: String) throws -> String {
    let real = URL(filePath: program).resolvingSymlinksInPath().path(percentEncoded: false)
    let attributes = try FileManager.default.attributesOfItem(atPath: real)
    return "\(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? Date.distantPast)"
  }
}
