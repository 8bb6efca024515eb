import Foundation
import Testing

@testable import TestSupport

/// `kczg-check ask` on a terminal, and how it ends when that or a pipe is gone.
@Suite struct AskTerminalTests {
  @Test func onATerminal() throws {
    try withTemporaryDirectory { directory in
      let session = try TerminalSession(["ask", "甲.json"], directory: directory)
      for (count, line) in ["1", "1", "2022-5-20", "2", "xx", "b", "3", "q"].enumerated() {
        guard session.waitForPrompt(after: count) else { break }
        // Saved after every answer.
        if count == 3 {
          #expect(try directory.text(of: "甲.json").contains("2022-05-20"))
        }
        session.type(line + "\n")
      }
      #expect(session.finish() == 2)
      let shown = session.text
      // What is typed is shown once: by the terminal.
      #expect(shown.contains("> 2022-5-20\n记为：2022-05-20\n"), "\(shown)")
      #expect(shown.contains("\n\u{1B}[1m创新基地类别（选一项）\u{1B}[0m\n"))
      #expect(shown.contains("\u{1B}[32m✓ \u{1B}[0m第八条首句 依托单位类型：符合\n"))
      #expect(try directory.text(of: "甲.json").contains(#""kind": "research-institute""#))
      #expect(try checkStatus("甲.json", in: directory) == 2)
    }
  }

  /// Control-D ends the input.
  @Test func endOfInputOnATerminal() throws {
    try withTemporaryDirectory { directory in
      let session = try TerminalSession(["ask", "--lang", "en"], directory: directory)
      #expect(session.waitForPrompt(after: 0))
      session.type("2\n")
      #expect(session.waitForPrompt(after: 1))
      session.type("\u{04}")
      #expect(session.finish() == 2)
      #expect(try directory.text(of: "application.json").contains("incubation"))
    }
  }

  @Test func withoutColour() throws {
    try withTemporaryDirectory { directory in
      let session = try TerminalSession(["ask", "--color", "never"], directory: directory)
      #expect(session.waitForPrompt(after: 0))
      session.type("q\n")
      #expect(session.finish() == 66)
      #expect(!session.text.contains("\u{1B}"))
    }
  }

  // MARK: Ends

  private static let answers = ["1", "1", "2022-5-20"]

  /// A session in which all of these are answered.
  private func answered(in directory: URL) throws -> TerminalSession {
    let session = try TerminalSession(["ask", "a.json"], directory: directory)
    for (count, line) in Self.answers.enumerated() {
      #expect(session.waitForPrompt(after: count))
      session.type(line + "\n")
    }
    #expect(session.waitForPrompt(after: Self.answers.count))
    return session
  }

  private func expectAllSaved(in directory: URL) throws {
    #expect(try directory.names() == ["a.json"])
    #expect(try directory.text(of: "a.json").contains("\"applicationDate\": \"2022-05-20\""))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func signalEndsItWithEverythingSaved(_ signal: Int32) throws {
    try withTemporaryDirectory { directory in
      let session = try answered(in: directory)
      session.send(signal)
      #expect(session.finish() == 128 + signal)
      try expectAllSaved(in: directory)
    }
  }

  @Test func terminalThatIsGoneEndsItWithEverythingSaved() throws {
    try withTemporaryDirectory { directory in
      let session = try answered(in: directory)
      session.hangUp()
      #expect(session.finish() != 128 + SIGKILL)
      try expectAllSaved(in: directory)
    }
  }

  /// Whoever reads the output goes away while the answer is on its way.
  @Test func closedPipeEndsItWithTheLastAnswerSaved() throws {
    try withTemporaryDirectory { directory in
      let run = try Command.shell(
        """
        shown=$("$KCZG" ask a.json < /dev/null | sed '/^> /q' | wc -c)
        mkfifo answers
        { "$KCZG" ask a.json < answers; echo $? > status; } | {
          exec 3> answers
          head -c $((shown - 1)) > /dev/null
          exec < /dev/null
          echo 1 >&3
          exec 3>&-
        }
        rm answers
        """, directory: directory)
      #expect(run.errors == "")
      #expect(try directory.text(of: "status") == "\(128 + SIGPIPE)\n")
      #expect(try directory.text(of: "a.json").contains("\"baseType\": \"collaboration\""))
    }
  }
}
