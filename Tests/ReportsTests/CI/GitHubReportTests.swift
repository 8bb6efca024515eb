import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// What becomes annotations of a pull request.
@Suite struct GitHubReportTests {
  @Test func hasAnAnnotationForWhatIsNotMet() throws {
    let text = try Sample.mixed()
    let commands = try national(.github)(text).lines.map { WorkflowCommand($0) }
    #expect(commands.map(\.?.name) == ["warning", "error"])
    let error = try #require(commands[1])
    let place = try position(of: "32", in: text)
    #expect(error.properties["file"] == "a.json")
    #expect(error.properties["line"] == "\(place.line)")
    #expect(error.properties["col"] == "\(place.column)")
    #expect(error.properties["endColumn"] == "\(place.column + 2)")
    #expect(error.properties["title"] == "不符合 第八条（五） national-2022/8.5.a")
    #expect(error.data.contains("还差 6 人"))
  }

  @Test func hasDataErrorsAndWarnings() throws {
    let bad = try national(.github)(Sample.invalid()).lines
    #expect(bad.map { WorkflowCommand($0)?.name } == ["error"])
    let text = try Sample.warned()
    let warned = try national(.github)(text).lines
    #expect(warned.map { WorkflowCommand($0)?.name } == ["warning"])
  }

  @Test func percentSignsAreEscaped() throws {
    let name = "100%,a:b.json"
    let lines = try Rendering(.github)([.file(name, Sample.mixed())]).lines
    try #require(!lines.isEmpty)
    for line in lines {
      #expect(line.contains("file=100%25%2Ca%3Ab.json,line="))
      #expect(WorkflowCommand(line)?.properties["file"] == name)
    }
  }
}
