internal import RuleEngine

/// What a page asks: a header in JSON, and the parts that it announces, one after the other.
///
/// The bytes are the header's length (four, the least first), the header, and the parts.
struct PageRequest {
  /// One of the parts.
  struct Part {
    /// The name of a file.
    let name: String
    /// What the page says of it: `recommender`.
    let kind: String?
    /// Whether it has an application on each line.
    let isLines: Bool
    let bytes: ArraySlice<UInt8>

    var text: SourceText { SourceText(name: name, bytes: bytes) }
  }

  let header: JSONValue
  let parts: [Part]

  /// Nil for bytes that are no request.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 4 else { return nil }
    let count = (0..<4).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    guard count <= bytes.count - 4 else { return nil }
    let document = JSONDocument(SourceText(name: "", bytes: bytes[4..<4 + count]))
    guard document.problems.isEmpty, document.root.kind == .object else { return nil }
    header = document.root
    var start = 4 + count
    var parts: [Part] = []
    for part in header["parts"].map({ Array($0.elements) }) ?? [] {
      guard let count = part["count"]?.integer, count >= 0, count <= bytes.count - start else {
        return nil
      }
      parts.append(
        Part(
          name: part["name"]?.string ?? "", kind: part["kind"]?.string,
          isLines: part["isLines"]?.bool ?? false, bytes: bytes[start..<start + count]))
      start += count
    }
    self.parts = parts
  }

  var operation: String { header["op"]?.string ?? "" }
  var language: Language { header["language"]?.string == "en" ? .en : .zh }
  func string(_ key: String) -> String? { header[key]?.string }
  func part(_ index: Int) -> Part? { parts.indices.contains(index) ? parts[index] : nil }

  /// The stages that are checked; the basic conditions where none is named.
  var stages: Set<String> {
    let named = header["stages"].map { $0.elements.compactMap { $0.string } } ?? []
    return named.isEmpty ? ["eligibility"] : Set(named)
  }

  /// The day that “today” means in answers.
  var today: CivilDate? { string("today").flatMap { CivilDate($0) } }

  /// The changes to make, in order; what is none is left out.
  var edits: [FormEdit] {
    header["edits"].map { $0.elements.compactMap(Self.edit) } ?? []
  }

  private static func edit(_ value: JSONValue) -> FormEdit? {
    guard let kind = value["kind"]?.string, let path = value["path"]?.string else { return nil }
    func row(_ key: String) -> Int? { value[key]?.integer }
    switch kind {
    case "answer": return .answer(path, entered: value["entered"]?.string ?? "")
    case "codes":
      let codes = value["codes"].flatMap { list in
        list.kind == .array ? list.elements.compactMap { $0.string } : nil
      }
      return .codes(path, codes)
    case "none": return .none(path, isNone: value["isChosen"]?.bool ?? true)
    case "addRow": return .addRow(list: path)
    case "removeRow": return row("row").map { .removeRow(list: path, row: $0) }
    case "copyRow": return row("row").map { .copyRow(list: path, row: $0) }
    case "moveRow":
      guard let from = row("row"), let to = row("to") else { return nil }
      return .moveRow(list: path, row: from, to: to)
    case "sort":
      return value["column"]?.string.map {
        .sort(list: path, member: $0, isDescending: value["descending"]?.bool ?? false)
      }
    case "complete":
      return .complete(list: path, isComplete: value["isComplete"]?.bool ?? true)
    case "clear": return .clear(list: path)
    case "paste":
      return .paste(
        list: path, text: value["pasted"]?.string ?? "",
        columns: value["columns"].map { $0.elements.map { $0.string } } ?? [],
        hasHeader: value["hasHeader"]?.bool ?? false)
    default: return nil
    }
  }
}
