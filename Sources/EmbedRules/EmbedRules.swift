import Foundation
import PackagePlugin

/// Has the files of `rules/` checked and written into a Swift source of the target, whenever one
/// changes.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules")
    // All but what explains them, so that the tool can tell which of them are no rules.
    let files = try FileManager.default
      .contentsOfDirectory(
        at: rules, includingPropertiesForKeys: nil, options: .skipsHiddenFiles
      )
      .filter { $0.pathExtension != "md" }
      .sorted { $0.lastPathComponent.utf8.lexicographicallyPrecedes($1.lastPathComponent.utf8) }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInFiles+Contents.swift")
    return [
      .buildCommand(
        displayName: "Checking the rules and building them in",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path(percentEncoded: false)]
          + files.map { $0.path(percentEncoded: false) },
        inputFiles: files, outputFiles: [output])
    ]
  }
}
