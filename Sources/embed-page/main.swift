import Foundation
import LZMA

// Writes Swift sources that hold the page of kczg-page.
//
// What is wrong in any of the files is told as compilers tell it; then nothing is written, and the
// build fails.

let usage = """
  usage: embed-page page OUTPUT FOLDER
         embed-page engine OUTPUT optimized|unoptimized SWIFTC WASM-LD PACKAGE
                    (--module|--object NAME SOURCE…)…

  """

/// The files of the page, put together.
func pageSource(_ folder: String) throws(Complaints) -> String {
  let folder = try PageFolder(folder)
  let script = try Bundle(folder.modules).script
  do throws(Complaint) {
    let template = try PageTemplate(folder.page, script: script, styles: folder.styles)
    return PageSource.pieces(template.pieces)
  } catch {
    throw Complaints(all: [error])
  }
}

/// The engine, compiled and packed. Where it is not optimized it need not be small either.
func engineSource(_ arguments: EngineArguments) throws -> String {
  let build = arguments.build
  guard build.isPossible else { return PageSource.engine(nil) }
  let path = try build.run(arguments.modules, arguments.objects)
  let module = try Data(contentsOf: URL(filePath: path))
  let packed = Payload.bytes([UInt8](module), isSmall: build.isOptimized)
  return PageSource.engine(Data(packed).base64EncodedString())
}

func fail(_ sentence: String, _ status: Int32 = 1) -> Never {
  FileHandle.standardError.write(Data(sentence.utf8))
  exit(status)
}

let given = Array(CommandLine.arguments.dropFirst())
guard given.count > 2 else { fail(usage, 64) }
do {
  let source: String
  switch given[0] {
  case "page" where given.count == 3: source = try pageSource(given[2])
  case "engine":
    guard let arguments = EngineArguments(Array(given.dropFirst())) else { fail(usage, 64) }
    source = try engineSource(arguments)
  default: fail(usage, 64)
  }
  try source.write(toFile: given[1], atomically: true, encoding: .utf8)
} catch let complaints as Complaints {
  fail(complaints.all.map(\.sentence).joined())
} catch let failure as Steps.Failure {
  fail("\(failure.program): error: it ended with status \(failure.status)\n")
} catch {
  fail("\(given[1]): error: \(error.localizedDescription)\n")
}
