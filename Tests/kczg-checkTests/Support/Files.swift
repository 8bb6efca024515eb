import Foundation

@testable import TestSupport

/// A folder with `eligible.json`, `ineligible.json`, `undetermined.json` and `invalid.json`.
func withSamples<T>(_ body: (URL) throws -> T) throws -> T {
  try withTemporaryDirectory { directory in
    try directory.write(Sample.eligible(), to: "eligible.json")
    try directory.write(Sample.ineligible(), to: "ineligible.json")
    try directory.write(Sample.undetermined(), to: "undetermined.json")
    try directory.write(Sample.invalid(), to: "invalid.json")
    return try body(directory)
  }
}

extension URL {
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: appendingPathComponent(name))
  }
}
