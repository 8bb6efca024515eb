import Rules

/// `kczg-check check`: checks applications and prints a report of each.
struct CheckCommand {
  let arguments: Arguments

  func run() throws(UsageError) -> ExitStatus {
    let library: RuleLibrary
    switch RuleSource(directory: arguments.rulesDirectory).load(in: arguments.language) {
    case .success(let loaded): library = loaded
    case .failure: return .badRules
    }
    // The system takes memory back faster than it can be given back piece by piece.
    _ = Unmanaged.passRetained(library.vocabulary)
    for rulebook in library.rulebooks { _ = Unmanaged.passRetained(rulebook) }
    let checker = try makeChecker(library)
    var output = OutputFile()
    var failure: SystemError?
    if let path = arguments.output {
      do throws(SystemError) { output = try OutputFile(path: path) } catch { failure = error }
    }
    let style = style(for: output)
    let printer = ReportPrinter(output, renderer: style.makeRenderer(), failure: failure)
    printer.begin()
    for word in arguments.files { check(word, checker, style, printer) }
    return printer.finish(in: arguments.language, name: outputName)
  }

  private var outputName: String { arguments.output ?? "<stdout>" }

  private func makeChecker(_ library: RuleLibrary) throws(UsageError) -> Checker {
    var options = Checker.Options()
    options.rulebooks = arguments.rulebooks
    options.baseType = arguments.baseType
    options.date = arguments.date
    options.isStrict = arguments.isStrict
    do throws(Checker.OptionError) {
      return try Checker(library, options: options)
    } catch {
      throw .checker(error)
    }
  }

  private func style(for output: OutputFile) -> ReportStyle {
    let usesColor =
      switch arguments.color {
      case .always: true
      case .never: false
      case .auto: output.isTerminal && Environment.allowsColor
      }
    return ReportStyle(
      format: arguments.format, language: arguments.language, detail: arguments.detail,
      usesColor: usesColor,
      isList: isList)
  }

  /// Whether there may be any number of applications.
  private var isList: Bool {
    guard arguments.files.count == 1, let word = arguments.files.first, !word.isDirectory
    else { return true }
    return (try? InputFile.expand(word, readsLines: arguments.readsLines).first?.hasLines) ?? true
  }

  // MARK: Inputs

  private func check(
    _ word: FilePath, _ checker: Checker, _ style: ReportStyle, _ printer: ReportPrinter
  ) {
    do throws(InputError) {
      for file in try InputFile.expand(word, readsLines: arguments.readsLines) {
        do throws(InputError) {
          try check(file, checker, style, printer)
        } catch {
          printer.report(error, of: file.name, in: arguments.language)
        }
      }
    } catch {
      printer.report(error, of: word.name, in: arguments.language)
    }
  }

  private func check(
    _ file: InputFile, _ checker: Checker, _ style: ReportStyle, _ printer: ReportPrinter
  ) throws(InputError) {
    let descriptor: Int32
    do throws(SystemError) { descriptor = try file.open() } catch { throw .system(error) }
    defer { if file.path != nil { close(descriptor) } }
    guard file.hasLines else {
      let text = SourceText(name: file.name, taking: try FileReader.readAll(descriptor))
      let application = Application(vocabulary: checker.library.vocabulary)
      application.read(text)
      var batch = ReportBatch()
      var renderer = style.makeRenderer()
      batch.add(
        checker.check(application), source: file.name, renderer: &renderer,
        diagnosticPrinter: DiagnosticPrinter(language: arguments.language))
      printer.print(batch)
      return
    }
    let source = LineSource(descriptor)
    let check = LineCheck(source, name: file.name, checker: checker, style: style, printer: printer)
    check.run()
    if let failure = source.failure { throw failure }
    if check.applicationCount == 0 { throw .noApplication }
  }
}

/// Where the rules come from.
struct RuleSource {
  /// A directory of rulebooks; nil for those built in.
  let directory: String?

  /// What was wrong has been said.
  struct Failure: Error {}

  func load(in language: Language) -> Result<RuleLibrary, Failure> {
    do throws(RuleErrors) {
      guard let directory else { return .success(RuleLibrary.builtIn()) }
      let (vocabulary, rulebooks): (SourceText, [SourceText])
      switch read(directory, language) {
      case .success(let texts): (vocabulary, rulebooks) = texts
      case .failure(let failure): return .failure(failure)
      }
      return .success(try RuleLibrary(vocabulary: vocabulary, rulebooks: rulebooks))
    } catch {
      let bytes = ByteBuffer()
      for file in error.files { DiagnosticPrinter(language: language).append(file, to: bytes) }
      StandardError.write(bytes.bytes)
      return .failure(Failure())
    }
  }

  private func read(
    _ directory: String, _ language: Language
  ) -> Result<(SourceText, [SourceText]), Failure> {
    var vocabulary = BuiltInFiles.vocabulary
    var rulebooks: [SourceText] = []
    var name = directory
    do throws(InputError) {
      var status = stat()
      do throws(SystemError) { _ = try retrying { stat(directory, &status) } } catch {
        throw .system(error)
      }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .system(SystemError(number: ENOTDIR)) }
      let files = try InputFile.expand(FilePath(directory), readsLines: false)
      for file in files {
        name = file.name
        let descriptor: Int32
        do throws(SystemError) { descriptor = try file.open() } catch { throw .system(error) }
        defer { close(descriptor) }
        let text = SourceText(name: file.name, taking: try FileReader.readAll(descriptor))
        if file.name.hasSuffix("/vocabulary.json") {
          vocabulary = text
        } else {
          rulebooks.append(text)
        }
      }
      name = directory
      if rulebooks.isEmpty { throw .noRulebook }
      return .success((vocabulary, rulebooks))
    } catch {
      StandardError.write(
        "\(SafeText.of(name)): error: \(error.text(in: language)) [rule-cannot-read]\n")
      return .failure(Failure())
    }
  }
}
