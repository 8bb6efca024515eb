internal import Reports
internal import RuleEngine

extension PageRequest.Part {
  /// Reads each application of a file; blank lines of one with many are passed over.
  func forEachApplication(_ application: Application, _ body: () -> Void) {
    guard isLines else {
      application.read(text)
      return body()
    }
    var line = 1
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if bytes[start..<end].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) {
        Array(bytes[start..<end]).withUnsafeBytes {
          application.read($0, name: name, line: line)
        }
        body()
      }
      start = end + 1
      line += 1
    }
  }
}

/// Many applications, checked and compared as `screen` does.
struct ScreenedFiles {
  /// An application as it was given.
  struct Given {
    let part: Int
    let bytes: [UInt8]
  }

  let candidates: [Candidate]
  /// In the candidates' order.
  let given: [Given]
  private let screening: Screening
  private let unit: RecommendingUnit?
  private let vocabulary: Vocabulary

  init(_ request: PageRequest, _ library: RuleLibrary) throws(PageError) {
    let checker = try PageEngine.checker(request, library)
    let isPool = request.header["isPool"]?.bool ?? false
    var unit: RecommendingUnit?
    var recommender: Recommender?
    if let part = request.parts.first(where: { $0.kind == "recommender" }) {
      recommender = Recommender(part.text, library: library, isPool: isPool, isStrict: false)
      unit = RecommendingUnit(source: part.name, recommender: recommender, isPool: isPool)
    }
    let application = Application(vocabulary: library.vocabulary)
    let report = Report(application: application)
    var candidates: [Candidate] = []
    var given: [Given] = []
    for (number, part) in request.parts.enumerated() where part.kind != "recommender" {
      part.forEachApplication(application) {
        checker.check(into: report)
        candidates.append(Candidate(report, source: part.name))
        given.append(Given(part: number, bytes: Array(application.text.bytes)))
      }
    }
    self.candidates = candidates
    self.given = given
    self.unit = unit
    vocabulary = library.vocabulary
    screening = Screening(candidates, recommender: recommender, checker: checker)
  }

  /// The same bytes as the command's.
  func appendHTML(in language: Language, to output: ByteBuffer) {
    renderer(language).appendHTML(to: output)
  }

  /// The same bytes as the command's.
  func appendJSON(in language: Language, to output: ByteBuffer) {
    renderer(language).appendJSON(to: output)
  }

  /// The same bytes as the command's.
  func appendCSV(in language: Language, to output: ByteBuffer) {
    renderer(language).appendCSV(to: output)
  }

  private func renderer(_ language: Language) -> ScreeningRenderer {
    ScreeningRenderer(
      screening: screening, unit: unit, passedOver: [], vocabulary: vocabulary,
      language: language, usesColor: false)
  }
}
