package import RuleEngine

/// An application in which nothing is said yet: every fact is there, and null.
package struct SkeletonJSON {
  /// What an application's `$schema` names: the file that `kczg-check schema` is written to.
  package static let schemaFile = "kczg-check.schema.json"

  let facts: [FactNode]
  /// What is certain, by path.
  let known: [String: String]
  let language: Language

  package init(facts: [FactNode], known: [String: String], language: Language) {
    self.facts = facts
    self.known = known
    self.language = language
  }

  package func append(to bytes: ByteBuffer) {
    var writer = JSONWriter(bytes, isIndented: true)
    writer.open("{")
    writer.key("$schema")
    writer.string("./" + Self.schemaFile)
    writer.member("x-note", note)
    append(facts, to: &writer)
    writer.close("}")
    bytes.append(0x0A)
  }

  /// The members of an object. What an element of a list has stands beside the list, under a key
  /// that the check leaves alone: in the list it would be an element of which nothing is known.
  private func append(_ nodes: [FactNode], to writer: inout JSONWriter) {
    for node in nodes {
      writer.key(text: node.key)
      if node.fact.type == .group {
        append(object: node.members, to: &writer)
        continue
      }
      writer.string(known[node.fact.path])
      if node.fact.type == .list, !node.members.isEmpty {
        writer.key(text: "x-" + node.key)
        append(object: node.members, to: &writer)
      }
    }
  }

  private func append(object nodes: [FactNode], to writer: inout JSONWriter) {
    writer.open("{")
    append(nodes, to: &writer)
    writer.close("}")
  }

  private var note: String {
    Bilingual(
      zh:
        "不知道的保留 null；列表没有内容的写 []，有内容的在 [ ] 里每项写一个 { }，各项照 \"x-\" 加列表名下的样子填写；\"x-\" 开头的键只是说明，不检查，可以删去",
      en:
        "Leave null what is not known. Write [] for a list that has nothing, else one { } an entry between [ ], each like the pattern beside it, whose key begins with x-. Keys that begin with x- are notes: they are not checked and can go."
    )[language]
  }
}
