/// The signals by which people and systems end a program: Control-C, a closed terminal or pipe.
enum Signals {
  /// Keeps them back, so that what is being done is done first.
  static func hold() { change(SIG_BLOCK) }

  /// Lets them through again, also those that have come in the meantime.
  static func release() { change(SIG_UNBLOCK) }

  private static func change(_ how: Int32) {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&set, signal) }
    pthread_sigmask(how, &set, nil)
  }
}
