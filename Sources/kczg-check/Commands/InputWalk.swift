import Reports
import Rules

/// Reads the inputs that the command line names, and hands the reports of all applications to a
/// collector.
struct InputWalk<Collector: ReportCollector> {
  private let arguments: Arguments
  private let vocabulary: Vocabulary
  let collector: Collector
  /// Finds what there is to say of the application that the report has read.
  private let examine: @Sendable (Report, ApplicationFolder) -> Void

  init(
    _ arguments: Arguments, _ vocabulary: Vocabulary, _ collector: Collector,
    examine: @escaping @Sendable (Report, ApplicationFolder) -> Void
  ) {
    self.arguments = arguments
    self.vocabulary = vocabulary
    self.collector = collector
    self.examine = examine
  }

  func run() {
    var maker = makeMaker()
    for word in arguments.files {
      if word.name != "-", word.isDirectory {
        walk(word, &maker)
      } else {
        walk(InputFile(word, readsLines: arguments.readsLines), &maker)
      }
    }
  }

  private func walk(_ file: InputFile, _ maker: inout ReportMaker<Collector.Batch>) {
    do throws(InputError) {
      try read(file, &maker)
    } catch {
      collector.reject(error, file.name)
    }
  }

  /// Reads what a folder holds, and tells what it holds besides.
  private func walk(_ word: FilePath, _ maker: inout ReportMaker<Collector.Batch>) {
    do throws(SystemError) {
      let folder = try InputFolder(word, isRecursive: arguments.isRecursive)
      if !folder.passedOver.isEmpty { collector.passOver(folder.passedOver) }
      for path in folder.files { walk(InputFile(path, readsLines: arguments.readsLines), &maker) }
      for (path, error) in folder.failures { collector.reject(.system(error), path.name) }
      if folder.files.isEmpty, folder.failures.isEmpty {
        collector.reject(.emptyDirectory, word.name)
      }
    } catch {
      collector.reject(.system(error), word.name)
    }
  }

  func makeMaker() -> ReportMaker<Collector.Batch> {
    ReportMaker(vocabulary, collector.makeBatch(), examine: examine)
  }

  private func read(
    _ file: InputFile, _ maker: inout ReportMaker<Collector.Batch>
  ) throws(InputError) {
    let descriptor = try open(file)
    defer { if file.path != nil { close(descriptor) } }
    guard file.hasLines else {
      let text = SourceText(name: file.name, taking: try FileReader.readAll(descriptor))
      maker.report(on: text, in: ApplicationFolder(of: file))
      collector.accept(maker.batch)
      return
    }
    let source = LineSource(descriptor)
    let walk = LineWalk(source, file, of: self)
    walk.run(&maker)
    if let failure = source.failure { throw failure }
    if walk.applicationCount == 0 { throw .noApplication }
  }

  private func open(_ file: InputFile) throws(InputError) -> Int32 {
    file.prompt(in: arguments.language)
    do throws(SystemError) {
      return try file.open()
    } catch {
      if error.number == ENOENT, let word = arguments.wordMeant(by: file.name) {
        throw .noFile(meant: word)
      }
      throw .system(error)
    }
  }
}
