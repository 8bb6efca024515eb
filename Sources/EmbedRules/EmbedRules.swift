import Foundation
import PackagePlugin

/// Has every file of `rules/` written into a Swift source of the target, whenever one changes.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules")
    let files = try FileManager.default
      .contentsOfDirectory(at: rules, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent.utf8.lexicographicallyPrecedes($1.lastPathComponent.utf8) }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInFiles+Contents.swift")
    return [
      .buildCommand(
        displayName: "Building in the rules",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path(percentEncoded: false)]
          + files.map { $0.path(percentEncoded: false) },
        inputFiles: files, outputFiles: [output])
    ]
  }
}
