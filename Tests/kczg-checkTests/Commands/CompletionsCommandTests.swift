import Foundation
import Testing

@testable import TestSupport

/// `kczg-check completions`: what shells are told of the command line.
@Suite struct CompletionsCommandTests {
  private func script(_ shell: String, _ options: String...) throws -> String {
    let run = try Command.run(["completions", shell] + options)
    #expect(run.status == 0)
    #expect(run.errors == "")
    return run.output
  }

  private static func hasShell(_ name: String) -> Bool {
    (try? Command.shell("command -v \(name)"))?.status == 0
  }

  @Test(.enabled(if: hasShell("bash")), arguments: ["zh", "en"])
  func bashReadsIt(language: String) throws { try expectSyntax("bash", language) }

  @Test(.enabled(if: hasShell("zsh")), arguments: ["zh", "en"])
  func zshReadsIt(language: String) throws { try expectSyntax("zsh", language) }

  @Test(.enabled(if: hasShell("fish")), arguments: ["zh", "en"])
  func fishReadsIt(language: String) throws { try expectSyntax("fish", language) }

  private func expectSyntax(_ shell: String, _ language: String) throws {
    try withTemporaryDirectory { directory in
      let run = try Command.shell(
        "\"$KCZG\" completions \(shell) --lang \(language) > script && \(shell) -n script",
        directory: directory)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors == "")
    }
  }

  /// What bash offers after each line; the last word is the one being written.
  @Test(.enabled(if: hasShell("bash"))) func bashOffersTheRightWords() throws {
    let cases: [(line: String, offered: String)] = [
      ("kczg-check ''", CommandLineTests.commandsInOrder.joined(separator: " ")),
      ("kczg-check sc", "screen schema"),
      ("kczg-check screen --format ''", "text markdown html json csv"),
      ("kczg-check --format = js", "json"), ("kczg-check screen --fo", "--format"),
      ("kczg-check init --type in", "incubation international innovation-park"),
      ("kczg-check init --programme ''", "national henan most-international"),
      ("kczg-check --stage ''", "eligibility submission annual all"),
      ("kczg-check explain form.7", "form.7"), ("kczg-check a.json --st", "--stage --strict"),
      ("kczg-check --rulebook henan ma", "match"), ("kczg-check --rulebook henan", "henan"),
      ("kczg-check completions ''", "bash zsh fish"),
      ("kczg-check schema --document ''", "application recommender"),
      ("kczg-check -- --fo", ""), ("kczg-check init ''", ""), ("kczg-check --output sc", ""),
    ]
    let lines = cases.map { "try \($0.line)" }.joined(separator: "\n")
    let run = try Command.shell(
      """
      bash -c '
      eval "$("$KCZG" completions bash)"
      try() {
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _kczg_check
        echo "${COMPREPLY[*]}"
      }
      \(lines.replacing("'", with: "\""))
      '
      """)
    #expect(run.errors == "")
    for (found, testCase) in zip(run.outputLines, cases) {
      #expect(found == testCase.offered, "\(testCase.line)")
    }
    #expect(run.outputLines.count == cases.count)
  }

  @Test(.enabled(if: hasShell("fish"))) func fishOffersTheRightWords() throws {
    for (line, offered) in [
      ("kczg-check sc", ["schema", "screen"]),
      ("kczg-check screen --format ", ["csv", "html", "json", "markdown", "text"]),
      ("kczg-check init --type inc", ["incubation"]),
      ("kczg-check completions ", ["bash", "fish", "zsh"]),
    ] {
      let run = try Command.shell(
        "fish --no-config -c '\"$KCZG\" completions fish | source; complete -C \"\(line)\"'")
      let words = run.outputLines.map { $0.split(separator: "\t").first.map(String.init) ?? "" }
      #expect(words == offered, "\(line): \(run.errors)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func everyCommandAndOptionIsThere(shell: String) throws
  {
    let text = try script(shell)
    for command in CommandLineTests.commands { #expect(text.contains(command), "\(command)") }
    for option in CommandLineTests.everyOption {
      let name = shell == "fish" ? "-l \(option.dropFirst(2)) " : option
      #expect(text.contains(name), "\(option)")
    }
    for word in ["national-2022", "collaboration", "eligibility", "recommender", "ndjson"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func unknownShellIsAUsageError() throws {
    for arguments in [["completions", "ksh"], ["completions"], ["completions", "bash", "zsh"]] {
      let run = try Command.run(arguments)
      #expect(run.status == 64)
      #expect(run.output == "")
    }
    #expect(try Command.run(["completions", "fsh", "--lang", "en"]).errors.contains("fish"))
  }
}
