/// Finds where facts go in the rows of an application as they are declared, one after the other.
struct LayoutDraft {
  /// The objects: the application, its groups, its lists' elements.
  private var drafts: [Draft] = [Draft(fact: nil, path: "", list: nil)]
  private(set) var rootWidth = 0
  var lists: [ListDraft] = []

  private struct Draft {
    let fact: Int?
    /// What the paths of its members begin with.
    let path: String
    /// The number of the list in whose rows its members stand.
    let list: Int?
    var keys: [ArraySlice<UInt8>] = []
    var members: [ObjectLayout.Member] = []
    var implications: [Implication] = []
  }

  struct ListDraft {
    let fact: Int
    var width = 1
    var distinctColumn: Int?
  }

  /// Why a fact cannot stand where its path says.
  enum Misplaced: Error {
    case noPath, inWhatIsNotThere, listInList

    var expected: RuleProblem.Expected {
      switch self {
      case .noPath: .factPath
      case .inWhatIsNotThere: .groupFirst
      case .listInList: .listOfListed
      }
    }
  }

  var objects: [ObjectLayout] {
    drafts.map { draft in
      ObjectLayout(
        fact: draft.fact, members: draft.members, keys: KeyTable(draft.keys),
        names: Lazy { draft.keys.map { String(decoding: $0, as: UTF8.self) } },
        implications: draft.implications)
    }
  }

  var listLayouts: [ListLayout] {
    lists.indices.map { number in
      let draft = lists[number]
      return ListLayout(
        number: number, fact: draft.fact, width: draft.width, distinctColumn: draft.distinctColumn)
    }
  }

  /// The path of the group, or of the elements of the list, that a path's fact belongs to.
  static func parent(of path: String) -> String {
    path.lastIndex(of: ".").map { String(path[..<$0]) } ?? ""
  }

  /// Letters, digits, `-`, `_` and `$`: nothing that a report would have to escape.
  private static func canStandInKey(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x5F || byte == 0x24
  }

  /// Has a text imply a flag; returns whether both are stated in one object.
  mutating func imply(_ flag: Int, by text: Int, _ names: KeyTable, _ contradiction: Words) -> Bool
  {
    for index in drafts.indices {
      let members = drafts[index].members
      guard let flag = members.first(where: { $0.fact == flag }),
        let text = members.first(where: { $0.fact == text })
      else { continue }
      drafts[index].implications.append(
        Implication(flag: flag, text: text, names: names, contradiction: contradiction))
      return true
    }
    return false
  }

  /// Finds the object that a path's last key belongs to and gives the fact its column.
  mutating func place(
    _ path: String, _ type: FactType, fact: Int, isStated: Bool
  ) throws(Misplaced) -> FactLocation {
    let bytes = Array(path.utf8)
    let keyStart = (bytes.lastIndex(of: 0x2E) ?? -1) + 1
    let key = bytes[keyStart...]
    guard !key.isEmpty, keyStart != 1, key.allSatisfy(Self.canStandInKey) else { throw .noPath }
    let parentPath = Self.parent(of: path)
    guard let parent = drafts.lastIndex(where: { $0.path == parentPath }) else {
      throw .inWhatIsNotThere
    }
    let list = drafts[parent].list
    if type == .list || type == .texts, list != nil { throw .listInList }
    let column: Int
    if let list {
      column = lists[list].width
      lists[list].width += 1
    } else {
      column = rootWidth
      rootWidth += 1
    }
    var object: Int?
    if type == .list || type == .texts { lists.append(ListDraft(fact: fact)) }
    if type == .group || type == .list {
      object = drafts.count
      drafts.append(
        Draft(
          fact: fact, path: type == .list ? path + "[]" : path,
          list: type == .list ? lists.count - 1 : list))
    }
    if isStated {
      drafts[parent].keys.append(key)
      drafts[parent].members.append(
        ObjectLayout.Member(fact: fact, type: type, column: column, object: object))
    }
    return FactLocation(column: column, list: list)
  }
}
