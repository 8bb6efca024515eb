import Rules

/// Prints what the command prints of reports and errors, and looks at it.
enum Rendering {
  /// In one of the languages, details and formats, as the length of the text happens to say; the
  /// fuzzer tries so many texts that each gets its turn.
  static func contradictions(of report: Report, _ content: ReportStyle.Content) -> [String] {
    let count = report.application.text.count
    let language = Language.allCases[count % 2]
    let formats = content.formats
    let format = formats[count / 6 % formats.count]
    let style = ReportStyle(
      content: content, format: format, language: language,
      detail: [.brief, .normal, .verbose][count / 2 % 3], usesColor: false, isList: false)
    let bytes = document(of: report, style.makeRenderer())
    let diagnostics = ByteBuffer()
    DiagnosticPrinter(language: language).append(
      report.diagnostics, of: report.application, source: "any.json", to: diagnostics)
    return faults(in: bytes, format) + harm(in: diagnostics)
  }

  static func contradictions(of screening: Screening, _ unit: Recommender?) -> [String] {
    let count = unit?.application.text.count ?? screening.candidates.count
    let language = Language.allCases[count % 2]
    let format = ScreeningRenderer.formats[count / 2 % ScreeningRenderer.formats.count]
    let bytes = ByteBuffer()
    ScreeningRenderer(
      screening: screening,
      unit: unit.map { RecommendingUnit(source: "any.json", recommender: $0) },
      vocabulary: vocabulary, language: language, usesColor: false
    ).append(in: format, to: bytes)
    let diagnostics = ByteBuffer()
    if let unit {
      DiagnosticPrinter(language: language).append(
        screening.diagnostics, of: unit.application, source: "any.json", to: diagnostics)
    }
    return faults(in: bytes, format) + harm(in: diagnostics)
  }

  static func contradictions(of errors: RuleErrors) -> [String] {
    let bytes = ByteBuffer()
    for file in errors.files {
      let language = Language.allCases[file.text.count % 2]
      DiagnosticPrinter(language: language).append(file, to: bytes)
    }
    return harm(in: bytes)
  }

  /// What is printed of one report.
  private static func document(
    of report: Report, _ renderer: any ReportRenderer
  ) -> ByteBuffer {
    var renderer = renderer
    let body = ByteBuffer()
    renderer.append(report, source: "any.json", to: body)
    let bytes = ByteBuffer()
    var count = 0
    renderer.prologue.withUnsafeBufferPointer { bytes.append($0) }
    for byte in body.withBytes({ Array($0) }) {
      if renderer.hasPlaceholders, byte == 0 {
        renderer.filling(count).withUnsafeBufferPointer { bytes.append($0) }
        count += 1
      } else {
        bytes.append(byte)
      }
    }
    renderer.epilogue(afterPlaceholders: count).withUnsafeBufferPointer { bytes.append($0) }
    return bytes
  }

  private static func faults(in bytes: ByteBuffer, _ format: OutputFormat) -> [String] {
    harm(in: bytes) + ([.json, .ndjson, .sarif].contains(format) ? faults(inJSON: bytes) : [])
  }

  /// Nothing that is printed may be bad UTF-8 or steer a terminal.
  private static func harm(in bytes: ByteBuffer) -> [String] {
    guard let text = bytes.withBytes({ String(validating: $0, as: UTF8.self) }) else {
      return ["bad UTF-8 is printed"]
    }
    // Lines of CSV end in CR LF.
    let lines = text.replacing("\r\n", with: "\n")
    let harmful = lines.unicodeScalars.first { $0 != "\n" && SafeText.isHarmful($0) }
    return harmful.map { ["U+\(String($0.value, radix: 16)) is printed"] } ?? []
  }

  private static let vocabulary = HostileBytes.library.vocabulary

  /// The library's own reader is as strict as any.
  private static func faults(inJSON bytes: ByteBuffer) -> [String] {
    let reader = Application(vocabulary: vocabulary)
    reader.read(SourceText(name: "report.json", bytes: bytes.withBytes { Array($0) }))
    let codes: [DiagnosticCode] = [
      .jsonEncoding, .jsonSyntax, .jsonDepth, .notAnObject, .duplicateKey,
    ]
    return reader.diagnostics.filter { codes.contains($0.code) }
      .map { "the report is not JSON: \($0.text(in: .en))" }
  }
}
