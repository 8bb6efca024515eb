import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of an XML document, read by Foundation's parser, which refuses what is not well formed.
final class XMLElement {
  struct Fault: Error { let reason: String }

  let name: String
  let attributes: [String: String]
  private(set) var children: [XMLElement] = []
  private(set) var text = ""

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The document's root.
  static func root(of data: Data) throws -> XMLElement {
    guard let text = String(bytes: data, encoding: .utf8) else { throw Fault(reason: "no UTF-8") }
    guard text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") else {
      throw Fault(reason: "no declaration")
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: continue
      default: throw Fault(reason: "XML 1.0 has no U+\(String(scalar.value, radix: 16))")
      }
    }
    let builder = Builder()
    let parser = XMLParser(data: data)
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else {
      throw Fault(reason: parser.parserError.map { "\($0)" } ?? "no root")
    }
    return root
  }

  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The element and everything in it.
  var all: [XMLElement] { [self] + children.flatMap(\.all) }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLElement?
    private var open: [XMLElement] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let element = XMLElement(name: name, attributes: attributes)
      open.last?.children.append(element)
      if root == nil { root = element }
      open.append(element)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
  }
}

/// A JUnit report, read as its usual consumers do and checked for what they count on.
struct JUnit {
  struct Case: Hashable {
    let suite: String
    let name: String
    let classname: String
    let file: String?
    let line: Int?
    /// `pass`, `failure`, `error` or `skipped`.
    let result: String
    let message: String?
    let type: String?
  }

  let suites: [XMLElement]
  let cases: [Case]

  init(_ data: Data) throws {
    let root = try XMLElement.root(of: data)
    guard root.name == "testsuites" else { throw XMLElement.Fault(reason: "no test suites") }
    suites = root.children
    cases = try suites.flatMap(Self.read)
  }

  /// The test case whose name begins with this.
  func testCase(_ id: String) -> Case? {
    cases.first { $0.name == id || $0.name.hasPrefix(id + " ") }
  }

  private static func read(_ suite: XMLElement) throws -> [Case] {
    let parts = ["properties", "testcase", "system-out", "system-err"]
    guard suite.name == "testsuite", let name = suite.attributes["name"],
      suite.children.allSatisfy({ parts.contains($0.name) })
    else { throw XMLElement.Fault(reason: "bad suite") }
    let cases = try suite.children("testcase").map { element in
      guard let title = element.attributes["name"], let place = element.attributes["classname"],
        element.attributes["time"] != nil, element.children.count < 2
      else { throw XMLElement.Fault(reason: "bad case in \(name)") }
      let result = element.children.first
      return Case(
        suite: name, name: title, classname: place, file: element.attributes["file"],
        line: element.attributes["line"].flatMap { Int($0) }, result: result?.name ?? "pass",
        message: result?.attributes["message"], type: result?.attributes["type"])
    }
    for (attribute, result) in [
      ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
    ] {
      guard suite.attributes[attribute] == "\(cases.count { $0.result == result })" else {
        throw XMLElement.Fault(reason: "wrong number of \(attribute) in \(name)")
      }
    }
    guard suite.attributes["tests"] == "\(cases.count)" else {
      throw XMLElement.Fault(reason: "wrong number of tests in \(name)")
    }
    return cases
  }
}
