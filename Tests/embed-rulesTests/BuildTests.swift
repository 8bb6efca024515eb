import Foundation
import Testing

@testable import TestSupport

/// The build itself. It takes minutes, so only CI does it, by `KCZG_TEST_BUILD`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KCZG_TEST_BUILD"] != nil))
struct BuildTests {
  private static let parts = ["Package.swift", "Sources", "Tests", "rules"]

  private func build(_ rules: BrokenRules) throws -> Tool {
    try Tool(
      URL(filePath: "/usr/bin/env"), ["swift", "build", "--target", "Rules", "-j", "2"],
      in: rules.directory)
  }

  @Test func brokenRulesDoNotBuild() throws {
    try BrokenRules.with(copyOf: Self.parts) { rules in
      let slips = [
        EmbedRulesTests.stageMisspelt, EmbedRulesTests.operatorMisspelt,
        EmbedRulesTests.factMisspelt,
      ]
      let expected = try slips.map { try $0.make(in: rules) }
      let broken = try build(rules)
      #expect(broken.status != 0)
      let lines = (broken.output + broken.errors).split(separator: "\n").map(String.init)
      for line in expected { #expect(lines.contains(line), "\(broken.output + broken.errors)") }

      // And what is mended builds.
      try FileManager.default.removeItem(at: rules.rules)
      try FileManager.default.copyItem(
        at: BrokenRules.package.appending(path: "rules"), to: rules.rules)
      let mended = try build(rules)
      #expect(mended.status == 0, "\(mended.output + mended.errors)")
    }
  }
}
