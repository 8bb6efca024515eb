import Foundation

@testable import TestSupport

/// Suites that screen candidates together with the document of a recommending unit.
protocol RecommenderSuite {}

extension RecommenderSuite {
  /// A unit with the given members beside its name, one a line, and its candidates.
  func files(_ members: String..., candidates: Int = 2) throws -> [File] {
    let lines = [#""name": "\#(Candidate.unit)""#, #""kind": "provincial-association""#] + members
    return try [("unit.json", "{\n  " + lines.joined(separator: ",\n  ") + "\n}\n")]
      + (1...candidates).map { ("\($0).json", try Candidate.text($0)) }
  }

  func run(_ files: [File], _ options: String...) throws -> Run {
    try withFiles(files) { directory in
      try Command.run(
        ["screen", "--recommender", "unit.json"] + options + files.map(\.name).dropFirst(),
        directory: directory)
    }
  }

  func ranking(_ numbers: Int...) -> String {
    let codes = numbers.map { "\"\(Candidate.creditCode($0))\"" }
    return "\"ranking\": [\(codes.joined(separator: ", "))]"
  }

  static var clean: String {
    #""date": "2022-06-01", "penalties": [], "notices": []"#
  }
}
