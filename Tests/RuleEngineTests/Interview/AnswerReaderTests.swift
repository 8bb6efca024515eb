import Testing

@testable import RuleEngine

/// What people type, and what the file has of it.
@Suite struct AnswerReaderTests {
  private static func question(_ path: String) throws -> Question {
    let interview = try Interview(TinyRules.library(requiring: #"{"fact": "ok", "is": true}"#))
    let fact = try #require(interview.vocabulary[path])
    return Question(
      fact: fact, path: path, choices: fact.codes, present: [], isNewEntry: false, element: nil,
      purpose: .completion, list: nil, steps: [])
  }

  private static func value(_ line: String, _ path: String) throws -> String? {
    let today = CivilDate(year: 2022, month: 5, day: 1)
    let reader = AnswerReader(try question(path), today: today)
    guard case .value(let json)? = try? reader.answer(line) else { return nil }
    return json
  }

  @Test(arguments: [
    ("ok", "是", "true"), ("ok", "　否 ", "false"), ("ok", "Ｙ", "true"), ("ok", "NO", "false"),
    ("ok", "true", "true"), ("ok", "没有", "false"),
    ("people", "32", "32"), ("people", "３２人", "32"), ("people", "32 people", "32"),
    ("people", "5,000", "5000"), ("people", "５，０００", "5000"), ("people", "007", "7"),
    ("people", "60 名", "60"), ("people", "+60", "60"), ("people", "10万", "100000"),
    ("people", "1.5 万人", "15000"), ("people", "0.00005万", "0.5"), ("people", "2亿", "200000000"),
    ("people", "1.23456万", "12345.6"), ("ok", "是的", "true"), ("ok", "是。", "true"),
    ("ok", "没", "false"),
    ("people", "0", "0"), ("people", "000", "0"), ("people", "-3", "-3"),
    ("area", "4999.990", "4999.990"), ("area", "5000平方米", "5000"), ("area", "００.５㎡", "0.5"),
    ("area", "5000 m²", "5000"),
    ("opened", "2022年5月20日", #""2022-05-20""#), ("opened", "2022-5-20", #""2022-05-20""#),
    ("opened", "2022/5/20", #""2022-05-20""#), ("opened", "２０２２－５－２０", #""2022-05-20""#),
    ("opened", "20220520", #""2022-05-20""#), ("opened", "今天", #""2022-05-01""#),
    ("opened", "Today", #""2022-05-01""#), ("opened", "2022-02-30", #""2022-02-30""#),
    ("opened", "五月", #""五月""#), ("opened", "2022年5月", #""2022年5月""#),
    ("starts", "2022年5月", #""2022-05""#), ("starts", "2022-5", #""2022-05""#),
    ("left", "从未", #""never""#), ("left", "从未退出", #""never""#), ("left", "Never", #""never""#),
    ("opened", "从未", #""从未""#),
    ("sentAt", "2022年5月27日18点", #""2022-05-27T18:00""#),
    ("sentAt", "２０２２－５－２７　１８：３０", #""2022-05-27T18:30""#),
    ("kind", "2", #""y""#), ("kind", "３", #""z""#), ("kind", "X", #""x""#), ("kind", "丑", #""y""#),
    ("skills", "1、3", #"["p", "r"]"#), ("skills", "3 1 1", #"["p", "r"]"#),
    ("skills", "丙技，p", #"["p", "r"]"#), ("skills", "全部", #"["p", "q", "r"]"#),
    ("skills", "无", "[]"), ("skills", "0", "[]"), ("skills", "乙技", #"["q"]"#),
    ("name", "甲 公司", #""甲 公司""#), ("name", "\"\"", #""""#), ("name", "“”", #""""#),
    ("name", "\"q\"", #""q""#),
    ("name", "“科创”甲", #""“科创”甲""#), ("name", "a\"b", #""a\"b""#), ("name", "\"", #""\"""#),
    ("country", "fr", #""FR""#), ("country", "ＵＳ", #""US""#), ("country", "法国", #""法国""#),
    ("number", "０１ ２３", #""0123""#),
  ])
  func reads(_ path: String, _ line: String, _ json: String) throws {
    #expect(try Self.value(line, path) == json)
  }

  @Test(arguments: [
    ("ok", "也许"), ("ok", "1"), ("people", "许多"), ("people", "1,23"), ("people", "1.2.3"),
    ("people", "."), ("people", "1e3"), ("people", "万"), ("people", "六十"), ("people", "1万万.5"),
    ("people", "+-1"), ("people", "٣"), ("area", "5000 人"), ("kind", "0"),
    ("kind", "4"), ("kind", "\(Int.min)"), ("kind", "xy"), ("skills", "1、9"), ("skills", "甲"),
  ])
  func refuses(_ path: String, _ line: String) throws {
    let reader = AnswerReader(try Self.question(path), today: nil)
    #expect(throws: AnswerReader.Problem.self) { try reader.answer(line) }
    do {
      _ = try reader.answer(line)
    } catch {
      for language in Language.allCases { #expect(!error.text(in: language).isEmpty) }
    }
  }

  /// A choice is no command, whatever it is called, and neither is a name of one capital letter.
  @Test func answersThatLookLikeCommands() throws {
    let skills = AnswerReader(try Self.question("skills"), today: nil)
    #expect(skills.isPlainAnswer("q") && skills.isPlainAnswer("2") && !skills.isPlainAnswer("b"))
    let name = AnswerReader(try Self.question("name"), today: nil)
    #expect(name.isPlainAnswer("B") && !name.isPlainAnswer("b") && !name.isPlainAnswer("Quit"))
    #expect(!AnswerReader(try Self.question("ok"), today: nil).isPlainAnswer("B"))
  }
}
