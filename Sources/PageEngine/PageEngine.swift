internal import Reports
internal import RuleEngine

/// The engine as a page calls it: bytes in, bytes out. It remembers the rules and nothing else, so that
/// an engine that broke off can be replaced by another.
///
/// For one thread at a time.
public final class PageEngine {
  private var library: RuleLibrary?
  private var forms: [(stages: Set<String>, form: Form)] = []

  public init() {}

  /// Does what a request asks.
  ///
  /// - Returns: 0 and the result, JSON or a document; or 1 and what is wrong, as JSON.
  public func call(_ request: UnsafeRawBufferPointer) -> (status: Int32, result: [UInt8]) {
    let output = ByteBuffer()
    var status: Int32 = 1
    if let request = PageRequest([UInt8](request)) {
      do throws(PageError) {
        try answer(request, to: output)
        status = 0
      } catch {
        output.removeAll()
        PageJSON.append(error, in: request.language, to: output)
      }
    } else {
      PageJSON.append(.noRequest, in: .zh, to: output)
    }
    return (status, output.withBytes { [UInt8]($0) })
  }

  private func answer(_ request: PageRequest, to output: ByteBuffer) throws(PageError) {
    let language = request.language
    switch request.operation {
    case "words": return PageJSON.append(PageWords.all, in: language, to: output)
    case "rules":
      let library = try Self.library(request)
      self.library = library
      forms = []
      return PageJSON.append(rulesOf: library, in: language, to: output)
    default: break
    }
    guard let library else { throw .noRules }
    switch request.operation {
    case "view":
      let form = try form(request, library)
      var draft = form.begin(try Self.application(request))
      for edit in request.edits { form.apply(edit, to: &draft) }
      let view = form.view(of: draft)
      FormJSON(view, of: draft, stages: request.stages, in: language)
        .append(to: output, stagesOf: library)
    case "paste":
      let form = try form(request, library)
      guard let pasted = request.part(1),
        let preview = form.preview(
          String(decoding: pasted.bytes, as: UTF8.self), of: request.string("path") ?? "",
          columns: request.header["columns"].map { $0.elements.map { $0.string } },
          hasHeader: request.header["hasHeader"]?.bool)
      else { throw .noRequest }
      PastePreviewJSON(preview, in: language).append(to: output)
    case "open":
      guard let file = request.part(0) else { throw .noRequest }
      PageJSON.append(try form(request, library).open(file.text), in: language, to: output)
    case "report": try report(request, library, to: output)
    case "answers":
      let form = try form(request, library)
      let table = AnswersTable(
        form.view(of: form.begin(try Self.application(request))), in: language)
      if request.string("format") == "text" {
        table.appendText(to: output)
      } else {
        table.appendHTML(to: output)
      }
    case "screen", "candidates":
      let screened = try ScreenedFiles(request, library)
      if request.operation == "candidates" {
        PageJSON.append(screened, in: language, to: output)
      } else {
        switch request.string("format") {
        case "html"?: screened.appendHTML(in: language, to: output)
        case "json"?: screened.appendJSON(in: language, to: output)
        case "csv"?: screened.appendCSV(in: language, to: output)
        default: throw .noRequest
        }
      }
    default: throw .noRequest
    }
  }

  // MARK: Parts

  /// The rules that the files of a request are.
  private static func library(_ request: PageRequest) throws(PageError) -> RuleLibrary {
    let files = request.parts.map { $0.text }
    guard let vocabulary = files.first(where: { $0.name.hasSuffix("vocabulary.json") }) else {
      throw .noRules
    }
    do throws(RuleErrors) {
      return try RuleLibrary(
        vocabulary: vocabulary, rulebooks: files.filter { $0.name != vocabulary.name })
    } catch {
      throw .wrongRules(error)
    }
  }

  /// The form for the stages of a request: one is kept for each that was asked for.
  private func form(_ request: PageRequest, _ library: RuleLibrary) throws(PageError) -> Form {
    if let known = forms.first(where: { $0.stages == request.stages }) {
      known.form.today = request.today
      return known.form
    }
    let form: Form
    do throws(Checker.OptionError) {
      form = try Form(library, stages: request.stages)
    } catch {
      throw .noRequest
    }
    form.today = request.today
    forms.append((request.stages, form))
    return form
  }

  private static func application(_ request: PageRequest) throws(PageError) -> SourceText {
    guard let part = request.part(0) else { throw .noRequest }
    return part.text
  }

  /// The same bytes as the command's.
  private func report(
    _ request: PageRequest, _ library: RuleLibrary, to output: ByteBuffer
  ) throws(PageError) {
    guard let format = PageReport.Format(rawValue: request.string("format") ?? "") else {
      throw .noRequest
    }
    let checker = try Self.checker(request, library)
    let report = Report(application: Application(vocabulary: library.vocabulary))
    let writer = PageReport(format, in: request.language)
    for part in request.parts {
      part.forEachApplication(report.application) {
        checker.check(into: report)
        writer.append(report, to: output)
      }
    }
  }

  static func checker(_ request: PageRequest, _ library: RuleLibrary) throws(PageError) -> Checker {
    var options = Checker.Options()
    options.stages = request.stages
    do throws(Checker.OptionError) {
      return try Checker(library, options: options)
    } catch {
      throw .noRequest
    }
  }
}

/// Why a request gets no answer.
enum PageError: Error {
  /// It asks for nothing that there is.
  case noRequest
  /// No rules have been given yet.
  case noRules
  case wrongRules(RuleErrors)
}
