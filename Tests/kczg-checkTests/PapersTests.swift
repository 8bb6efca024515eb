import Foundation
import Testing

/// What the papers show is what the program does.
@Suite struct PapersTests {
  /// With `UPDATE_PAPERS=1` the paper is brought up to date; the test fails all the same, so that
  /// nobody does so by accident.
  @Test(arguments: Paper.all) func examplesAreTrue(_ paper: Paper) throws {
    try withTemporaryDirectory { directory in
      let reader = try Paper.Reader(in: directory)
      var bodies: [String] = []
      for block in paper.blocks {
        var body = block.body
        do {
          body = try reader.follow(block)
        } catch {
          Issue.record("\(paper.name):\(block.line): \(error)")
        }
        #expect(
          body == block.body,
          "\(paper.name):\(block.line) is stale: UPDATE_PAPERS=1 swift test --filter PapersTests")
        bodies.append(body)
      }
      if ProcessInfo.processInfo.environment["UPDATE_PAPERS"] == "1" {
        try paper.text(with: bodies).write(to: paper.file, atomically: true, encoding: .utf8)
      }
    }
  }

  @Test func papersAreThere() {
    let names = Paper.all.map(\.name)
    for name in ["README.md", "rules/README.md", "samples/README.md"] {
      #expect(names.contains(name))
    }
    for paper in Paper.all {
      #expect(
        paper.text.utf8.count <= (paper.name == "README.md" ? 15_000 : 32_000), "\(paper.name)")
    }
  }
}
