import Foundation

extension Data {
  /// Its lines; only LF ends one.
  var lines: [String] {
    var parts = withUnsafeBytes { bytes in
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(decoding: UnsafeRawBufferPointer(rebasing: $0), as: UTF8.self) }
    }
    if parts.last == "" { parts.removeLast() }
    return parts
  }
}
