import Reports
import Rules

/// What a dialogue is shown on, and what replies to it: plain lines, which a pipe can carry as well.
struct Console {
  private let output: CommandOutput
  private let usesColor: Bool
  private let input = LineInput()

  init(_ output: CommandOutput, usesColor: Bool) {
    self.output = output
    self.usesColor = usesColor
  }

  func say(
    _ text: String, mark: String = "", first: String = "", isBold: Bool = false,
    verdict: Verdict? = nil
  ) {
    let bytes = ByteBuffer()
    TextWriter(bytes, usesColor: usesColor)
      .add(text, mark: mark, first: first, isBold: isBold, verdict: verdict)
    bytes.withBytes { output.write($0) }
  }

  /// Says what has to stay on one line, as a command to be copied.
  func say(line: String) { output.write(SafeText.of(line) + "\n") }

  /// What is typed next; nil at the end of input.
  func read() -> LineInput.Line? {
    output.write("> ")
    let line = input.next()
    // What a terminal shows as it is typed is shown here of a pipe.
    if !input.isTerminal || line == nil {
      output.write(SafeText.of(line?.shown ?? "") + "\n")
    }
    return line
  }
}

extension LineInput.Line {
  fileprivate var shown: String {
    switch self {
    case .text(let text), .noText(let text): text
    case .tooLong: "…"
    }
  }
}
