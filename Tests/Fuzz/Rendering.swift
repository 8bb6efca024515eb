import Reports
import Rules

/// Prints what the command prints of reports and errors, and looks at it.
enum Rendering {
  /// In one of the languages, details and formats, as the length of the text happens to say; the
  /// fuzzer tries so many texts that each gets its turn.
  static func contradictions(of report: Report) -> [String] {
    let count = report.application.text.count
    let format = ReportFormat.allCases[count / 12 % ReportFormat.allCases.count]
    var style = ReportStyle(format, in: Language.allCases[count % 2])
    style.detail = [.brief, .normal, .verbose][count / 2 % 3]
    // An array of JSON is nothing that the library reads.
    style.isList = format == .html && count / 6 % 2 == 0
    return faults(in: report.bytes(as: style), format.rawValue)
      + harm(in: diagnostics(of: report, style.language))
  }

  static func contradictions(ofMatch report: Report) -> [String] {
    let count = report.application.text.count
    let format = MatchFormat.allCases[count / 2 % MatchFormat.allCases.count]
    let style = ReportStyle(format, in: Language.allCases[count % 2])
    return faults(in: report.bytes(as: style), format.rawValue)
      + harm(in: diagnostics(of: report, style.language))
  }

  static func contradictions(of screening: Screening, _ unit: Recommender?) -> [String] {
    let count = unit?.application.text.count ?? screening.candidates.count
    let language = Language.allCases[count % 2]
    let format = ScreeningFormat.allCases[count / 2 % ScreeningFormat.allCases.count]
    let bytes = ByteBuffer()
    ScreeningRenderer(
      screening: screening,
      unit: unit.map { RecommendingUnit(source: "any.json", recommender: $0, isPool: false) },
      passedOver: [], vocabulary: vocabulary, language: language, usesColor: false
    ).append(as: format, to: bytes)
    let diagnostics = ByteBuffer()
    if let unit {
      DiagnosticPrinter(language: language).append(
        screening.diagnostics, of: unit.application, to: diagnostics)
    }
    return faults(in: array(bytes), format.rawValue) + harm(in: array(diagnostics))
  }

  static func contradictions(of errors: RuleErrors) -> [String] {
    let bytes = ByteBuffer()
    for file in errors.files {
      let language = Language.allCases[file.text.count % 2]
      DiagnosticPrinter(language: language).append(file, to: bytes)
    }
    return harm(in: array(bytes))
  }

  private static func diagnostics(of report: Report, _ language: Language) -> [UInt8] {
    let bytes = ByteBuffer()
    DiagnosticPrinter(language: language).append(
      report.diagnostics, of: report.application, to: bytes)
    return array(bytes)
  }

  private static func array(_ bytes: ByteBuffer) -> [UInt8] { bytes.withBytes { Array($0) } }

  private static func faults(in bytes: [UInt8], _ format: String) -> [String] {
    harm(in: bytes) + (["json", "ndjson", "sarif"].contains(format) ? faults(inJSON: bytes) : [])
  }

  /// Nothing that is printed may be bad UTF-8 or steer a terminal.
  private static func harm(in bytes: [UInt8]) -> [String] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return ["bad UTF-8 is printed"]
    }
    // Lines of CSV end in CR LF.
    let lines = text.replacing("\r\n", with: "\n")
    let harmful = lines.unicodeScalars.first { $0 != "\n" && SafeText.isHarmful($0) }
    return harmful.map { ["U+\(String($0.value, radix: 16)) is printed"] } ?? []
  }

  private static let vocabulary = HostileBytes.library.vocabulary

  /// The library's own reader is as strict as any.
  private static func faults(inJSON bytes: [UInt8]) -> [String] {
    let reader = Application(vocabulary: vocabulary)
    reader.read(SourceText(name: "report.json", bytes: bytes))
    let codes: [DiagnosticCode] = [
      .jsonEncoding, .jsonSyntax, .jsonDepth, .notAnObject, .duplicateKey,
    ]
    return reader.diagnostics.filter { codes.contains($0.code) }
      .map { "the report is not JSON: \($0.text(in: .en))" }
  }
}
