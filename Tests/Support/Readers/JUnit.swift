import Foundation

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
