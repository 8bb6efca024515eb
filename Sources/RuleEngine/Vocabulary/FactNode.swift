/// A fact with those that belong to it, as an application nests them.
public struct FactNode: Sendable {
  /// The fact.
  public let fact: Fact
  /// The key under which it stands in the object around it.
  public let key: String
  /// A group's facts, or those of each of a list's elements.
  public let members: [FactNode]
}

extension Vocabulary {
  /// Every fact that a document can state, nested, in the vocabulary's order. What the program
  /// computes is not among them.
  public var tree: [FactNode] { nodes(of: 0) { _ in true } }

  /// The part of the tree that is wanted; a group or a list is there where anything of it is.
  func tree(of isWanted: (Int) -> Bool) -> [FactNode] { nodes(of: 0, isWanted) }

  private func nodes(of object: Int, _ isWanted: (Int) -> Bool) -> [FactNode] {
    objects[object].members.compactMap { member in
      let members = member.object.map { nodes(of: $0, isWanted) } ?? []
      guard !members.isEmpty || member.type != .group && isWanted(member.fact) else { return nil }
      let fact = facts[member.fact]
      let key = fact.path.split(separator: ".").last.map(String.init) ?? fact.path
      return FactNode(fact: fact, key: key, members: members)
    }
  }
}

// What a fact can be, for whoever describes it.
extension Fact {
  /// Whether the program computes it, so that no document states it.
  public var isDerived: Bool { sources != nil }

  /// Of a fact of a list's elements, how it is called in them: `name` of `tenants[].name`.
  package var memberPath: String { String(pathParts.member.dropFirst()) }

  /// The form that a text must have, in words.
  public var formDescription: Words? { form?.description }

  /// What a text with a form can be, where that is easier shown than described.
  public var examples: [String] { form?.examples ?? [] }

  /// The words that a text with a form can be; empty where none are listed.
  public var listedWords: [String] { form?.words ?? [] }

  /// Of a text that is read by the name with which it begins: the names that may go on, and those
  /// that must stand alone; in lower case and without spaces, which make no difference.
  public var names: (mayGoOn: [String], alone: [String])? {
    guard case .names(let table) = form?.rule else { return nil }
    func names(_ isLong: Bool) -> [String] {
      table.names.filter { (NameTable.length(of: $0) > 1) == isLong }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    return (names(true), names(false))
  }

  /// The characters of which a text with a form consists, how many it has, and whether white space
  /// and any text may follow.
  public var alphabet: (characters: String, length: Int, mayContinue: Bool)? {
    guard case .alphabet(let alphabet, let length, _, let mayContinue) = form?.rule else {
      return nil
    }
    return (String(decoding: alphabet.characters, as: UTF8.self), length, mayContinue)
  }
}
