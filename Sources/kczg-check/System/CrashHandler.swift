/// Ends the program with one line and status 70, not with a core dump, when it traps.
enum CrashHandler {
  private static let message: StaticString =
    "kczg-check: error: 程序内部故障，请报告 / internal defect of the program, please report it [internal]\n"

  static func install() {
    useOwnStack()
    var action = sigaction()
    action.sa_flags = Int32(truncatingIfNeeded: Int(SA_ONSTACK))
    let handler: @convention(c) (Int32) -> Void = { _ in CrashHandler.end() }
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    for signal in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      sigaction(signal, &action, nil)
    }
    // Whoever started the program may have set this aside; a closed pipe is to end it.
    signal(SIGPIPE, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGPIPE)
    sigprocmask(SIG_UNBLOCK, &set, nil)
  }

  /// Ends the program as a trap does.
  static func end() -> Never {
    TemporaryFile.remove()
    _ = write(2, message.utf8Start, message.utf8CodeUnitCount)
    _exit(ExitStatus.internalDefect.rawValue)
  }

  /// Gives the handler a stack of its own on this thread: an overflow leaves no room on the other.
  static func useOwnStack() {
    var stack = stack_t()
    stack.ss_size = 1 << 16
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
    sigaltstack(&stack, nil)
  }
}
