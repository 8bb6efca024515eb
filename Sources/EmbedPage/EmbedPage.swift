import Foundation
import PackagePlugin

/// Compiles the engine for WebAssembly, and puts the page together, into Swift sources of the target,
/// whenever something of them changes.
///
/// Everything that it takes comes with the toolchain.
@main
struct EmbedPage: BuildToolPlugin {
  /// The target that answers the page; what it depends on comes along.
  private static let engine = "PageEngine"
  /// In folders of their own, since nothing but WebAssembly can have them: what the page calls, and
  /// what stands in for a system.
  private static let objects = ["PageModule", "PageRuntime"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    [try compileEngine(context), try putPageTogether(context, target)]
  }

  /// The steps between sources and module are the tool's own: what a plugin declares as an output and
  /// is no source would be copied beside the program.
  private func compileEngine(_ context: PluginContext) throws -> Command {
    let tool = try context.tool(named: "embed-page").url
    // Of the configuration only the place of the tools tells.
    let isOptimized = tool.pathComponents.contains("release")
    let folder = context.pluginWorkDirectoryURL
      .appending(path: isOptimized ? "optimized" : "unoptimized")
    let output = folder.appending(path: "PageContents+Engine.swift")
    let compiler = try context.tool(named: "swiftc").url
    let linker = try? context.tool(named: "wasm-ld").url

    var arguments = [
      "engine", path(output), isOptimized ? "optimized" : "unoptimized", path(compiler),
      linker.map(path) ?? "-", path(context.package.directoryURL),
    ]
    var inputs: [URL] = []
    let targets = try context.package.targets(named: [Self.engine])
      .flatMap { $0.recursiveTargetDependencies + [$0] }
    let modules = targets.compactMap { $0 as? any SourceModuleTarget }
      .map { ($0.name, $0.sourceFiles(withSuffix: "swift").map(\.url)) }
    let objects = try Self.objects.map { name in
      let folder = context.package.directoryURL.appending(path: "Sources/\(name)")
      return (name, try Self.files(in: folder).filter { $0.pathExtension == "swift" })
    }
    for (option, parts) in [("--module", modules), ("--object", objects)] {
      for (name, sources) in parts {
        arguments += [option, name] + sources.map(path)
        inputs += sources
      }
    }
    return .buildCommand(
      displayName: "Compiling the engine for the page", executable: tool, arguments: arguments,
      inputFiles: inputs, outputFiles: [output])
  }

  private func putPageTogether(_ context: PluginContext, _ target: any Target) throws -> Command {
    let output = context.pluginWorkDirectoryURL.appending(path: "PageContents+Pieces.swift")
    let page = target.directoryURL.appending(path: "Page")
    return .buildCommand(
      displayName: "Putting the page together",
      executable: try context.tool(named: "embed-page").url,
      arguments: ["page", path(output), path(page)],
      inputFiles: try Self.files(in: page), outputFiles: [output])
  }

  /// The files of a folder and of those in it, in byte order of their paths.
  private static func files(in folder: URL) throws -> [URL] {
    let all = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    return try (all?.compactMap { $0 as? URL } ?? [])
      .filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func path(_ url: URL) -> String { url.path(percentEncoded: false) }
}
