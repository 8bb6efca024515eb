/// What the page asks the engine.
public final class PageEngine {
  public init() {}

  /// Answers a request.
  ///
  /// - Returns: 0 and the answer, or 1 and what is wrong with the request.
  public func call(_ request: UnsafeRawBufferPointer) -> (status: Int32, result: [UInt8]) {
    (0, Array("{}".utf8))
  }
}
