import Reports
import Rules

/// How far a command is that takes its time, and the messages in between: on standard error, and how
/// far it is on a terminal only.
final class Progress {
  private let language: Language
  private let isShown: Bool
  private var shown = 0

  /// - Parameter isWanted: false where reports go to the same terminal, or to who knows where.
  init(language: Language, isWanted: Bool) {
    self.language = language
    isShown = isWanted && isatty(2) == 1 && Environment.terminalCanMoveCursor
  }

  /// Tells how many applications have been checked.
  func show(_ count: Int) {
    // More often would only slow things down.
    guard isShown, count >= shown + 25 else { return }
    shown = count
    let text = Bilingual(zh: "已检查 \(count) 份…", en: "\(count) checked…")
    StandardError.write("\r\u{1B}[K\(text[language])")
  }

  /// Writes messages in its place, if there are any.
  func interrupt(with messages: ByteBuffer) {
    if messages.isEmpty { return }
    clear()
    messages.withBytes { StandardError.write($0) }
  }

  func interrupt(with message: String) {
    clear()
    StandardError.write(message)
  }

  /// Takes the line away, so that something else can be written.
  func clear() {
    if shown > 0 { StandardError.write("\r\u{1B}[K") }
    shown = 0
  }
}
