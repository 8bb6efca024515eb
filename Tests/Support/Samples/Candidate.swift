import Foundation

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

  /// Files of a batch in which there is something of everything.
  static func mixed() throws -> [(name: String, text: String)] {
    [
      (
        "two-failing.json",
        try text(
          1, #"{\#(shortOfStaff), "incidents": [{"date": "2022-05-20"}]}"#)
      ),
      ("eligible.json", try text(2)),
      ("one-open.json", try text(3, #"{"platform": null}"#)),
      ("two-open.json", try text(4, #"{"platform": null, "experts": null}"#)),
      ("one-failing.json", try text(5, "{\(shortOfStaff)}")),
      ("invalid.json", try text(6, #"{"baseType": "colaboration"}"#)),
      ("not-json.json", "创新基地申报书"),
      ("empty.json", ""),
    ]
  }

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
