import Foundation

/// How the engine becomes a module of WebAssembly: its targets as Swift modules, what the page calls
/// and what stands in for a system as objects, and all of it linked.
struct EngineBuild {
  /// A Swift module: its name and its sources.
  struct Part {
    let name: String
    let sources: [String]
  }

  private static let triple = "wasm32-unknown-none-wasm"
  private static let exports = [
    "kczg_allocate", "kczg_free", "kczg_call", "kczg_result", "kczg_result_count", "kczg_seed",
  ]
  /// What browsers from 2021 on understand. Of the toolchain's own objects, which are compiled for
  /// more, only tables are used.
  private static let machine = [
    "-mcpu=mvp", "-mbulk-memory", "-mbulk-memory-opt", "-mmutable-globals", "-msign-ext",
    "-mnontrapping-fptoint",
  ]
  private static let features = [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
  ]

  let toolchain: Toolchain
  let isOptimized: Bool
  /// The folder of `Package.swift`: nothing in the module depends on where that is.
  let package: String
  /// Where everything is made.
  let folder: String

  /// Makes the module, as far as it is not there already.
  ///
  /// - Parameters:
  ///   - modules: each after those that it imports.
  ///   - objects: what is linked; it may import the modules.
  /// - Returns: the path of the module.
  func run(_ modules: [Part], _ objects: [Part]) throws -> String {
    var steps = Steps(folder: folder)
    for part in modules {
      // Nothing is optimized before everything is seen, which is where the objects are compiled:
      // that makes the module no larger or slower, and takes half the time.
      try steps.run(
        "\(part.name).swiftmodule", toolchain.compiler,
        flags(part) + ["-Onone", "-assert-config", "Release", "-emit-module", "-emit-module-path"],
        inputs: part.sources)
    }
    for part in objects {
      try steps.run(
        "\(part.name).o", toolchain.compiler,
        flags(part) + [
          isOptimized ? "-Osize" : "-Onone", "-enable-experimental-feature", "Extern", "-c", "-o",
        ],
        inputs: part.sources)
    }
    return try steps.run(
      "page.wasm", toolchain.linker,
      [
        "--no-entry", "--gc-sections", "--strip-all", "-O2", "--compress-relocations",
        // Below everything else, so that what overflows it is outside of the memory.
        "--stack-first", "-z", "stack-size=1048576",
        // The name is reserved for the standard library, which only calls it.
        "--wrap=free",
        "--no-check-features",
      ] + Self.exports.map { "--export=\($0)" } + ["-o"],
      inputs: objects.map { "\(folder)/\($0.name).o" } + [toolchain.unicodeTables(for: Self.triple)]
    )
  }

  /// Whether the toolchain can do it; not every one can.
  var isPossible: Bool {
    toolchain.linker != "-"
      && FileManager.default.fileExists(atPath: toolchain.unicodeTables(for: Self.triple))
  }

  private func flags(_ part: Part) -> [String] {
    [
      "-target", Self.triple, "-enable-experimental-feature", "Embedded", "-wmo",
      "-swift-version", "6", "-parse-as-library", "-warnings-as-errors", "-package-name",
      "kczg_check", "-module-name", part.name, "-I", folder, "-module-cache-path",
      "\(folder)/cache", "-file-prefix-map", "\(package)=",
      // What overflows the stack traps: see the linker's options.
      "-Xfrontend", "-disable-stack-protector",
    ] + Self.features.flatMap { ["-enable-upcoming-feature", $0] }
      + Self.machine.flatMap { ["-Xcc", $0] }
  }
}

/// The programs that the engine is made with; `-` for one that is not there.
struct Toolchain {
  let compiler: String
  let linker: String

  /// What the standard library knows of characters.
  func unicodeTables(for triple: String) -> String {
    URL(filePath: compiler).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "lib/swift/embedded/\(triple)/libswiftUnicodeDataTables.a")
      .path(percentEncoded: false)
  }
}
