import RuleEngine

/// Keeps rows as long as there is room, and counts the others.
struct RowLimit {
  private let rows = ByteBuffer()
  private var room: Int
  private let language: Language
  private var droppedCount = 0
  private var isFull = false

  /// - Parameter room: in bytes, with the note.
  init(_ room: Int, in language: Language) {
    self.room = room - Self.noteSize
    self.language = language
  }

  private static let noteSize = 256

  /// - Parameter areRows: false of what stands over the rows.
  mutating func add(_ bytes: UnsafeRawBufferPointer, areRows: Bool) {
    let kept =
      if isFull {
        0
      } else if bytes.count <= room {
        bytes.count
      } else {
        bytes.prefix(max(0, room)).lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      }
    rows.append(UnsafeRawBufferPointer(rebasing: bytes[..<kept]))
    room -= kept
    if kept == bytes.count { return }
    isFull = true
    guard areRows else { return }
    // An empty line is no row.
    let dropped = bytes[kept...]
    droppedCount += dropped.indices.count {
      dropped[$0] == 0x0A && $0 > 0 && bytes[$0 - 1] != 0x0A
    }
  }

  mutating func add(_ line: StaticString, areRows: Bool) {
    add(
      UnsafeRawBufferPointer(start: line.utf8Start, count: line.utf8CodeUnitCount), areRows: areRows
    )
  }

  /// Writes the rows that are kept, and what there is to say of those that are not.
  func end(to bytes: ByteBuffer) {
    rows.withBytes { bytes.append($0) }
    if droppedCount > 0 { bytes.append(text: note) }
  }

  private var note: String {
    let rows = droppedCount == 1 ? "row" : "rows"
    return Bilingual(
      zh: "\n另有 \(droppedCount) 行未列出：GitHub 的摘要不能超过 1 MiB。\n",
      en: "\n\(droppedCount) more \(rows) left out: GitHub takes no more than 1 MiB of summary.\n"
    )[language]
  }
}
