/// Runs work on further threads.
enum Threads {
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// A running thread.
  struct Handle {
    fileprivate let thread: pthread_t
    func join() { pthread_join(thread, nil) }
  }

  /// Starts a thread; nil where the system gives none.
  static func start(_ body: @escaping @Sendable () -> Void) -> Handle? {
    let work = Unmanaged.passRetained(Work(body: body)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, nil, runWork, work) == 0 else {
      Unmanaged<Work>.fromOpaque(work).release()
      return nil
    }
    #if canImport(Darwin)
      return thread.map(Handle.init)
    #else
      return Handle(thread: thread)
    #endif
  }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void
  init(body: @escaping @Sendable () -> Void) { self.body = body }
}

#if canImport(Darwin)
  private func runWork(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    run(work)
    return nil
  }
#else
  private func runWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let work { run(work) }
    return nil
  }
#endif

private func run(_ work: UnsafeMutableRawPointer) {
  CrashHandler.useOwnStack()
  Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
}
