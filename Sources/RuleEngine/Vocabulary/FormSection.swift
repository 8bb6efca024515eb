/// A section of the official application form, and the facts that are filled in there.
package struct FormSection: Sendable {
  /// What the form calls it.
  package let title: Words
  /// The numbers of its facts; a group or a list stands for all that belongs to it and that no
  /// section names itself.
  let facts: [Int]
}

/// Reads in which section of the form each fact is filled in.
struct FormSectionReader {
  let facts: [Fact]
  /// Paths of facts that could not be kept, which is told already.
  let lost: Set<String>

  private static let keys = RuleKeys(required: ["title", "facts"])

  func read(_ value: JSONValue?, _ reader: inout RuleReader) -> [FormSection] {
    guard let value else { return [] }
    var sections: [FormSection] = []
    var places: [Int: JSONValue] = [:]
    for element in reader.array(value, nonEmpty: true) {
      guard let object = reader.object(element, Self.keys) else { continue }
      let title = reader.words(object["title"]) ?? .unread(in: reader.document)
      var numbers: [Int] = []
      for element in reader.array(object["facts"], nonEmpty: true) {
        guard let path = reader.string(element) else { continue }
        guard let number = facts.firstIndex(where: { $0.path == path }) else {
          if !lost.contains(path) {
            reader.report(
              .ruleUnknownFact, at: element,
              .unknownFact(path, nearest: nearest(to: path, among: facts.map { $0.path })))
          }
          continue
        }
        if let first = places.updateValue(element, forKey: number) {
          reader.report(
            .ruleDuplicateID, at: element,
            .duplicateID(path, first: reader.document.position(of: first.offset)))
        } else {
          numbers.append(number)
        }
      }
      sections.append(FormSection(title: title, facts: numbers))
    }
    let named = Set(places.keys.map { facts[$0].path })
    for fact in facts where fact.type != .group && fact.sources == nil {
      if !Self.ancestors(of: fact.path).contains(where: named.contains) {
        reader.report(.ruleBadValue, at: value, .inNoSection(fact.path))
      }
    }
    return sections
  }

  /// A path and those of the groups and lists around it, the innermost first.
  static func ancestors(of path: String) -> [String] {
    var paths = [path]
    var rest = Substring(path)
    while let dot = rest.lastIndex(of: ".") {
      rest = rest[..<dot]
      if rest.hasSuffix("[]") { rest = rest.dropLast(2) }
      paths.append(String(rest))
    }
    return paths
  }
}
