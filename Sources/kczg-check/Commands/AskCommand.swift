import Reports
import Rules

/// `kczg-check ask`: asks for what an application does not say, and saves what is answered.
struct AskCommand {
  let arguments: Arguments
  let library: RuleLibrary
  private var language: Language { arguments.language }

  func run() throws(UsageError) -> ExitStatus {
    let interview = try makeInterview()
    let file: ApplicationFile
    do throws(InputError) {
      file =
        if let path = arguments.files.first { try ApplicationFile(path) } else {
          ApplicationFile(newNamed: Bilingual(zh: "申报材料", en: "application")[language])
        }
    } catch {
      StandardError.write(error.line(about: arguments.files.first?.name ?? "", in: language))
      return .noInput
    }
    let text = SourceText(name: file.path.name, bytes: file.saved ?? Array("{}\n".utf8))
    if file.saved != nil, !isSound(text, interview) { return .dataError }
    return hold(interview, on: text, file)
  }

  private func makeInterview() throws(UsageError) -> Interview {
    var options = arguments.checkerOptions(library.vocabulary)
    if let programme = arguments.programme {
      try library.check(programme: programme)
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
    let isSound = report.diagnostics.allSatisfy {
      $0.severity == .warning || $0.code == .missingBaseType
    }
    printDiagnostics(of: report) { !isSound || $0.severity == .warning }
    return isSound
  }

  private func printDiagnostics(of report: Report, where isShown: (Diagnostic) -> Bool) {
    let bytes = ByteBuffer()
    DiagnosticPrinter(language: language).append(
      report.diagnostics.filter(isShown), of: report.application, to: bytes)
    bytes.withBytes { StandardError.write($0) }
  }

  private func hold(
    _ interview: Interview, on text: SourceText, _ file: ApplicationFile
  ) -> ExitStatus {
    let output = CommandOutput(path: nil)
    let console = Console(output, usesColor: arguments.usesColor(on: output))
    let teller = VerdictTeller(console, language: language)
    let start = interview.filling(interview.begin(text), given.map { ($0.path, $0.value) })
    var dialogue = Dialogue(interview, at: start, file: file, teller)
    do throws(ApplicationFile.SaveError) {
      try file.checkIsWritable()
      Signals.hold()
      defer { Signals.release() }
      let end = try dialogue.run()
      // All is saved.
      Signals.release()
      return output.finish(conclude(interview, end, file, teller), in: language)
    } catch {
      let reason = teller.phrases.cannotSave(error)
      StandardError.write(
        StandardError.line(about: file.path.name, reason, code: "cannot-write"))
      return .cannotWrite
    }
  }

  /// The facts that options stand in for, and how `check` is told of them.
  private var given: [(path: String, value: String, option: String)] {
    let all = [
      ("programme", arguments.programme, Option.rulebook.name),
      ("baseType", arguments.baseType, Option.type.name),
      ("applicationDate", arguments.date?.description, Option.date.name),
    ]
    return all.compactMap { path, value, option in value.map { (path, $0, option) } }
  }

  /// Says what became of it; the status that `check` would give for the file.
  private func conclude(
    _ interview: Interview, _ end: InterviewState, _ file: ApplicationFile, _ teller: VerdictTeller
  ) -> ExitStatus {
    let (console, phrases) = (teller.console, teller.phrases)
    console.say("")
    guard let saved = file.saved else {
      console.say(phrases.nothingSaved)
      return .noInput
    }
    for list in interview.unfinishedLists(in: end) {
      console.say(phrases.unfinished(list.label[language]))
    }
    if end.skippedCount > 0 { console.say(phrases.skipped(end.skippedCount)) }
    let name = file.path.name
    console.say(file.isChanged ? phrases.saved(name) : phrases.unchanged(name))
    let report = interview.check(SourceText(name: name, bytes: saved))
    if report.outcome == .invalid {
      printDiagnostics(of: report) { $0.severity == .error }
    } else {
      if report.outcome != .eligible { teller.tellStanding(report, report.outcome) }
      teller.tellAuthority(report)
      console.say(line: phrases.report(checkCommand(file)))
    }
    return ExitStatus(report.outcome)
  }

  /// The command that checks the file as it was asked about.
  private func checkCommand(_ file: ApplicationFile) -> String {
    // As the file has it, without what is given.
    let application = Application(vocabulary: library.vocabulary)
    application.read(SourceText(name: file.path.name, bytes: file.saved ?? []))
    var words = ["kczg-check"]
    for rulebook in arguments.rulebooks { words += [Option.rulebook.name, rulebook] }
    for (path, value, option) in given where application.string(path) != value {
      if path != "programme" || arguments.rulebooks.isEmpty { words += [option, value] }
    }
    for stage in arguments.stages { words += [Option.stage.name, stage] }
    if language != .zh { words += [Option.language.name, language.rawValue] }
    if let rules = arguments.rulesDirectory { words += [Option.rules.name, rules] }
    if file.path.name.hasPrefix("-") { words.append("--") }
    return (words + [file.path.name]).map(\.quotedForShell).joined(separator: " ")
  }
}

extension String {
  /// As a shell takes it for one word.
  fileprivate var quotedForShell: String {
    let isPlain = unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "-._/+,:@%".unicodeScalars.contains($0)
    }
    if isPlain && !isEmpty { return self }
    // Scalar by scalar: a quote with an accent on it is one to a shell.
    return "'" + unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}
