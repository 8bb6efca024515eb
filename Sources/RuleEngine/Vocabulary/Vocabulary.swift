/// Every fact that an application can state: the file `vocabulary.json`, ready for use.
public final class Vocabulary: Sendable {
  /// In the file's order.
  public let facts: [Fact]
  /// How objects of an application are read; 0 is the application itself.
  let objects: [ObjectLayout]
  /// The columns of the application's own row.
  let rootWidth: Int
  let lists: [ListLayout]
  /// The lists of documents that an application attaches.
  let evidence: [EvidenceLayout]
  /// What the articles of rulebooks can be about, in the order of an application's life.
  public let stages: [NamedCode]
  /// The other kinds of document that rulebooks can judge, each with a vocabulary of its own.
  public let documents: [Document]
  /// What it knows of the names of units and bases.
  let names: NameWords
  /// The sections of the application form, in its order; none where the vocabulary names none.
  package let sections: [FormSection]
  private let paths: KeyTable

  /// A kind of document that is not an application.
  public struct Document: Sendable {
    /// What rulebooks and the program call it.
    public let id: String
    /// What it is called.
    public let label: Words
    /// What it can say.
    public let vocabulary: Vocabulary
  }

  init(
    facts: [Fact], objects: [ObjectLayout], rootWidth: Int, lists: [ListLayout],
    stages: [NamedCode], documents: [Document], names: NameWords,
    sections: [FormSection]
  ) {
    self.facts = facts
    self.objects = objects
    self.rootWidth = rootWidth
    self.lists = lists
    evidence = EvidenceLayout.all(among: facts)
    self.stages = stages
    self.documents = documents
    self.names = names
    self.sections = sections
    paths = KeyTable(facts.map { Array($0.path.utf8)[...] })
  }

  /// The ids of the stages; the basic conditions where the vocabulary names none.
  public var stageNames: [String] { stages.isEmpty ? ["eligibility"] : stages.map { $0.name } }

  /// The vocabulary of another kind of document.
  public func vocabulary(of document: String) -> Vocabulary? {
    documents.first { $0.id == document }?.vocabulary
  }

  /// The number of the fact at a path such as `experts[].leads`.
  func index(of path: some Collection<UInt8>) -> Int? { paths.find(path) }

  /// The fact at a path such as `experts[].leads`.
  public subscript(path: String) -> Fact? { index(of: path.utf8).map { facts[$0] } }

  /// The day on which a document is judged: an application's date, a recommendation's.
  var documentDate: Int? { wellKnown("applicationDate", .date) ?? wellKnown("date", .date) }

  /// The number of a fact that the checker itself reads, if the vocabulary has it with that type.
  func wellKnown(_ path: StaticString, _ type: FactType) -> Int? {
    let bytes = UnsafeBufferPointer(start: path.utf8Start, count: path.utf8CodeUnitCount)
    guard let index = index(of: bytes), facts[index].type == type else { return nil }
    return index
  }
}

/// The keys of one kind of object and where their values go.
struct ObjectLayout: Sendable {
  struct Member: Sendable {
    let fact: Int
    let type: FactType
    let column: Int
    /// The layout of a group, or of a list's elements.
    let object: Int?
  }

  /// The fact that the object is, nil for the application.
  let fact: Int?
  let members: [Member]
  let keys: KeyTable
  /// The keys in the members' order, for suggestions.
  let names: Lazy<[String]>
  let implications: [Implication]
}

/// A flag that is true where a text beside it is one of some names, unless it is stated.
struct Implication: Sendable {
  let flag: ObjectLayout.Member
  let text: ObjectLayout.Member
  /// As names are compared.
  let names: KeyTable
  /// What is wrong where it is stated to be false all the same.
  let contradiction: Words
}

/// A fact of a particular application: with the number of the list element, and of the item in it.
public struct FactReference: Hashable, Sendable {
  let fact: Int32
  /// The element of the list that the fact belongs to (or is), from 0.
  var element: Int32 = -1
  /// The item of a list of codes, from 0.
  var item: Int32 = -1

  init(_ fact: Int, element: Int? = nil, item: Int? = nil) {
    self.fact = Int32(fact)
    if let element { self.element = Int32(element) }
    if let item { self.item = Int32(item) }
  }
}

extension Vocabulary {
  /// The fact that a reference is to.
  public func fact(of reference: FactReference) -> Fact { facts[Int(reference.fact)] }

  /// The path as a report shows it: `experts[3].monthsPerYear`.
  public func path(of reference: FactReference) -> String {
    var path = ""
    appendPath(of: reference, text: { path += $0 }, number: { path += "[\($0)]" })
    return path
  }

  /// Hands on the parts of a path, one after the other: text, and numbers that go into brackets.
  public func appendPath(of reference: FactReference, text: (String) -> Void, number: (Int) -> Void)
  {
    let parts = fact(of: reference).pathParts
    text(parts.list)
    if reference.element >= 0 { number(Int(reference.element)) }
    if !parts.member.isEmpty { text(reference.element >= 0 ? parts.member : "[]" + parts.member) }
    if reference.item >= 0 { number(Int(reference.item)) }
  }
}
