package import RuleEngine

/// What stands in a folder that was given, and was not read.
package struct PassedOver: Sendable {
  /// The folder.
  package let folder: String
  /// Folders in it, by their paths.
  package let folders: [String]
  /// Files that are of another kind, by their paths.
  package let files: [String]

  package init(folder: String, folders: [String], files: [String]) {
    self.folder = folder
    self.folders = folders
    self.files = files
  }

  package var isEmpty: Bool { folders.isEmpty && files.isEmpty }

  /// That it was not read, with the first few names, as a sentence without a full stop.
  package var text: Bilingual {
    var parts: [(zh: String, en: String)] = []
    if !folders.isEmpty {
      parts.append(
        (
          "\(folders.count) 个子文件夹（\(Self.few(folders, "、", "等"))；--recursive 可读取）",
          "\(folders.count) \(folders.count == 1 ? "folder" : "folders") (\(Self.few(folders, ", ", ", …")); --recursive reads them)"
        ))
    }
    if !files.isEmpty {
      parts.append(
        (
          "\(files.count) 个不是 *.json 的文件（\(Self.few(files, "、", "等"))）",
          "\(files.count) \(files.count == 1 ? "file that is" : "files that are") not *.json (\(Self.few(files, ", ", ", …")))"
        ))
    }
    return Bilingual(
      zh: "未读取其中的 " + parts.map { $0.zh }.joined(separator: "、"),
      en: "not read: " + parts.map { $0.en }.joined(separator: ", "))
  }

  private static func few(_ names: [String], _ separator: String, _ more: String) -> String {
    names.prefix(3).joined(separator: separator) + (names.count > 3 ? more : "")
  }
}
