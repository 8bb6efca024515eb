import Foundation
import Testing

@testable import TestSupport

/// Where the page goes, and what it may take the place of.
@Suite struct OutputTests {
  @Test func ownPagesGiveWay() throws {
    try PageRun.inFolder { run in
      _ = try run("--output", "a.html", "--type", "incubation")
      #expect(try run("--output", "a.html").status == 0)
      #expect(try WrittenPage(try run.text("a.html")).settings.text == "{}")
      #expect(try run.names == ["a.html"])
    }
  }

  @Test func otherFilesDoNot() throws {
    try PageRun.inFolder { run in
      // Also one that only speaks of such pages, far from its beginning.
      let mark = "<meta name=\"generator\" content=\"kczg-page 1.0.0\">"
      for text in ["", "<!DOCTYPE html>\n", String(repeating: " ", count: 2000) + mark] {
        try run.write(text, to: "a.html")
        let tool = try run("--output", "a.html")
        #expect(tool.status == 74 && tool.errors.contains("--force"))
        #expect(
          tool.errors.hasPrefix("a.html: error: ") && tool.errors.hasSuffix(" [cannot-write]\n"))
        #expect(try run.text("a.html") == text)
      }
      #expect(try run("--output", "a.html", "--force").status == 0)
      _ = try WrittenPage(try run.text("a.html"))
      #expect(try run.names == ["a.html"])
    }
  }

  @Test func placesThatCannotBeWritten() throws {
    try PageRun.inFolder { run in
      for output in [".", "nowhere/a.html", "a/"] {
        let tool = try run("--output", output)
        #expect(tool.status == 74 && tool.errors.hasSuffix(" [cannot-write]\n"))
      }
      #expect(try run("--output", "/dev/full").status == 74)
      #expect(try run.names == [])
    }
  }

  @Test func rulesAreNoOutput() throws {
    try PageRun.inFolder { run in
      let rules = Package.root.appending(path: "rules/henan.json")
      let text = try String(contentsOf: rules, encoding: .utf8)
      try run.write(text, to: "rules/henan.json")
      for output in ["rules/henan.json", "./rules/../rules/henan.json"] {
        let tool = try run("--rules", "rules", "--force", "--output", output)
        #expect(tool.status == 64)
      }
      #expect(try run.text("rules/henan.json") == text)
    }
  }
}
