/// The formats that a report can be printed in. The parser, the help and the dispatch all read this
/// list.
enum OutputFormat: String, CaseIterable {
  case text, json, ndjson

  static var names: (zh: String, en: String) {
    let names = allCases.map(\.rawValue)
    return (names.joined(separator: "、"), names.joined(separator: ", "))
  }
}
