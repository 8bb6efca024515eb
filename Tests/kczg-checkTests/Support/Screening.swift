import Foundation
import Testing

@testable import TestSupport

extension Run {
  /// Standard output as the report of a screening.
  func screening() throws -> ScreenReport {
    try JSONDecoder().decode(ScreenReport.self, from: stdout)
  }
}

/// A file for a test: its name, which may begin with a folder, and its text.
typealias File = (name: String, text: String)

/// A folder with these files.
func withFiles<T>(_ files: [File], _ body: (URL) throws -> T) throws -> T {
  try withTemporaryDirectory { directory in
    for file in files {
      let url = directory.appendingPathComponent(file.name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
    return try body(directory)
  }
}

/// Screens files of a folder of their own; `inputs` are all of them, in their order, if not given.
func screen(
  _ files: [File], _ options: String..., inputs: [String]? = nil
) throws -> (run: Run, report: ScreenReport) {
  try withFiles(files) { directory in
    let run = try Command.run(
      ["screen", "--format", "json"] + options + (inputs ?? files.map(\.name)),
      directory: directory)
    return (run, try run.screening())
  }
}
