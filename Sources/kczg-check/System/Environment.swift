/// What the environment says.
enum Environment {
  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether nothing speaks against colours: `NO_COLOR` (no-color.org), or a terminal without.
  static var allowsColor: Bool { (value("NO_COLOR") ?? "").isEmpty && terminalCanMoveCursor }

  /// Whether the terminal, if there is one, can take a line back.
  static var terminalCanMoveCursor: Bool { value("TERM") != "dumb" }
}
