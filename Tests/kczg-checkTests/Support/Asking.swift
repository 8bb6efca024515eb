import Foundation
import Testing

@testable import TestSupport

/// Runs `ask` in a folder through a pipe; the lines are what is typed.
func ask(
  _ arguments: [String] = [], _ lines: [String], in directory: URL, end: String = "\n"
) throws -> Run {
  try Command.run(
    ["ask"] + arguments, input: Data((lines.joined(separator: "\n") + end).utf8),
    directory: directory)
}

/// The status that `check` leaves with, which must find nothing to complain of.
func checkStatus(_ name: String, in directory: URL, _ options: [String] = []) throws -> Int32 {
  let run = try Command.run(["check", "--strict"] + options + [name], directory: directory)
  #expect(run.errors == "")
  return run.status
}

extension URL {
  /// What stands in a file of this folder, with its byte-order mark.
  func text(of name: String) throws -> String {
    // `String(contentsOf:)` would drop the mark.
    String(decoding: try Data(contentsOf: appending(path: name)), as: UTF8.self)
  }

  /// The names of what is in this folder.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
