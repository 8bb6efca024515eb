/// All modules as one script: each a function that returns what it exports, after those that it
/// imports.
struct Bundle {
  private static let entry = "main.js"
  let script: String

  /// - Throws: everything that is wrong in any of the files.
  init(_ files: [PageFile]) throws(Complaints) {
    var complaints: [Complaint] = []
    var modules: [String: ModuleFile] = [:]
    for file in files {
      do throws(Complaint) { modules[file.name] = try ModuleFile(file) } catch {
        complaints.append(error)
      }
    }
    // One that cannot be read would make others wrong too.
    if complaints.isEmpty {
      complaints = files.flatMap { Self.complaints(modules[$0.name], modules) }
    }
    var order = Order(modules: modules)
    if complaints.isEmpty {
      do throws(Complaint) { try order.visit(Self.entry) } catch { complaints.append(error) }
    }
    if complaints.isEmpty {
      complaints = files.filter { !order.names.contains($0.name) }.map {
        Complaint(file: $0.path, text: "no module that \(Self.entry) leads to imports it")
      }
    }
    guard complaints.isEmpty else { throw Complaints(all: complaints) }
    script = Self.script(order.names.compactMap { modules[$0] })
  }

  /// What a module imports that is not there.
  private static func complaints(
    _ module: ModuleFile?, _ modules: [String: ModuleFile]
  ) -> [Complaint] {
    var complaints: [Complaint] = []
    for item in module?.imports ?? [] {
      func complain(_ text: String) {
        complaints.append(Complaint(file: module?.file.path ?? "", line: item.line, text: text))
      }
      guard let source = modules[item.module] else {
        complain("there is no module \(item.module)")
        continue
      }
      for name in item.names where !source.exports.contains(name) {
        complain("\(item.module) exports no \"\(name)\"")
      }
    }
    return complaints
  }

  /// The modules in an order in which each comes after those that it imports.
  private struct Order {
    let modules: [String: ModuleFile]
    private(set) var names: [String] = []
    /// Those on the way to the one at hand.
    private var way: [String] = []

    init(modules: [String: ModuleFile]) { self.modules = modules }

    mutating func visit(_ name: String) throws(Complaint) {
      if names.contains(name) { return }
      guard let module = modules[name] else {
        throw Complaint(file: name, text: "there is no such module to begin with")
      }
      way.append(name)
      for item in module.imports {
        if let start = way.firstIndex(of: item.module) {
          let circle = way[start...] + [item.module]
          throw Complaint(
            file: module.file.path, line: item.line,
            text: "these import each other: \(circle.joined(separator: " → "))")
        }
        try visit(item.module)
      }
      way.removeLast()
      names.append(name)
    }
  }

  private static func script(_ modules: [ModuleFile]) -> String {
    var lines = ["\"use strict\";", "(() => {", "const modules = {};"]
    for module in modules {
      lines += ["", "modules[\"\(module.file.name)\"] = (() => {"]
      for item in module.imports {
        lines.append(
          "const { \(item.names.joined(separator: ", ")) } = modules[\"\(item.module)\"];")
      }
      lines += module.body
      lines += ["return { \(module.exports.joined(separator: ", ")) };", "})();"]
    }
    return (lines + ["})();"]).joined(separator: "\n") + "\n"
  }
}
