import Foundation
import Reports
import Rules

@testable import RuleEngine

/// Where the time of a check of many applications goes: `bench LINES.ndjson`, on one thread. The
/// parts are measured in turns, so that what slows the machine slows all of them alike.
@main struct Bench {
  private let lines: [Data]
  private let size: Double
  private let checker: Checker
  private let report: Report
  private let renderers: [(name: String, renderer: ReportRenderer)]
  private let part = ReportPart()

  private init(_ path: String) throws {
    let contents = try Data(contentsOf: URL(filePath: path))
    lines = contents.split(separator: 0x0A).map { Data($0) }
    size = Double(contents.count) / 1e6
    let library = try RuleLibrary.builtIn()
    checker = try Checker(library)
    report = Report(application: Application(vocabulary: library.vocabulary))
    renderers = [("write", ReportDetail.brief), ("write in full", .normal)].map { name, detail in
      var style = ReportStyle(ReportFormat.ndjson)
      style.detail = detail
      return (name, ReportRenderer(style))
    }
  }

  static func main() throws {
    let bench = try Bench(CommandLine.arguments[1])
    var times: [String: [Double]] = [:]
    for _ in 0..<5 {
      for (part, time) in bench.round() { times[part, default: []].append(time) }
    }
    let medians = times.mapValues { $0.sorted()[$0.count / 2] }
    let whole = medians.filter { $0.key != "write in full" }.values.reduce(0, +)
    print("\nBy part, \(Int(bench.size)) MB on one processor, in shares of a brief check:")
    for part in ["scan", "bind", "judge"] + bench.renderers.map({ $0.name }) {
      let time = medians[part] ?? 0
      print(
        "  \(part.padding(toLength: 14, withPad: " ", startingAt: 0))"
          + String(format: "%5.1f %% %6.0f MB/s", 100 * time / whole, bench.size / time))
    }
  }

  private func round() -> [(part: String, seconds: Double)] {
    var tape = JSONTape()
    let scan = seconds { bytes in
      var text = SourceText(name: "lines.ndjson")
      text.replace(with: bytes, firstLine: 1)
      precondition(JSONScanner.scan(text, into: &tape).isEmpty)
    }
    let bound = seconds { read($0) }
    let judge = seconds {
      read($0)
      checker.check(into: report)
    }
    return [("scan", scan), ("bind", bound - scan), ("judge", judge - bound)]
      + renderers.map { name, renderer in
        let written = seconds {
          read($0)
          checker.check(into: report)
          part.removeAll()
          renderer.append(report, to: part)
        }
        return (name, written - judge)
      }
  }

  private func read(_ bytes: UnsafeRawBufferPointer) {
    report.application.read(bytes, name: "lines.ndjson", line: 1)
  }

  private func seconds(of work: (UnsafeRawBufferPointer) -> Void) -> Double {
    let start = ContinuousClock.now
    for line in lines { line.withUnsafeBytes(work) }
    return (ContinuousClock.now - start) / Duration.seconds(1)
  }
}
