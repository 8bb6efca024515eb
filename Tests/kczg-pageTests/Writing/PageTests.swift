import Digest
import Foundation
import Testing

@testable import TestSupport

/// The page itself: everything that it needs is in it, and it may do nothing else.
@Suite struct PageTests {
  @Test func everythingIsInIt() throws {
    try PageRun.inFolder { run in
      let tool = try run("--output", "自查.html")
      #expect(tool.status == 0 && tool.output == "" && tool.errors == "")
      #expect(try run.names == ["自查.html"])
      let text = try run.text("自查.html")
      #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))

      let page = try WrittenPage(text)
      #expect(page.settings.language == "zh" && page.rulesLanguage == "zh")
      #expect(page.settings.stages == nil && page.settings.text == "{}")
      #expect(text.contains("<title>\(page.settings.title)</title>"))
      let module = try WrittenPage.unpack("module", in: text)
      #expect(module.starts(with: [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]))

      let files = try FileManager.default.contentsOfDirectory(
        atPath: Package.root.appending(path: "rules").path
      ).filter { $0.hasSuffix(".json") && $0 != "vocabulary.json" }.sorted()
      #expect(page.rules.map(\.name) == ["vocabulary.json"] + files)
      for (name, text) in page.rules {
        let file = Package.root.appending(path: "rules/\(name)")
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
      }
      // And once more, to the last byte.
      let again = try run("--output", "-")
      #expect(again.status == 0 && again.output == text)
    }
  }

  /// Each script that runs is one that the policy names, and it lets nothing else happen.
  @Test func policyIsStrict() throws {
    try PageRun.inFolder { run in
      _ = try run("--output", "a.html")
      let text = try run.text("a.html")
      let page = try WrittenPage(text)
      let start = try #require(text.range(of: "Content-Security-Policy\" content=\""))
      let end = try #require(text[start.upperBound...].range(of: "\""))
      #expect(try #require(text.range(of: "<script")).lowerBound > end.lowerBound)
      var directives: [String: [String]] = [:]
      for directive in text[start.upperBound..<end.lowerBound].split(separator: ";") {
        let words = directive.split(separator: " ").map(String.init)
        directives[words[0]] = Array(words.dropFirst())
      }
      let hashes = page.scripts.map {
        "'sha256-\(Data(SHA256.digest(of: Array($0.utf8)[...])).base64EncodedString())'"
      }
      #expect(!hashes.isEmpty)
      #expect(directives["script-src"] == hashes + ["'wasm-unsafe-eval'", "'unsafe-eval'"])
      for name in ["default-src", "base-uri", "form-action"] {
        #expect(directives[name] == ["'none'"])
      }
      #expect(directives["style-src"] == ["'unsafe-inline'"])
      #expect(directives["img-src"] == ["data:", "blob:"])
      #expect(directives.count == 6)
    }
  }

  @Test func settingsAreInIt() throws {
    try PageRun.inFolder { run in
      let tool = try run(
        "--lang", "en", "--type=incubation", "--programme", "national", "--stage", "annual",
        "--stage", "submission", "--output", "a.html")
      #expect(tool.status == 0 && tool.errors == "")
      let text = try run.text("a.html")
      #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
      let page = try WrittenPage(text)
      #expect(page.settings.language == "en" && page.rulesLanguage == "en")
      #expect(page.settings.stages == ["annual", "submission"])
      #expect(page.settings.text == #"{"baseType":"incubation","programme":"national"}"#)
      #expect(text.contains("<title>\(page.settings.title)</title>"))
      #expect(page.settings.title.utf8.allSatisfy { $0 < 0x80 })

      _ = try run("--stage", "all", "--output", "a.html")
      let all = try WrittenPage(try run.text("a.html")).settings.stages
      #expect(all == ["eligibility", "submission", "annual"])
    }
  }
}
