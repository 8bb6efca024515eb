import Foundation

/// The folder of the page's own files.
struct PageFolder {
  let page: PageFile
  let modules: [PageFile]
  /// In byte order of their names, which is the order in which they apply.
  let styles: [PageFile]

  /// - Throws: `Complaints` of what cannot be read, and of what would be left out without a word.
  init(_ folder: String) throws(Complaints) {
    var complaints: [Complaint] = []
    var files: [String: [PageFile]] = [:]
    for name in Self.names(in: folder) {
      let path = folder + "/" + name
      // What only people and their editors read.
      if name.hasSuffix(".d.ts") || name.hasSuffix("jsconfig.json") { continue }
      let suffix = name.split(separator: ".").last.map(String.init) ?? ""
      guard ["html", "css", "js"].contains(suffix) else {
        complaints.append(Complaint(file: path, text: "the page has *.js, *.css and page.html"))
        continue
      }
      guard let bytes = FileManager.default.contents(atPath: path),
        let text = String(bytes: bytes, encoding: .utf8)
      else {
        complaints.append(Complaint(file: path, text: "it cannot be read as UTF-8"))
        continue
      }
      files[suffix, default: []].append(PageFile(path: path, name: name, text: text))
    }
    let pages = files["html"] ?? []
    for page in pages where page.name != "page.html" {
      complaints.append(Complaint(file: page.path, text: "the page is page.html alone"))
    }
    guard let page = pages.first(where: { $0.name == "page.html" }), complaints.isEmpty else {
      if pages.isEmpty { complaints.append(Complaint(file: folder, text: "it has no page.html")) }
      throw Complaints(all: complaints)
    }
    self.page = page
    modules = files["js"] ?? []
    styles = files["css"] ?? []
  }

  /// The files of the folder and of those in it.
  private static func names(in folder: String) -> [String] {
    (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
      .filter { name in
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(
          atPath: folder + "/" + name, isDirectory: &isFolder)
        return isThere && !isFolder.boolValue
          && !name.split(separator: "/").contains { $0.hasPrefix(".") }
      }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
