import Reports
import Rules

/// What a command prints to: once that fails nothing more is written, but the command goes on.
final class CommandOutput {
  private let name: String
  private var file = OutputFile()
  private var failure: SystemError?
  private let mayReplace: Bool
  /// What is kept to be written at once, where there is a limit.
  private var rows: RowLimit?

  /// - Parameters:
  ///   - path: a file; nil for standard output.
  ///   - mayReplace: whether a file that is there already may give way.
  init(path: String?, mayReplace: Bool = true) {
    name = path ?? "<stdout>"
    self.mayReplace = mayReplace
    guard let path else { return }
    do throws(SystemError) {
      file = try OutputFile(path: FilePath(path), mayReplace: mayReplace)
    } catch {
      failure = error
    }
  }

  /// Appends rows to a file, as many as GitHub takes of a summary: all at once, so that a table is
  /// whole though others write to the file.
  init(appendingRowsTo path: String, language: Language) {
    name = path
    mayReplace = true
    do throws(SystemError) {
      file = try OutputFile(appendingTo: path)
      rows = RowLimit(room: (1 << 20) - file.size, language: language)
    } catch {
      failure = error
    }
  }

  var isTerminal: Bool { file.isTerminal }
  /// Whether it is a regular file.
  var isFile: Bool { file.isRegular }

  /// Writes what stands over the rows, where there are some.
  func writeHead(_ bytes: UnsafeRawBufferPointer) { write(bytes, areRows: false) }

  func write(_ bytes: UnsafeRawBufferPointer) { write(bytes, areRows: true) }

  private func write(_ bytes: UnsafeRawBufferPointer, areRows: Bool) {
    guard failure == nil, !bytes.isEmpty else { return }
    if rows != nil {
      rows?.add(bytes, areRows: areRows)
      return
    }
    do throws(SystemError) { try file.write(bytes) } catch { failure = error }
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Ends the output; the status that the program leaves with.
  func finish(_ status: ExitStatus, in language: Language) -> ExitStatus {
    if let rows {
      self.rows = nil
      rows.withRows { write($0) }
    }
    if failure == nil {
      do throws(SystemError) { try file.finish() } catch { failure = error }
    } else {
      file.discard()
    }
    guard let failure else { return status }
    let hint =
      failure.number == EEXIST && !mayReplace
      ? language == .zh ? "；要替换它，请加 --force" : "; --force replaces it" : ""
    let reason =
      language == .zh
      ? "不能写出：\(failure.text(in: .zh))\(hint)"
      : "cannot be written: \(failure.text(in: .en))\(hint)"
    StandardError.write("\(SafeText.of(name)): error: \(reason) [cannot-write]\n")
    var status = status
    status.worsen(to: .cannotWrite)
    return status
  }
}
