import Rules

/// Reads whole files.
package enum FileReader {
  /// All that can still be read from `descriptor`.
  package static func readAll(_ descriptor: Int32) throws(InputError) -> [UInt8] {
    var status = stat()
    let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    if isRegular, Int(status.st_size) > SourceText.maximumCount { throw .tooLarge }
    // Room for the end to be seen, and for what a text keeps behind itself.
    var room = isRegular ? Int(status.st_size) + 64 : 1 << 16
    var bytes: [UInt8] = []
    while true {
      let more: [UInt8]
      do throws(SystemError) {
        more = try readSome(descriptor, atMost: room)
      } catch {
        throw .system(error)
      }
      if more.isEmpty { return bytes }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if bytes.count > SourceText.maximumCount { throw .tooLarge }
      room = isRegular ? 1 << 16 : max(1 << 16, bytes.count)
    }
  }

  /// What one call of the system reads; nothing at the end.
  package static func readSome(_ descriptor: Int32, atMost room: Int) throws(SystemError) -> [UInt8]
  {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      do throws(SystemError) {
        count = try retrying { read(descriptor, buffer.baseAddress, room) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
