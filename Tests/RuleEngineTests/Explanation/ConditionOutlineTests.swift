import Testing

@testable import RuleEngine

/// Every kind of condition in plain words, in both languages.
@Suite struct ConditionOutlineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let condition: String
    /// The sentences, one under the other.
    let zh: [String]
    let en: [String]

    init(_ condition: String, _ zh: [String], _ en: [String]) {
      self.condition = condition
      self.zh = zh
      self.en = en
    }

    var testDescription: String { condition }
  }

  static let cases = [
    Case(#"{"fact": "ok", "is": true}"#, ["良好：是"], ["OK: yes"]),
    Case(#"{"fact": "ok", "is": false}"#, ["良好：否"], ["OK: no"]),
    Case(#"{"fact": "kind", "is": "x"}"#, ["种类：子"], ["Kind: X"]),
    Case(
      #"{"fact": "kind", "isOneOf": ["x", "y"]}"#, ["种类：下列之一：子、丑"], ["Kind: one of X, Y"]),
    Case(#"{"fact": "kind", "isNoneOf": ["x", "y"]}"#, ["种类：不是子、丑"], ["Kind: not X, Y"]),
    Case(
      #"{"fact": "kind", "isOneOfOrSimilar": ["x"]}"#, ["种类：子等；未列出的由认定机构判断"],
      ["Kind: X or the like; anything else is for the authority to judge"]),
    Case(#"{"fact": "country", "isNoneOf": ["CN"]}"#, ["国家：不是CN"], ["Country: not CN"]),
    Case(#"{"fact": "name", "is": "甲"}"#, ["名称：甲"], ["Name: 甲"]),
    Case(#"{"fact": "name", "isFilled": true}"#, ["名称：已填写"], ["Name: filled in"]),
    Case(#"{"fact": "name", "isFilled": false}"#, ["名称：留空"], ["Name: left empty"]),
    Case(
      #"{"fact": "name", "isLike": "甲*"}"#, ["名称：形如 甲*（* 为任意文字，? 为一个字）"],
      ["Name: of the form 甲* (* is any text, ? one character)"]),
    Case(#"{"fact": "rank", "isAtLeast": "silver"}"#, ["等级：银或更高"], ["Rank: Silver or better"]),
    Case(#"{"fact": "rank", "isMoreThan": "silver"}"#, ["等级：高于银"], ["Rank: better than Silver"]),
    Case(#"{"fact": "rank", "isAtMost": "silver"}"#, ["等级：银或更低"], ["Rank: Silver or worse"]),
    Case(#"{"fact": "rank", "isLessThan": "silver"}"#, ["等级：低于银"], ["Rank: worse than Silver"]),
    Case(
      #"{"fact": "skills", "includesAll": ["p", "q"]}"#, ["技能：包括甲技、乙技（须齐备）"],
      ["Skills: all of P, Q"]),
    Case(
      #"{"fact": "skills", "includesAny": ["p", "q"]}"#, ["技能：包括下列任一：甲技、乙技"],
      ["Skills: any of P, Q"]),
    Case(
      #"{"fact": "skills", "includesAllOrSimilar": ["p", "q"]}"#,
      ["技能：包括甲技、乙技等；不齐备或另有其他的，由认定机构判断；一项没有的不符合"],
      [
        "Skills: all of P, Q or the like; some of them, or others, are for the authority to judge; none at all fails"
      ]),
    Case(
      #"{"fact": "people", "isAtLeast": 2, "authorityDecidesIf": {"all": [{"fact": "ok", "is": true}, {"fact": "fine", "is": false}]}}"#,
      ["人数：不少于 2 人", "不符合但有下列情形的，由认定机构判断：", "良好：是", "优良：否"],
      [
        "People: at least 2 people",
        "Where it fails, but the following holds, the authority judges:",
        "OK: yes", "Fine: no",
      ]),
    Case(#"{"fact": "people", "isAtLeast": 1}"#, ["人数：不少于 1 人"], ["People: at least 1 person"]),
    Case(#"{"fact": "people", "isMoreThan": 2}"#, ["人数：超过 2 人"], ["People: more than 2 people"]),
    Case(#"{"fact": "area", "isLessThan": 2.5}"#, ["面积：少于 2.5 平方米"], ["Area: less than 2.5 m²"]),
    Case(#"{"fact": "people", "isAtMost": 0}"#, ["人数：没有"], ["People: none"]),
    Case(#"{"fact": "people", "is": 3}"#, ["人数：等于 3 人"], ["People: exactly 3 people"]),
    Case(
      #"{"fact": "people", "isAtMost": {"sum": ["guests", "people"]}}"#, ["人数：不超过 来访 + 人数"],
      ["People: at most Guests + People"]),
    Case(
      #"{"fact": "people", "isAtLeast": 2, "authorityDecidesFrom": 1}"#,
      ["人数：不少于 2 人；达到 1 人而不足的，由认定机构判断"],
      ["People: at least 2 people; from 1 person up to that, the authority judges"]),
    Case(#"{"count": "items", "isAtLeast": 2}"#, ["项目清单：不少于 2 项"], ["Items: at least 2 items"]),
    Case(
      #"{"count": "skills", "isAtLeast": 2}"#, ["所选“技能”的项数：不少于 2"],
      ["the number of “Skills”: at least 2"]),
    Case(
      #"{"length": "name", "isAtMost": 300}"#, ["“名称”的字数（不计空白）：不超过 300 字"],
      ["characters of “Name” (but white space): at most 300 characters"]),
    Case(
      #"{"count": "items", "where": {"all": [{"fact": "items[].good", "is": true}, {"fact": "items[].new", "is": true}]}, "isAtMost": 0}"#,
      ["符合以下各项的“项目清单”：没有", "好：是", "新：是"],
      ["those of “Items” that meet what follows: none", "Good: yes", "New: yes"]),
    Case(
      #"{"share": {"count": "items", "where": {"fact": "items[].good", "is": true}}, "of": {"count": "items"}, "isMoreThan": "50%"}"#,
      ["符合以下各项的“项目清单”占（项目清单）的比例：高于 50%", "好：是"],
      ["those of “Items” that meet what follows as a share of (Items): more than 50%", "Good: yes"]),
    Case(
      #"{"sum": [{"count": "items", "where": {"fact": "items[].good", "is": true}}, {"count": "items", "where": {"fact": "items[].new", "is": true}}], "isAtLeast": 1}"#,
      ["符合以下各项的“项目清单” + 符合以下各项的“项目清单”：不少于 1 项", "项目清单：", "好：是", "项目清单：", "新：是"],
      [
        "those of “Items” that meet what follows + those of “Items” that meet what follows: at least 1 item",
        "Items: ", "Good: yes", "Items: ", "New: yes",
      ]),
    Case(
      #"{"fact": "opened", "isAtLeast": "2022-01-01"}"#, ["开业：不早于 2022-01-01"],
      ["Opened: not before 2022-01-01"]),
    Case(
      #"{"fact": "opened", "isLessThan": "closed"}"#, ["开业：早于 “停业”"], ["Opened: before “Closed”"]),
    Case(
      #"{"fact": "opened", "isAtMost": {"date": "closed", "minus": {"months": 6}}}"#,
      ["开业：不晚于 “停业”前6个月的对应日"], ["Opened: not after the day 6 months before “Closed”"]),
    Case(
      #"{"fact": "opened", "isAtMost": {"date": "closed", "plus": {"months": 6}}}"#,
      ["开业：不晚于 “停业”后6个月的对应日"], ["Opened: not after the day 6 months after “Closed”"]),
    Case(
      #"{"fact": "opened", "isAtLeast": {"firstDayOfMonth": "closed"}}"#,
      ["开业：不早于 “停业”所在月份的第一日"],
      ["Opened: not before the first day of the month of “Closed”"]),
    Case(
      #"{"fact": "opened", "isWithin": {"years": 3}, "after": "closed"}"#,
      ["开业：在“停业”后3年以内，首尾两日均计入"],
      ["Opened: within 3 years after “Closed”, both end days included"]),
    Case(
      #"{"constructionPeriod": "coversYear"}"#, ["人数：全年在“退出”后3年以内"],
      ["People: all of it within 3 years after “Left”"]),
    Case(
      #"{"constructionPeriod": "touchesYear"}"#, ["人数：至少有一日在“退出”后3年以内"],
      ["People: some day of it within 3 years after “Left”"]),
    Case(
      #"{"constructionPeriod": "beginsInYear"}"#, ["人数：“退出”所在的年度"],
      ["People: the year of “Left”"]),
    Case(
      #"{"fact": "opened", "isAtLeast": {"years": 1}, "before": "closed"}"#, ["自开业至停业：满1年"],
      ["From Opened to Closed: at least 1 year"]),
    Case(
      #"{"fact": "opened", "isWithin": {"days": 30}, "before": "closed"}"#,
      ["开业：在“停业”前30日以内，首尾两日均计入"],
      ["Opened: within 30 days before “Closed”, both end days included"]),
    Case(
      #"{"fact": "sentAt", "isAtMost": "2022-05-27T18:00"}"#,
      ["寄出时间：不晚于 2022-05-27T18:00（北京时间）"], ["Sent at: not after 2022-05-27T18:00 (Beijing time)"]),
    Case(
      #"{"fact": "sentAt", "isLessThan": "dueAt"}"#, ["寄出时间：早于 “截止时间”（北京时间）"],
      ["Sent at: before “Due at” (Beijing time)"]),
    Case(
      #"{"repetitions": "tags", "isAtMost": 0}"#, ["“标签”中重复的项：没有"],
      ["entries of “Tags” that repeat an earlier one: none"]),
    Case(
      #"{"every": "items", "satisfies": {"fact": "items[].good", "is": true}}"#,
      ["“项目清单”的每一项（没有的视为符合）：", "好：是"], ["Each of “Items” (none at all passes):", "Good: yes"]),
    Case(
      #"{"everyNext": "items", "satisfies": {"fact": "items[].made", "isMoreThan": "items[previous].made"}}"#,
      ["“项目清单”自第二项起的每一项，与前一项相比：", "制成：晚于 “前一项的制成”"],
      [
        "Each of “Items” but the first, compared with the one before:",
        "Made: after “Made of the one before”",
      ]),
    Case(
      #"{"if": {"fact": "ok", "is": true}, "then": {"fact": "fine", "is": true}}"#,
      ["如果前者成立，则后者须成立；前者不成立的，视为符合：", "良好：是", "优良：是"],
      ["If the first holds, so must the second; if not, it passes:", "OK: yes", "Fine: yes"]),
    Case(
      #"{"any": [{"none": [{"fact": "ok", "is": true}]}, {"all": [{"fact": "fine", "is": true}]}]}"#,
      ["满足下列任一项：", "没有下列任一情形：", "良好：是", "同时满足：", "优良：是"],
      ["At least one of these:", "None of these:", "OK: yes", "All of these:", "Fine: yes"]),
  ]

  @Test(arguments: cases) func conditionIsPutIntoWords(_ testCase: Case) throws {
    let library = try TinyRules.library(requiring: testCase.condition)
    let criterion = try #require(
      library.rulebooks.first?.articles.first?.clauses.first?.criteria.first)
    #expect(criterion.outline(in: library.vocabulary, .zh).sentences == testCase.zh)
    #expect(criterion.outline(in: library.vocabulary, .en).sentences == testCase.en)
    #expect(!criterion.facts(in: library.vocabulary).isEmpty)
  }

  @Test func factsAreThoseOfTheConditionInItsOrder() throws {
    let library = try TinyRules.library(
      requiring:
        #"{"any": [{"count": "items", "where": {"fact": "items[].good", "is": true}, "isAtMost": "people"}, {"fact": "opened", "isWithin": {"years": 1}, "before": "closed"}, {"fact": "people", "is": 1}]}"#
    )
    let criterion = try #require(
      library.rulebooks.first?.articles.first?.clauses.first?.criteria.first)
    #expect(
      criterion.facts(in: library.vocabulary).map(\.path)
        == ["items", "items[].good", "people", "opened", "closed"])
  }
}
