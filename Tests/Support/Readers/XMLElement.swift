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
