import Rules

/// Lets rows through as long as there is room, and counts the others.
struct RowLimit {
  private var room: Int
  private let language: Language
  private var droppedCount = 0
  private var isFull = false

  /// - Parameter room: in bytes, with the note.
  init(room: Int, language: Language) {
    self.room = room - Self.noteSize
    self.language = language
  }

  private static let noteSize = 256

  /// How many of the bytes may be written: whole rows.
  mutating func admit(_ bytes: UnsafeRawBufferPointer) -> Int {
    if !isFull, bytes.count <= room {
      room -= bytes.count
      return bytes.count
    }
    let kept = isFull ? 0 : bytes.prefix(max(0, room)).lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    isFull = true
    // An empty line is no row.
    let dropped = bytes[kept...]
    droppedCount += dropped.indices.count {
      dropped[$0] == 0x0A && $0 > 0 && bytes[$0 - 1] != 0x0A
    }
    return kept
  }

  /// What to say of the rows that were dropped; nil where there are none.
  var note: String? {
    guard droppedCount > 0 else { return nil }
    return language == .zh
      ? "\n另有 \(droppedCount) 行未列出：GitHub 的摘要不能超过 1 MiB。\n"
      : "\n\(droppedCount) more row\(droppedCount == 1 ? "" : "s") left out: GitHub takes no more than 1 MiB of summary.\n"
  }
}
