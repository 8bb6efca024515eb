// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "kczg-check",
  products: [
    .library(name: "Rules", targets: ["Rules"]),
    .library(name: "Reports", targets: ["Reports"]),
    .executable(name: "kczg-check", targets: ["kczg-check"]),
    .executable(name: "kczg-page", targets: ["kczg-page"]),
  ],
  targets: [
    .target(name: "Digest", swiftSettings: strict),
    // Reads rules and applications and judges: neither Foundation nor libc.
    .target(name: "RuleEngine", dependencies: ["Digest"], swiftSettings: strict),
    // The criteria themselves: what rules/ says, built in.
    .target(
      name: "Rules", dependencies: ["RuleEngine"], swiftSettings: strict, plugins: ["EmbedRules"]),
    // Every format: functions of a report to bytes.
    .target(name: "Reports", dependencies: ["RuleEngine"], swiftSettings: strict),
    // What a page asks of the engine: bytes in, bytes out. Compiled for WebAssembly too.
    .target(name: "PageEngine", dependencies: ["RuleEngine", "Reports"], swiftSettings: strict),
    // Files, streams, signals, the command line: what the programs have in common, and the checker.
    .target(name: "ProgramSupport", dependencies: ["Rules", "Reports"], swiftSettings: strict),
    .executableTarget(
      name: "kczg-check", dependencies: ["Rules", "Reports", "ProgramSupport"],
      swiftSettings: strict),
    // For the page, which has its own reader of it.
    .target(name: "LZMA", dependencies: ["Digest"], swiftSettings: strict),
    // Writes the page with the rules in it.
    .executableTarget(
      name: "kczg-page", dependencies: ["Rules", "Reports", "ProgramSupport", "LZMA"],
      exclude: ["Page"],
      swiftSettings: strict, plugins: ["EmbedPage"]),
    // Compiles PageEngine for WebAssembly, with PageModule and PageRuntime, and builds it into the
    // command with the files of the page.
    .plugin(
      name: "EmbedPage", capability: .buildTool(), dependencies: ["embed-page"],
      path: "Sources/EmbedPage"),
    .executableTarget(
      name: "embed-page", dependencies: ["LZMA", "Digest"], swiftSettings: strict),
    // Checks the files of rules/ and builds them into the library.
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"],
      path: "Sources/EmbedRules"),
    .executableTarget(
      name: "embed-rules", dependencies: ["Digest", "RuleEngine"], swiftSettings: strict),
    .testTarget(
      name: "RuleEngineTests", dependencies: ["RuleEngine", "Rules", "Digest", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "embed-rulesTests", dependencies: ["embed-rules", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LZMATests", dependencies: ["LZMA", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "embed-pageTests", dependencies: ["embed-page", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "kczg-pageTests", dependencies: ["kczg-page", "Digest", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Rules", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PageEngineTests", dependencies: ["PageEngine", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "kczg-checkTests", dependencies: ["kczg-check", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: strict),
    // Strict readers of every format, and applications to check.
    .target(
      name: "TestSupport", path: "Tests/Support", exclude: ["Fixtures"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
