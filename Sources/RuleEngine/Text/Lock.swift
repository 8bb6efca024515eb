#if !hasFeature(Embedded)
  import Synchronization
#endif

/// A value that threads share, one at a time. Embedded Swift has no threads here, and no locks.
struct Lock<Value>: ~Copyable, @unchecked Sendable {
  #if hasFeature(Embedded)
    private let value: UnsafeMutablePointer<Value>

    init(_ value: sending Value) {
      self.value = .allocate(capacity: 1)
      self.value.initialize(to: value)
    }

    deinit {
      value.deinitialize(count: 1)
      value.deallocate()
    }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result { body(&value.pointee) }
  #else
    private let value: Mutex<Value>

    init(_ value: sending Value) { self.value = Mutex(value) }

    func withLock<Result>(_ body: (inout sending Value) -> sending Result) -> sending Result {
      value.withLock(body)
    }
  #endif
}
