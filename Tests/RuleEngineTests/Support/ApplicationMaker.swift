@testable import RuleEngine

/// A made-up application that remembers where everything stands in it.
struct MadeApplication {
  var tree: Node

  /// A value of an application, with what the vocabulary calls it.
  indirect enum Node {
    /// Not written at all.
    case absent(Place)
    case null(Place)
    /// A number, or a word, as it is written.
    case value(String)
    case text(String)
    case list([Node], isTall: Bool)
    case object([(key: String, node: Node)])
  }

  /// What could stand where nothing is known.
  enum Place {
    case fact(Int)
    /// An element of the list that a fact is.
    case element(Int)
    /// One of the codes of a fact.
    case item(Int)
  }

  /// The text, and by path the places of all values that are known.
  var written: (text: String, positions: [String: SourcePosition]) {
    var writer = Writer()
    writer.write(tree, path: "")
    return (writer.text, writer.positions)
  }

  var text: String { written.text }

  private struct Writer {
    var text = ""
    var positions: [String: SourcePosition] = [:]
    private var place = SourcePosition(line: 1, column: 1)

    mutating func add(_ part: String) {
      text += part
      for scalar in part.unicodeScalars {
        if scalar == "\n" {
          place = SourcePosition(line: place.line + 1, column: 1)
        } else {
          place.column += 1
        }
      }
    }

    mutating func write(_ node: Node, path: String) {
      if case .null = node {} else { positions[path] = place }
      switch node {
      case .absent: break
      case .null: add("null")
      case .value(let token): add(token)
      case .text(let text): add(quoted(text))
      case .list(let nodes, let isTall):
        add("[")
        for (index, node) in nodes.enumerated() {
          if index > 0 { add(", ") }
          if isTall { add("\n  ") }
          write(node, path: "\(path)[\(index)]")
        }
        add("]")
      case .object(let members):
        add("{")
        var isFirst = true
        for (key, node) in members {
          if case .absent = node { continue }
          add(isFirst ? "" : ", ")
          // Chinese before a value on its line, so that columns are not bytes.
          add("\n\(quoted("x-备注" + key + "\(text.utf8.count)")): 1, \(quoted(key)): ")
          isFirst = false
          write(node, path: path.isEmpty ? key : "\(path).\(key)")
        }
        add("}")
      }
    }
  }
}

/// Makes applications from a vocabulary: each value at random, near what decides, or not known.
struct ApplicationMaker {
  let vocabulary: Vocabulary
  var generator: SeededGenerator
  /// How often something is not known: once in so many.
  var unknownOnceIn = 8

  init(vocabulary: Vocabulary, seed: Int) {
    self.vocabulary = vocabulary
    generator = SeededGenerator(seed: seed)
  }

  mutating func application() -> MadeApplication {
    unknownOnceIn = generator.pick([2, 5, 20, 200])
    return MadeApplication(tree: object(0, isRoot: true))
  }

  private mutating func object(_ layout: Int, isRoot: Bool = false) -> MadeApplication.Node {
    var members: [(key: String, node: MadeApplication.Node)] = []
    for member in vocabulary.objects[layout].members {
      let path = vocabulary.facts[member.fact].path
      let key = String(path.split(separator: ".").last ?? "")
      // The type and the programme choose the rules and are never in doubt.
      switch path {
      case "baseType": members.append((key, value(of: member.fact)))
      case "programme": break
      default: members.append((key, maybe(member.fact)))
      }
    }
    return .object(members)
  }

  private mutating func maybe(_ fact: Int) -> MadeApplication.Node {
    guard generator.oneIn(unknownOnceIn) else { return value(of: fact) }
    return generator.oneIn(2) ? .null(.fact(fact)) : .absent(.fact(fact))
  }

  /// Something that stands in a place where nothing was known.
  mutating func value(at place: MadeApplication.Place) -> MadeApplication.Node {
    switch place {
    case .fact(let fact): value(of: fact)
    case .element(let fact): element(of: fact)
    case .item(let fact): .text(generator.pick(vocabulary.facts[fact].codes).name)
    }
  }

  private mutating func element(of number: Int) -> MadeApplication.Node {
    let fact = vocabulary.facts[number]
    return fact.type == .texts ? .text(text(of: fact)) : object(elementLayout(of: number))
  }

  private func elementLayout(of fact: Int) -> Int {
    vocabulary.objects.firstIndex { $0.fact == fact } ?? 0
  }

  private mutating func value(of number: Int) -> MadeApplication.Node {
    let fact = vocabulary.facts[number]
    switch fact.type {
    case .group: return object(elementLayout(of: number))
    case .list, .texts:
      let count = generator.pick([0, 1, 2, 3, 4, 12])
      let elements = (0..<count).map { _ in
        generator.oneIn(unknownOnceIn * 2) ? .null(.element(number)) : element(of: number)
      }
      return .list(elements, isTall: generator.oneIn(2))
    case .codes:
      let codes = fact.codes.map(\.name).filter { _ in !generator.oneIn(4) }
      var nodes = codes.map { MadeApplication.Node.text($0) }
      if generator.oneIn(unknownOnceIn) { nodes.append(.null(.item(number))) }
      if generator.oneIn(3) { nodes.reverse() }
      return .list(nodes, isTall: false)
    case .text: return .text(text(of: fact))
    case .flag: return .value(String(!generator.oneIn(5)))
    case .code:
      let codes = generator.oneIn(2) ? fact.codes[...] : fact.codes.prefix(3)
      return .text(generator.pick(codes).name)
    case .date: return .text(date(of: fact))
    case .moment:
      return .text(
        generator.pick([
          "2022-05-27T17:59", "2022-05-27T18:00", "2022-05-27T18:01", "2022-06-10T18:00",
          "2024-02-29T00:00", "2024-02-28T23:59",
        ]))
    case .count:
      return .value(
        generator.pick([
          "0", "1", "2", "3", "5", "10", "14", "15", "20", "25", "40", "49", "50", "50.0", "5e1",
          "60",
        ]))
    case .quantity:
      return fact.maximum == nil
        ? .value(
          generator.pick(["0", "5000", "4999.99999999999999999999999999", "5e3", "12000.5"]))
        : .value(generator.pick(["0", "3", "2.99999999999999999999", "12", "3.5"]))
    }
  }

  private mutating func date(of fact: Fact) -> String {
    if fact.never != nil, generator.oneIn(4) { return "never" }
    if fact.dayOfMonth != nil, generator.oneIn(2) {
      return generator.pick(["2022-01", "2023-02", "2024-02", "2024-12", "2025-02"])
    }
    return generator.pick([
      "2024-02-29", "2025-02-28", "2025-02-27", "2024-03-01", "2023-02-28", "2024-06-30",
      "2022-04-29", "2020-01-01",
    ])
  }

  private mutating func text(of fact: Fact) -> String {
    if let words = fact.form?.words, !words.isEmpty {
      return generator.pick(["CN", "FR", "US", words[0]].filter(words.contains))
    }
    if case .alphabet(let alphabet, let length, let hasCheckCharacter, _)? = fact.form?.rule {
      if hasCheckCharacter { return "12410000415801234W" }
      let character = Character(Unicode.Scalar(generator.pick(alphabet.characters.prefix(3))))
      return String(repeating: character, count: length)
    }
    if fact.path == "applicant.region.province" { return generator.pick(["河南省", "河南", "湖北省"]) }
    // What the law has to be filled in, and at most so long.
    switch generator.below(8) {
    case 0: return generator.pick(["", " \u{3000}\n"])
    case 1: return String(repeating: "字", count: generator.pick([299, 300, 301]))
    case 2: return generator.pick(["甲", "甲 乙", "甲乙*"])
    default: return generator.pick(["甲", "a\"b", "洛阳创新\n院"]) + "\(generator.below(1_000_000_000))"
    }
  }

  /// The application with one of its unknown places filled; nil if it has none.
  mutating func fillingOne(of application: MadeApplication) -> MadeApplication? {
    var holes = 0
    _ = Self.map(application.tree) { _ in
      holes += 1
      return nil
    }
    guard holes > 0 else { return nil }
    let chosen = generator.below(holes)
    var number = -1
    var maker = self
    let tree = Self.map(application.tree) { place in
      number += 1
      return number == chosen ? maker.value(at: place) : nil
    }
    self = maker
    return MadeApplication(tree: tree)
  }

  /// The tree with some of its unknown places replaced.
  private static func map(
    _ node: MadeApplication.Node, _ replace: (MadeApplication.Place) -> MadeApplication.Node?
  ) -> MadeApplication.Node {
    switch node {
    case .absent(let place), .null(let place): replace(place) ?? node
    case .value, .text: node
    case .list(let nodes, let isTall): .list(nodes.map { map($0, replace) }, isTall: isTall)
    case .object(let members): .object(members.map { ($0.key, map($0.node, replace)) })
    }
  }
}
