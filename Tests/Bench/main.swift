import Glibc
import Reports
import Rules

@testable import RuleEngine

// Where the time of many applications goes, on one core: `.ci/bench` builds it and hands it a file of
// lines. Each part is timed with all before it, and shown without them.

/// Seconds of processor time since the process began.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func readFile(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { fatalError("cannot read \(path)") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = fread(&piece, 1, piece.count, file)
    if count == 0 { return bytes }
    bytes += piece[..<count]
  }
}

guard CommandLine.arguments.count == 2 else { fatalError("usage: bench FILE.ndjson") }
let bytes = readFile(CommandLine.arguments[1])
let lines = bytes.split(separator: 0x0A).map(\.indices)
let checker = try Checker(RuleLibrary.builtIn())
let application = Application(vocabulary: checker.library.vocabulary)
let report = Report(application: application)

/// The least of three times that `body` takes for all lines.
func time(_ body: (UnsafeRawBufferPointer, Int) -> Void) -> Double {
  bytes.withUnsafeBytes { bytes in
    (0..<3).map { _ in
      let start = processorTime()
      for (number, line) in lines.enumerated() {
        body(UnsafeRawBufferPointer(rebasing: bytes[line]), number + 1)
      }
      return processorTime() - start
    }.min() ?? 0
  }
}

func writing(_ detail: ReportDetail) -> Double {
  var style = ReportStyle(.ndjson)
  style.detail = detail
  let renderer = ReportRenderer(style)
  let part = ReportPart()
  return time {
    application.read($0, name: "a", line: $1)
    checker.check(into: report)
    part.removeAll()
    renderer.append(report, to: part)
  }
}

var text = SourceText(name: "a")
var tape = JSONTape()
let scan = time {
  text.replace(with: $0, firstLine: $1)
  _ = JSONScanner.scan(text, into: &tape)
}
let bind = time { application.read($0, name: "a", line: $1) }
let judge = time {
  application.read($0, name: "a", line: $1)
  checker.check(into: report)
}
let (brief, full) = (writing(.brief), writing(.normal))

func show(_ name: String, _ seconds: Double) {
  let microseconds = Int(seconds * 1e7 / Double(lines.count) + 0.5)
  print("  \(name): \(microseconds / 10).\(microseconds % 10) µs an application")
}
print("By part, \(lines.count) applications, one core, the least of three times:")
show("scan", scan)
show("bind", bind - scan)
show("judge", judge - bind)
show("write, brief", brief - judge)
show("write, full", full - judge)
