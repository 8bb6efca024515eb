import Foundation
import Testing

@testable import TestSupport

/// Files and descriptors as a careless or hostile caller leaves them.
@Suite struct OddFilesTests {
  /// Each script prints what it saw; `$KCZG` is the program.
  @Test(arguments: [
    // A name that is not UTF-8, from the command line and from a directory.
    (
      #"cp eligible.json "$(printf 'a\326\320.json')"; "$KCZG" --brief "$(printf 'a\326\320.json')" >/dev/null; echo $?"#,
      "0\n"
    ),
    (
      #"mkdir d; cp eligible.json "d/$(printf '\326\320.json')"; "$KCZG" --brief d >/dev/null; echo $?"#,
      "0\n"
    ),
    // Diagnostics never land in the report, even if standard error is closed.
    (
      #""$KCZG" --format json --output out invalid.json 2>&-; echo $?; head -c 1 out"#, "65\n{"
    ),
    // An existing file keeps its mode; one that is protected stays.
    (
      #"touch out; chmod 666 out; "$KCZG" --output out eligible.json; stat -c %a out"#, "666\n"
    ),
    // A link stays a link, also one to nothing yet.
    (
      #"ln -s target link; "$KCZG" --output link eligible.json; test -L link && test -s target; echo $?"#,
      "0\n"
    ),
    // Neither does a folder's name have to be UTF-8.
    (
      #"mkdir "$(printf 'd\326\320')"; cd d*; touch out; "$KCZG" --output out ../eligible.json; echo $?; ls; ls -s out | grep -c '^ *0'"#,
      "0\nout\n0\n"
    ),
    (
      #"mkdir "$(printf 'd\326\320')"; cd d*; printf '1\n2\n' | "$KCZG" ask a.json >/dev/null 2>&1; grep -c henan a.json; ls"#,
      "1\na.json\n"
    ),
    // An empty name is a slip of the caller's, and nothing is left behind.
    (
      #""$KCZG" --output "" eligible.json 2>/dev/null; echo $?; ls -A | wc -l | tr -d ' '"#,
      "64\n4\n"
    ),
    // Inputs are reported on even if the report cannot be written.
    (
      #""$KCZG" --output no/out missing.json invalid.json 2>&1 | grep -c error:"#, "3\n"
    ),
    // More than can be addressed is refused, not attempted.
    (
      #"truncate -s 8T big.json; "$KCZG" big.json 2>/dev/null; echo $?"#, "66\n"
    ),
    (
      #""$KCZG" --rules none eligible.json 2>&1 | grep -c 不存在; "$KCZG" --rules eligible.json eligible.json 2>/dev/null; echo $?"#,
      "1\n78\n"
    ),
  ])
  func isHandled(script: String, expected: String) throws {
    try withSamples { directory in
      let run = try Command.shell(script, directory: directory)
      #expect(run.output == expected, "\(script): \(run.errors)")
    }
  }

  /// Every processor is used for a pipe too: the order stays that of the lines.
  @Test func longPipeIsReportedInOrder() throws {
    try withSamples { directory in
      let line = Sample.oneLine(try Sample.eligible())
      let text = (1...400).map { line.replacing("2022-05-20", with: "2022-05-\(10 + $0 % 20)") }
        .joined(separator: "\n")
      let run = try Command.run(
        ["--ndjson", "--format", "ndjson", "--brief", "-"], input: Data(text.utf8))
      #expect(try run.reportLines().map(\.application.line) == Array(1...400))
    }
  }
}
