import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// Screens inputs, as the command does, in this process.
struct Screened {
  var language = Language.zh
  var usesColor = false
  var options = Checker.Options()
  /// The recommending unit's document, which is called `unit.json`; nil where there is none.
  var unit: String?
  /// Whether what is screened is a pool to choose from.
  var isPool = false

  init(
    in language: Language = .zh, stages: [String] = [], unit: String? = nil, isPool: Bool = false
  ) throws {
    self.language = language
    self.unit = unit
    self.isPool = isPool
    if !stages.isEmpty { options.stages = Set(stages) }
    if stages == ["all"] {
      options.stages = Set(try Rendering.library.get().vocabulary.stageNames)
    }
  }

  func callAsFunction(_ format: ScreeningFormat, _ inputs: [Input]) throws -> Rendering.Output {
    let library = try Rendering.library.get()
    let checker = try Checker(library, options: options)
    let report = Report(application: Application(vocabulary: library.vocabulary))
    let diagnostics = ByteBuffer()
    let printer = DiagnosticPrinter(language: language)
    var candidates: [RuleEngine.Candidate] = []
    func add() {
      checker.check(into: report)
      candidates.append(
        RuleEngine.Candidate(report, source: report.application.source))
      printer.append(report.diagnostics, of: report.application, to: diagnostics)
    }
    for input in inputs {
      switch input {
      case .file(let name, let text):
        report.application.read(SourceText(name: name, bytes: text.utf8))
        add()
      case .lines(let name, let lines):
        for (index, line) in lines.enumerated() {
          Array(line.utf8).withUnsafeBytes {
            report.application.read($0, name: name, line: index + 1)
          }
          add()
        }
      case .unread(let name): candidates.append(RuleEngine.Candidate(unreadable: name))
      }
    }
    let recommender = try unit.map { text in
      try #require(
        Recommender(
          SourceText(name: "unit.json", bytes: text.utf8), library: library, isPool: isPool,
          isStrict: false))
    }
    let screening = Screening(candidates, recommender: recommender, checker: checker)
    if let recommender {
      printer.append(screening.diagnostics, of: recommender.application, to: diagnostics)
    }
    let bytes = ByteBuffer()
    ScreeningRenderer(
      screening: screening,
      unit: recommender.map {
        RecommendingUnit(source: "unit.json", recommender: $0, isPool: isPool)
      },
      passedOver: [], vocabulary: library.vocabulary, language: language, usesColor: usesColor
    ).append(as: format, to: bytes)
    return Rendering.Output(
      bytes: Data(bytes.withBytes { Array($0) }),
      diagnostics: Data(diagnostics.withBytes { Array($0) }))
  }
}

extension Rendering.Output {
  func screening() throws -> ScreenReport {
    try JSONDecoder().decode(ScreenReport.self, from: bytes)
  }
}
