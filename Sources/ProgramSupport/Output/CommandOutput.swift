import Reports
package import Rules

/// What a command prints to: once that fails nothing more is written, but the command goes on.
package final class CommandOutput {
  private let name: String
  private var file = OutputFile()
  private var failure: SystemError?
  private let mayReplace: Bool
  private var isAbandoned = false

  /// - Parameters:
  ///   - path: a file; nil for standard output.
  ///   - mayReplace: whether a file that is there already may give way.
  package init(path: String?, mayReplace: Bool = true) {
    name = path ?? "<stdout>"
    self.mayReplace = mayReplace
    guard let path else { return }
    do throws(SystemError) {
      file = try OutputFile(path: FilePath(path), mayReplace: mayReplace)
    } catch {
      failure = error
    }
  }

  /// Appends to a file.
  package init(appendingTo path: String) {
    name = path
    mayReplace = true
    do throws(SystemError) {
      file = try OutputFile(appendingTo: path)
    } catch {
      failure = error
    }
  }

  package var isTerminal: Bool { file.isTerminal }
  /// Whether it is a regular file.
  package var isFile: Bool { file.isRegular }
  /// How many bytes it has already; 0 of what is no file.
  package var size: Int { failure == nil ? file.size : 0 }

  package func write(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil, !isAbandoned, !bytes.isEmpty else { return }
    do throws(SystemError) { try file.write(bytes) } catch { failure = error }
  }

  package func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Leaves a file as it was, since there is nothing to put in its place.
  package func abandon() {
    guard failure == nil, file.isReplacement else { return }
    file.discard()
    isAbandoned = true
  }

  /// Ends the output; the status that the program leaves with.
  package func finish(_ status: ExitStatus, in language: Language) -> ExitStatus {
    if isAbandoned { return status }
    if failure == nil {
      do throws(SystemError) { try file.finish() } catch { failure = error }
    } else {
      file.discard()
    }
    guard let failure else { return status }
    let reason = Self.reason(failure, isThere: failure.number == EEXIST && !mayReplace)
    StandardError.write(
      StandardError.line(about: name, reason[language], code: "cannot-write"))
    var status = status
    status.worsen(to: .cannotWrite)
    return status
  }

  private static func reason(_ failure: SystemError, isThere: Bool) -> Bilingual {
    let hint =
      isThere
      ? Bilingual(zh: "；要替换它，请加 --force", en: "; --force replaces it") : Bilingual(zh: "", en: "")
    return Bilingual(
      zh: "不能写出：\(failure.text.zh)\(hint.zh)",
      en: "cannot be written: \(failure.text.en)\(hint.en)")
  }
}
