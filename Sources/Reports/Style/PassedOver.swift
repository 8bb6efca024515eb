package import RuleEngine

/// What stands in a folder that was given, and was not read.
package struct PassedOver: Sendable {
  /// The folder.
  package let folder: String
  /// Folders in it, by their paths.
  package let folders: [String]
  /// What is no regular file of the kind that is read, by their paths.
  package let files: [String]

  package init(folder: String, folders: [String], files: [String]) {
    self.folder = folder
    self.folders = folders
    self.files = files
  }

  package var isEmpty: Bool { folders.isEmpty && files.isEmpty }

  /// That it was not read, with the first few names, as a sentence without a full stop.
  package var text: Bilingual {
    var parts: [Bilingual] = []
    if !folders.isEmpty {
      parts.append(
        Bilingual(
          zh: "\(folders.count) 个子文件夹（\(Self.few(folders, "、", "等"))；--recursive 可读取）",
          en:
            "\(folders.count) \(folders.count == 1 ? "folder" : "folders") (\(Self.few(folders, ", ", ", …")); --recursive reads them)"
        ))
    }
    if !files.isEmpty {
      // A pipe can be called x.json too.
      parts.append(
        Bilingual(
          zh: "\(files.count) 个不是普通 *.json 文件的（\(Self.few(files, "、", "等"))）",
          en:
            "\(files.count) \(files.count == 1 ? "that is no regular *.json file" : "that are no regular *.json files") (\(Self.few(files, ", ", ", …")))"
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
