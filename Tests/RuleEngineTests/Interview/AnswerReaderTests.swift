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
    ("people", "1.23456万", "12345.6"), ("people", "六十", "60"), ("people", "十一人", "11"),
    ("people", "三千", "3000"), ("people", "一百零五", "105"), ("people", "两万三千", "23000"),
    ("people", "二十一", "21"), ("people", "零", "0"), ("people", "三百二十", "320"),
    ("people", "一万零五十", "10050"), ("people", "一百一十", "110"), ("people", "两千零三", "2003"),
    ("people", "十万", "100000"), ("people", "一千二百三十四万五千六百七十八", "12345678"), ("ok", "是的", "true"),
    ("ok", "是。", "true"),
    ("ok", "没", "false"), ("ok", "√", "true"), ("ok", "×", "false"),
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
    ("people", "."), ("people", "1e3"), ("people", "万"), ("people", "1万万.5"),
    ("people", "三百二"), ("people", "一二"), ("people", "十十"), ("people", "零十"), ("people", "一百零十五"),
    ("people", "二零二二"), ("people", "一万二"), ("people", "一百五"), ("people", "万一"), ("people", "约30"),
    ("people", "30多"),
    ("people", "三十左右"),
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

  /// What people write instead of a code or a country, in the vocabulary that is built in.
  @Test(arguments: [
    ("tenants[].titles", "高企", #"["high-tech"]"#),
    ("tenants[].titles", "小巨人、高新技术企业", #"["specialized-national", "high-tech"]"#),
    ("tenants[].titles", "科技型中小企业", #"["technology-sme"]"#),
    ("applicant.kind", "大学", #""university""#), ("applicant.kind", "孵化器", #""incubator""#),
    ("applicant.kind", "新型研发", #""new-rd-institution""#), ("baseType", "孵化", #""incubation""#),
    ("baseType", "产学研", #""collaboration""#), ("partners[].kind", "县级", #""county-association""#),
    ("experts[].nationality", "美国", #""US""#), ("experts[].nationality", "中国台湾", #""TW""#),
    ("experts[].nationality", "South Korea", #""KR""#), ("experts[].nationality", "香港", #""HK""#),
    ("experts[].nationality", "gb", #""GB""#),
  ])
  func takesWhatPeopleSay(_ path: String, _ line: String, _ json: String) throws {
    let fact = try #require(BuiltIn.library().vocabulary[path])
    guard case .value(json) = try AnswerReader(fact, today: nil).answer(line) else {
      Issue.record("\(line) is not taken as \(json)")
      return
    }
  }

  /// What could be several is asked about, and what is none is not guessed.
  @Test(arguments: [
    ("tenants[].titles", "专精特新", ["国家级专精特新", "省级专精特新"]),
    ("baseType", "国际", ["国际创新合作", "国际创新园", "国际联合研究中心", "国际技术转移中心"]),
    ("applicant.kind", "研究院", ["产业技术研究院"]), ("applicant.kind", "公司", ["创新型企业"]),
    ("partners[].kind", "全省的", []),
  ])
  func asksWhichIsMeant(_ path: String, _ line: String, _ named: [String]) throws {
    let fact = try #require(BuiltIn.library().vocabulary[path])
    do {
      let answer = try AnswerReader(fact, today: nil).answer(line)
      // A part that is no other's is taken.
      guard named.count == 1, case .value(let json) = answer else {
        Issue.record("\(line) was taken as \(answer)")
        return
      }
      #expect(fact.codes.first { json == "\"\($0.name)\"" }?.label[.zh] == named[0])
    } catch {
      for name in named { #expect(error.text(in: .zh).contains(name)) }
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
