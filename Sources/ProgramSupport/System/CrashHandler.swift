/// Ends the program with one line and status 70, not with a core dump, when it traps.
package enum CrashHandler {
  private static let message: StaticString =
    ": error: 程序内部故障，请报告 / internal defect of the program, please report it [internal]\n"
  /// Set once, before anything else happens.
  nonisolated(unsafe) private static var program: StaticString = ""

  /// - Parameter program: what the line calls the program.
  package static func install(for program: StaticString) {
    self.program = program
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
  package static func end() -> Never {
    TemporaryFile.remove()
    for text in [program, message] { _ = write(2, text.utf8Start, text.utf8CodeUnitCount) }
    _exit(ExitStatus.internalDefect.rawValue)
  }

  /// Gives the handler a stack of its own on this thread: an overflow leaves no room on the other.
  package static func useOwnStack() {
    var stack = stack_t()
    stack.ss_size = 1 << 16
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
    sigaltstack(&stack, nil)
  }
}
