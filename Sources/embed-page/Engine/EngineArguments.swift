import Foundation

/// What the command line says of an engine to build.
struct EngineArguments {
  let build: EngineBuild
  private(set) var modules: [EngineBuild.Part] = []
  private(set) var objects: [EngineBuild.Part] = []

  /// - Parameter words: OUTPUT and what comes after it.
  init?(_ words: [String]) {
    guard words.count >= 5, ["optimized", "unoptimized"].contains(words[1]) else { return nil }
    let output = URL(filePath: words[0])
    build = EngineBuild(
      toolchain: Toolchain(compiler: words[2], linker: words[3]),
      isOptimized: words[1] == "optimized", package: words[4],
      folder: output.deletingLastPathComponent().standardizedFileURL.path)
    var rest = words[5...]
    while let option = rest.popFirst() {
      guard let name = rest.popFirst() else { return nil }
      let sources = rest.prefix { !$0.hasPrefix("--") }
      rest = rest.dropFirst(sources.count)
      let part = EngineBuild.Part(name: name, sources: Array(sources))
      switch option {
      case "--module": modules.append(part)
      case "--object": objects.append(part)
      default: return nil
      }
    }
  }
}
