import PageEngine

// What the page calls: it has memory allocated, writes a request there, calls, and reads the result.
// One thread, and one request at a time.

nonisolated(unsafe) private let engine = PageEngine()
/// Of the last call; the page reads it before the next.
nonisolated(unsafe) private var result: [UInt8] = []

/// Memory of so many bytes for a request.
@c(kczg_allocate)
public func kczgAllocate(_ count: Int) -> UnsafeMutableRawPointer {
  .allocate(byteCount: count, alignment: 16)
}

/// Takes back what `kczg_allocate` gave.
@c(kczg_free)
public func kczgFree(_ pointer: UnsafeMutableRawPointer) { pointer.deallocate() }

/// Answers the request.
///
/// - Returns: 0, or 1 where the result says what is wrong with the request.
@c(kczg_call)
public func kczgCall(_ request: UnsafeRawPointer, _ count: Int) -> Int32 {
  // Not both at once: results may be large.
  result = []
  let answer = engine.call(UnsafeRawBufferPointer(start: request, count: count))
  result = answer.result
  return answer.status
}

/// Where the result of the last call is, until the next.
@c(kczg_result)
public func kczgResult() -> UnsafeRawPointer? {
  // The array keeps its bytes where they are as long as nobody changes it.
  result.withUnsafeBytes { $0.baseAddress }
}

/// How many bytes the result of the last call has.
@c(kczg_result_count)
public func kczgResultCount() -> Int { result.count }
