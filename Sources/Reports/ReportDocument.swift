public import RuleEngine

/// Any number of reports as one document: bytes, in UTF-8.
///
/// ```swift
/// var style = ReportStyle(.html, in: .en)
/// style.isList = true
/// let document = ReportDocument(style)
/// for text in texts { document.append(checker.check(Application(text, vocabulary))) }
/// let bytes = document.finish()
/// ```
public final class ReportDocument {
  private let renderer: ReportRenderer
  private let assembler: ReportAssembler
  private let part = ReportPart()
  private var bytes: [UInt8] = []

  public init(_ style: ReportStyle) {
    renderer = ReportRenderer(style)
    assembler = ReportAssembler(style)
    assembler.begin { bytes.append(contentsOf: $0) }
  }

  /// Takes a report into the document. The report can be filled anew after that.
  public func append(_ report: Report) {
    renderer.append(report, to: part)
    assembler.append(part) { bytes.append(contentsOf: $0) }
    part.removeAll()
  }

  /// The document. Nothing can be taken into it after that.
  public func finish() -> [UInt8] {
    assembler.end { bytes.append(contentsOf: $0) }
    return bytes
  }
}

extension Report {
  /// The report in a format and a language, as a document of its own.
  public func bytes(as style: ReportStyle) -> [UInt8] {
    let document = ReportDocument(style)
    document.append(self)
    return document.finish()
  }
}
