import Foundation
import Testing

/// The report of `screen` as JSON, decoded as strictly as its types are promised.
struct ScreenReport: Decodable {
  struct Counts: Decodable {
    let eligible: Int
    let ineligible: Int
    let undetermined: Int
    let invalid: Int
    let unreadable: Int

    var all: Int { eligible + ineligible + undetermined + invalid + unreadable }
  }

  struct Recommender: Decodable {
    let source: String
    let name: String?
    struct Quota: Decodable {
      let rulebook: String
      let most: Int
      let candidates: Int
      let eligible: Int
    }

    struct NotRecommended: Decodable {
      let number: Int
      let namesUnit: Bool
    }

    let verdict: String?
    let pool: Bool
    let quotas: [Quota]
    let notRecommended: [NotRecommended]
    let rulebooks: [CheckReport.Rulebook]
    let diagnostics: [CheckReport.Diagnostic]
  }

  struct Document: Decodable {
    let rulebook: String
    let title: String
    let digest: String
  }

  struct Reading: Decodable {
    let text: String
    let citations: [String]
  }

  struct Group: Decodable {
    let programme: String?
    let baseType: String?
    let counts: Counts
  }

  struct PassedOver: Decodable {
    let folder: String
    let folders: [String]
    let files: [String]
  }

  struct Alike: Decodable {
    let kind: String
    let numbers: [Int]
  }

  struct Channel: Decodable, Equatable {
    let kind: String?
    let name: String?
  }

  struct Gap: Decodable {
    let id: String
    let requirement: String
    let shortfall: String?
    let unit: String?
  }

  struct Clause: Decodable {
    let id: String
    let citation: String
    let title: String
    let verdict: String
    let gaps: [Gap]
    let open: String?
    let missing: [String]
    let missingNames: [String]
    let authority: Bool
  }

  struct Rulebook: Decodable {
    let id: String
    let verdict: String
    let counts: CheckReport.Rulebook.Counts
    let clauses: [Clause]
  }

  struct Candidate: Decodable {
    let number: Int
    let rank: Int?
    let source: String
    let line: Int
    let name: String?
    let creditCode: String?
    let baseName: String?
    let baseType: String?
    let programme: String?
    let applicationDate: String?
    let unreadable: String?
    let declared: Int
    let declaredWithoutEvidence: Int
    let diagnostics: [CheckReport.Diagnostic]
    let channels: [Channel]?
    let verdict: String
    let errors: Int
    let warnings: Int
    let rulebooks: [Rulebook]

    /// Each clause that is not met or open, such as `8.5 fail`.
    var obstacles: [String] {
      rulebooks.flatMap(\.clauses).filter { $0.verdict != "pass" }.map { "\($0.id) \($0.verdict)" }
    }
  }

  struct NearMiss: Decodable {
    let number: Int
    let rulebook: String
    let id: String
    let verdict: String
    let gaps: [Gap]
  }

  struct StoppingClause: Decodable {
    let rulebook: String
    let id: String
    let citation: String
    let title: String
    let counts: CheckReport.Rulebook.Counts
  }

  struct Repetition: Decodable {
    let creditCode: String
    let baseName: String
    let numbers: [Int]
    let twoChannels: Bool
    let channels: [Channel]
  }

  let counts: Counts
  let groups: [Group]
  let documents: [Document]
  let readings: [Reading]
  let passedOver: [PassedOver]
  let alike: [Alike]
  let recommender: Recommender?
  let candidates: [Candidate]
  let oneClauseAway: [NearMiss]
  let stoppingClauses: [StoppingClause]
  let repetitions: [Repetition]

  func title(of rulebook: String) -> String? {
    documents.first { $0.rulebook == rulebook }?.title
  }

  func candidate(_ source: String) -> Candidate? { candidates.first { $0.source == source } }
}

extension Run {
  /// Standard output as the report of a screening.
  func screening() throws -> ScreenReport {
    try JSONDecoder().decode(ScreenReport.self, from: stdout)
  }
}

/// A file for a test: its name, which may begin with a folder, and its text.
typealias File = (name: String, text: String)

/// A folder with these files.
func withFiles<T>(_ files: [File], _ body: (URL) throws -> T) throws -> T {
  try withTemporaryDirectory { directory in
    for file in files {
      let url = directory.appendingPathComponent(file.name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
    return try body(directory)
  }
}

/// Screens files of a folder of their own; `inputs` are all of them, in their order, if not given.
func screen(
  _ files: [File], _ options: String..., inputs: [String]? = nil
) throws -> (run: Run, report: ScreenReport) {
  try withFiles(files) { directory in
    let run = try Command.run(
      ["screen", "--format", "json"] + options + (inputs ?? files.map(\.name)),
      directory: directory)
    return (run, try run.screening())
  }
}

/// Applications of different hosts that meet every basic condition of both programmes, but for
/// what a test changes.
enum Candidate {
  /// The unit that all of them name as their channel.
  static let unit = "河南省科学技术协会"

  /// An application to the national programme, for collaboration; `changes` is JSON that is merged
  /// into it.
  static func text(_ number: Int = 1, _ changes: String = "{}") throws -> String {
    try tree(number, TableValue(changes)).json
  }

  static func tree(_ number: Int, _ changes: TableValue = .object([:])) throws -> TableValue {
    let own = """
      {"programme": "national", "baseName": "“科创中国”第\(number)号产学研协作创新基地",
       "applicant": {"name": "第\(number)研究院", "creditCode": "\(creditCode(number))"},
       "recommendation": {"channels": [{"kind": "provincial-association", "name": "\(unit)"}]}}
      """
    return try TableValue(Sample.text("collaboration")).merging(TableValue(own)).merging(changes)
  }

  /// 32 + 12 people where 50 are wanted: fails clause 8.5 and no other.
  static let shortOfStaff = #""staff": {"fullTime": 32, "scienceAndTechnology": 40}"#

  /// A code that is right to its check character: GB 32100-2015, weights 3^(i-1) modulo 31.
  static func creditCode(_ number: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let digits = String(number)
    let code = "91410100" + String(repeating: "0", count: 9 - digits.count) + digits
    var sum = 0
    var weight = 1
    for character in code {
      sum += (alphabet.firstIndex(of: character) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return code + String(alphabet[(31 - sum % 31) % 31])
  }
}
