import Reports

/// Standard error, for diagnostics.
package enum StandardError {
  package static func write(_ bytes: UnsafeRawBufferPointer) {
    // Where this fails there is nowhere left to complain to.
    try? writeAll(bytes, to: 2)
  }

  package static func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// `a.json: error: cannot be read [cannot-read]`: what is said of a file as a whole.
  package static func line(about name: String, _ text: String, code: String) -> String {
    "\(SafeText.of(name)): error: \(text) [\(code)]\n"
  }
}
