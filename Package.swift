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
    .executable(name: "kczg-check", targets: ["kczg-check"]),
  ],
  targets: [
    .target(name: "Digest", swiftSettings: strict),
    .target(
      name: "Rules", dependencies: ["Digest"], swiftSettings: strict, plugins: ["EmbedRules"]),
    .executableTarget(name: "kczg-check", dependencies: ["Rules"], swiftSettings: strict),
    // Builds every file of rules/ into the library.
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"],
      path: "Sources/EmbedRules"),
    .executableTarget(name: "embed-rules", dependencies: ["Digest"], swiftSettings: strict),
    .testTarget(
      name: "RulesTests", dependencies: ["Rules", "Digest"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "kczg-checkTests", dependencies: ["kczg-check"], exclude: ["Fixtures"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
