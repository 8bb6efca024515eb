import Rules

/// `kczg-check ask`: asks for what an application does not say, and saves what is answered.
struct AskCommand {
  let arguments: Arguments
  private var language: Language { arguments.language }

  init(arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> ExitStatus {
    guard let library = arguments.loadRules() else { return .badRules }
    let interview = try makeInterview(library)

    let file: ApplicationFile
    var name = arguments.files.first?.name ?? defaultName
    do throws(InputError) {
      file =
        if let path = arguments.files.first { try ApplicationFile(path) } else {
          try ApplicationFile.new(named: defaultName)
        }
      name = file.path.name
    } catch {
      StandardError.write(error.line(about: name, in: language))
      return .noInput
    }
    let text = SourceText(name: name, bytes: file.saved ?? Array("{}\n".utf8))
    if file.saved != nil, !isSound(text, interview) { return .dataError }
    return hold(interview, on: text, file, library.vocabulary)
  }

  private var defaultName: String { language == .zh ? "申报材料" : "application" }

  private func makeInterview(_ library: RuleLibrary) throws(UsageError) -> Interview {
    var options = arguments.checkerOptions(library.vocabulary)
    if let programme = arguments.programme {
      let known = library.programmes
      guard known.contains(programme) else {
        throw .badChoice(option: Option.programme.name, programme, known: known)
      }
      if options.rulebooks.isEmpty { options.rulebooks = [programme] }
    }
    do throws(Checker.OptionError) {
      return try Interview(library, options: options)
    } catch {
      throw .checker(error)
    }
  }

  /// Whether a file has no data errors but that it names no base type, which will be asked; what it
  /// has is printed as `check` does.
  private func isSound(_ text: SourceText, _ interview: Interview) -> Bool {
    let report = interview.check(text)
    let errors = report.diagnostics.filter { $0.severity == .error }
    let isSound = errors.allSatisfy { $0.code == .missingBaseType }
    printDiagnostics(
      isSound ? report.diagnostics.filter { $0.severity == .warning } : report.diagnostics, report)
    return isSound
  }

  private func printDiagnostics(_ diagnostics: [Diagnostic], _ report: Report) {
    let bytes = ByteBuffer()
    DiagnosticPrinter(language: language).append(
      diagnostics, of: report.application, source: report.application.text.name, to: bytes)
    bytes.withBytes { StandardError.write($0) }
  }

  private func hold(
    _ interview: Interview, on text: SourceText, _ file: ApplicationFile, _ vocabulary: Vocabulary
  ) -> ExitStatus {
    let output = CommandOutput(path: nil)
    var given: [(path: String, text: String)] = []
    if let baseType = arguments.baseType { given.append(("baseType", baseType)) }
    if let programme = arguments.programme { given.append(("programme", programme)) }
    if let date = arguments.date { given.append(("applicationDate", date.description)) }
    let start = interview.filling(interview.begin(text), given)
    var dialogue = Dialogue(
      interview, at: start, file: file, output: output, vocabulary: vocabulary, language: language)
    do throws(ApplicationFile.SaveError) {
      try file.checkIsWritable()
      let end = try dialogue.run()
      return output.finish(conclude(interview, end, file, output), in: language)
    } catch {
      let reason = DialoguePhrases(language: language).cannotSave(error)
      StandardError.write("\(SafeText.of(file.path.name)): error: \(reason) [cannot-write]\n")
      return .cannotWrite
    }
  }

  /// Says what became of it; the status that `check` would give for the file.
  private func conclude(
    _ interview: Interview, _ end: InterviewState, _ file: ApplicationFile, _ output: CommandOutput
  ) -> ExitStatus {
    let phrases = DialoguePhrases(language: language)
    var lines = TextLines(usesColor: false)
    defer {
      let bytes = ByteBuffer()
      lines.append(to: bytes)
      bytes.withBytes { output.write($0) }
    }
    lines.add("")
    guard let saved = file.saved else {
      lines.add(phrases.nothingSaved)
      return .noInput
    }
    for list in interview.unfinishedLists(in: end) {
      lines.add(phrases.unfinished(list.label[language]))
    }
    if end.skippedCount > 0 { lines.add(phrases.skipped(end.skippedCount)) }
    lines.add(phrases.saved(file.path.name))
    let report = interview.check(SourceText(name: file.path.name, bytes: saved))
    if report.outcome == .invalid {
      printDiagnostics(report.diagnostics.filter { $0.severity == .error }, report)
    } else {
      for rulebook in report.rulebooks {
        for clause in rulebook.clauses
        where clause.criteria.contains(where: { $0.open == .authority }) {
          lines.add(
            phrases.authority("\(rulebook.rulebook.id) \(clause.clause.citation[language])"))
        }
      }
      lines.add(phrases.report(file.path.name))
    }
    return ExitStatus(report.outcome)
  }
}
