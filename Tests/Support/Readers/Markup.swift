import Foundation

/// HTML read more strictly than any browser does: it must be well-formed, and nothing that only
/// XML or only HTML allows may stand in it. What passes is the same tree for every reader.
final class Markup: CustomStringConvertible {
  enum Fault: Error, Equatable {
    case notUTF8
    case noDoctype
    case badName(at: Int)
    case badAttribute(at: Int)
    case repeatedAttribute(String)
    case rawCharacter(Character, at: Int)
    case badEntity(at: Int)
    case wrongEnd(String, expected: String)
    case unfinished(String)
    case textOutsideTheRoot
  }

  /// What was looked for and is not there.
  struct Missing: Error { let what: String }

  enum Node {
    case element(Markup)
    case text(String)
  }

  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [Node] = []

  fileprivate init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The root element of a document.
  static func read(_ data: Data) throws(Fault) -> Markup {
    guard let text = String(bytes: data, encoding: .utf8) else { throw .notUTF8 }
    guard text.hasPrefix("<!DOCTYPE html>\n<html ") else { throw .noDoctype }
    var reader = Reader(scalars: Array(text.unicodeScalars.dropFirst(16)))
    let root = try reader.element()
    guard reader.rest.allSatisfy({ $0 == "\n" }) else { throw .textOutsideTheRoot }
    return root
  }

  var description: String { "<\(name)> \(text.prefix(80))" }

  // MARK: Looking

  /// The element and all in it, in the document's order.
  private(set) lazy var all: [Markup] = [self] + elements.flatMap(\.all)

  private(set) lazy var elements: [Markup] = children.compactMap {
    if case .element(let element) = $0 { element } else { nil }
  }

  /// All text in it.
  var text: String {
    children.map { child in
      switch child {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }

  /// The text without white space around it.
  var trimmed: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

  var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }

  /// All elements in it of a name, and of a class if one is given.
  func all(_ name: String, _ style: String? = nil) -> [Markup] {
    all.filter { $0.name == name && (style.map($0.classes.contains) ?? true) }
  }

  /// Those directly in it.
  func elements(_ names: String...) -> [Markup] { elements.filter { names.contains($0.name) } }

  /// The first element in it of a name and class.
  func first(_ name: String, _ style: String? = nil) throws -> Markup {
    guard let found = all(name, style).first else {
      throw Missing(what: "<\(name)> of class \(style ?? "any")")
    }
    return found
  }

  /// The section that has a heading of this text.
  func section(_ heading: String) throws -> Markup {
    let section = all("section").last { section in
      section.elements.first { $0.name.wholeMatch(of: #/h[1-6]/#) != nil }?.trimmed == heading
    }
    guard let section else { throw Missing(what: "section \(heading)") }
    return section
  }

  // MARK: Reading

  private struct Reader {
    let scalars: [Unicode.Scalar]
    private var index = 0

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var rest: ArraySlice<Unicode.Scalar> { scalars[index...] }
    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard next == scalar else { return false }
      index += 1
      return true
    }

    mutating func element() throws(Fault) -> Markup {
      guard skip("<") else { throw .badName(at: index) }
      let element = Markup(try name(), try attributes())
      if skip("/") {
        guard skip(">") else { throw .badAttribute(at: index) }
        return element
      }
      guard skip(">") else { throw .badAttribute(at: index) }
      while let scalar = next {
        guard scalar == "<" else {
          element.children.append(.text(try text(until: "<")))
          continue
        }
        guard index + 1 < scalars.count, scalars[index + 1] == "/" else {
          element.children.append(.element(try self.element()))
          continue
        }
        index += 2
        let end = try name()
        guard end == element.name, skip(">") else { throw .wrongEnd(end, expected: element.name) }
        return element
      }
      throw .unfinished(element.name)
    }

    private mutating func name() throws(Fault) -> String {
      var name = String.UnicodeScalarView()
      while let scalar = next, ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        name.append(scalar)
        index += 1
      }
      guard let first = name.first, ("a"..."z").contains(first) else { throw .badName(at: index) }
      return String(name)
    }

    private mutating func attributes() throws(Fault) -> [String: String] {
      var attributes: [String: String] = [:]
      while skip(" ") {
        var name = ""
        while let scalar = next, scalar.properties.isAlphabetic && scalar.isASCII || scalar == "-" {
          name.unicodeScalars.append(scalar)
          index += 1
        }
        guard !name.isEmpty, skip("="), skip("\"") else { throw .badAttribute(at: index) }
        let value = try text(until: "\"")
        guard skip("\"") else { throw .badAttribute(at: index) }
        guard attributes.updateValue(value, forKey: name) == nil else {
          throw .repeatedAttribute(name)
        }
      }
      return attributes
    }

    private mutating func text(until end: Unicode.Scalar) throws(Fault) -> String {
      var text = String.UnicodeScalarView()
      while let scalar = next, scalar != end {
        index += 1
        switch scalar {
        case "<", ">": throw .rawCharacter(Character(scalar), at: index)
        case "&": text.append(try entity())
        default: text.append(scalar)
        }
      }
      return String(text)
    }

    private static let entities: [(name: String, scalar: Unicode.Scalar)] = [
      ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"),
    ]

    private mutating func entity() throws(Fault) -> Unicode.Scalar {
      for (name, scalar) in Self.entities where rest.starts(with: name.unicodeScalars) {
        index += name.unicodeScalars.count
        return scalar
      }
      throw .badEntity(at: index)
    }
  }
}
