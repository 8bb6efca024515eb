import Foundation
import PageEngine
import Testing

@testable import TestSupport

/// The page's side of the engine: asks and reads the answers.
final class Page {
  private let engine = PageEngine()
  /// The application, as the last view gave it.
  private(set) var text: String
  var language = "zh"
  var stages = ["eligibility"]
  private(set) var view: View

  /// With the rules that are in `rules/`.
  init(_ text: String = "{}") throws {
    self.text = text
    view = View.empty
    let files = try FileManager.default.contentsOfDirectory(
      at: Package.root.appendingPathComponent("rules"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    try ask(
      "rules", parts: files.map { (["name": $0.lastPathComponent], try Data(contentsOf: $0)) })
    try edit()
  }

  /// A request's answer; a request that is refused is an error.
  @discardableResult
  func ask(
    _ operation: String, _ header: [String: Any] = [:], parts: [([String: Any], Data)] = []
  ) throws -> Data {
    var header = header
    header["op"] = operation
    header["language"] = language
    header["stages"] = stages
    header["parts"] = parts.map { part in part.0.merging(["count": part.1.count]) { $1 } }
    let json = try JSONSerialization.data(withJSONObject: header)
    var request = Data()
    withUnsafeBytes(of: UInt32(json.count).littleEndian) { request.append(contentsOf: $0) }
    request.append(json)
    for part in parts { request.append(part.1) }
    let (status, result) = request.withUnsafeBytes { engine.call($0) }
    let answer = Data(result)
    guard status == 0 else { throw Refused(text: String(decoding: answer, as: UTF8.self)) }
    return answer
  }

  struct Refused: Error { let text: String }

  @discardableResult
  func edit(_ edits: [String: Any]...) throws -> View { try edit(edits) }

  @discardableResult
  func edit(_ edits: [[String: Any]]) throws -> View {
    let answer = try ask("view", ["edits": edits], parts: [([:], Data(text.utf8))])
    view = try JSONDecoder().decode(View.self, from: answer)
    text = view.text
    return view
  }

  /// Another application.
  @discardableResult
  func show(_ text: String) throws -> View {
    self.text = text
    return try edit()
  }

  @discardableResult
  func type(_ entered: String, at path: String) throws -> View {
    try edit(["kind": "answer", "path": path, "entered": entered])
  }

  /// What stands in the file.
  func json() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  func field(_ path: String) throws -> View.Field {
    try #require(view.sections.flatMap(\.fields).first { $0.path == path }, "no field \(path)")
  }

  func cell(_ list: String, _ row: Int, _ member: String) throws -> View.Cell {
    let field = try field(list)
    let column = try #require(field.columns?.firstIndex { $0.path == member })
    return try #require(field.rows)[row].cells[column]
  }
}
