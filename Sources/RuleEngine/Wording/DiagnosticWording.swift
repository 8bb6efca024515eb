extension Diagnostic {
  /// The message as a sentence, without a full stop. What it quotes of the text stands as it is
  /// there; `SafeText` makes it harmless.
  public func text(in language: Language) -> String {
    message.sentence[language]
  }
}

extension Bilingual {
  /// An addition to both, where there is something to add.
  func adding(_ word: String?, zh: (String) -> String, en: (String) -> String) -> Bilingual {
    guard let word else { return self }
    return Bilingual(zh: self.zh + zh(word), en: self.en + en(word))
  }

  func adding(_ other: Bilingual) -> Bilingual { Bilingual(zh: zh + other.zh, en: en + other.en) }

  /// A question after the word that was meant.
  func suggesting(_ word: String?) -> Bilingual {
    adding(word, zh: { "（是否应为“\($0)”？）" }, en: { " (did you mean \"\($0)\"?)" })
  }
}

extension DiagnosticMessage {
  var sentence: Bilingual {
    switch self {
    case .json(let problem, let opened):
      problem.sentence(opened: opened)
    case .notAnObject(let found):
      Bilingual(
        zh: "内容应为一个 JSON 对象（以 { 开头），这里是\(found.zh)",
        en: "expected a JSON object, in { }; this is \(found.en)")
    case .duplicateKey(let key, let first):
      Bilingual(
        zh: "键“\(key)”重复，首次出现在第 \(first.line) 行第 \(first.column) 列；请只保留一个",
        en:
          "the key \"\(key)\" stands twice, first at line \(first.line), column \(first.column); keep one"
      )
    case .wrongType(let expected, let found):
      Bilingual(
        zh: "应为\(expected.zh)，这里是\(found.zh)", en: "expected \(expected.en), found \(found.en)")
    case .unknownCode(let word, let allowed, let nearest):
      Bilingual(
        zh: "“\(word)”不是可用的代码", en: "\"\(word)\" is not one of the codes"
      ).suggesting(nearest)
        .adding(
          Bilingual(
            zh: "；可用：" + allowed.map { "\($0.name)（\($0.label[.zh])）" }.joined(separator: "、"),
            en: "; use one of: " + allowed.map { $0.name }.joined(separator: ", ")))
    case .badDate(let word, let right, let allowsMonth, let never):
      if let right {
        Bilingual(zh: "日期“\(word)”应写成 \(right)", en: "write the date \"\(word)\" as \(right)")
      } else {
        Bilingual(
          zh: "“\(word)”不是有效日期；应为真实存在的日期，格式 YYYY-MM-DD，如 2022-05-20",
          en: "\"\(word)\" is no date; write a real day as YYYY-MM-DD, for example 2022-05-20"
        )
        .adding(
          allowsMonth ? "2022-05" : nil, zh: { "，也可只写年月，如 \($0)" },
          en: { ", or a month as \($0)" }
        )
        .adding(
          never.map {
            Bilingual(
              zh: "；\($0[.zh])写 \"never\"", en: "; if it was never, write \"never\" (\($0[.en]))")
          } ?? Bilingual(zh: "", en: ""))
      }
    case .badMoment(let word, let right):
      if let right {
        Bilingual(zh: "时间“\(word)”应写成 \(right)", en: "write the time \"\(word)\" as \(right)")
      } else {
        Bilingual(
          zh: "“\(word)”不是有效时间；应为北京时间，格式 YYYY-MM-DDThh:mm，如 2022-05-27T18:00",
          en:
            "\"\(word)\" is no time; write Beijing time as YYYY-MM-DDThh:mm, for example 2022-05-27T18:00"
        )
      }
    case .rankedStranger(let code):
      Bilingual(zh: "推荐排序中的“\(code)”不在本批候选中", en: "\"\(code)\" is ranked but no candidate has it")
    case .rankedIneligible(let name):
      Bilingual(
        zh: "“\(name)”列入推荐排序，但不符合条件", en: "\"\(name)\" is ranked, and is not eligible")
    case .rankedBehind(let name, let other, let place):
      Bilingual(
        zh: "“\(name)”条件均符合，却排在不符合条件的第\(place)名“\(other)”之后",
        en:
          "\"\(name)\" is eligible, and stands behind \"\(other)\" in place \(place), which is not")
    case .unknownReference(let name, let nearest):
      Bilingual(
        zh: "“\(name)”不是已知的事实路径或条款，不知道证明什么",
        en: "\"\(name)\" is no known fact path and no clause, so it is not known what this proves"
      ).suggesting(nearest)
    case .noSuchElement(let name, let list, let count):
      Bilingual(
        zh: "“\(name)”不存在：\(list) 共 \(count) 项，从 0 起编号",
        en:
          "there is no \"\(name)\": \(list) has \(count) \(count == 1 ? "element" : "elements"), counted from 0"
      )
    case .evidenceMissing(let file, let hasBackslash):
      Bilingual(
        zh: "找不到文件“\(file)”；请放到申报材料所在的文件夹里，或改正路径",
        en:
          "the file \"\(file)\" is not there; put it into the application's folder, or mend the path"
      ).adding(
        hasBackslash
          ? Bilingual(zh: "；文件夹之间写 /，不写 \\", en: "; write / between folders, not \\")
          : Bilingual(zh: "", en: ""))
    case .evidenceOutside(let file):
      Bilingual(
        zh: "“\(file)”在申报材料所在的文件夹之外，不予查看；请把文件放进该文件夹，写相对路径",
        en:
          "\"\(file)\" is outside the application's folder and is not looked at; put the file into that folder and write a relative path"
      )
    case .evidenceNotAFile(let file):
      Bilingual(
        zh: "“\(file)”不是普通文件（例如是文件夹）；请写其中一个文件的路径",
        en: "\"\(file)\" is not a regular file (a folder, perhaps); write the path of one file")
    case .advice(_, let words):
      Bilingual(zh: words[.zh], en: words[.en])
    case .notACount(let digits):
      Bilingual(
        zh: "数量应为 0 至 1000000000 的整数，这里是 \(digits)",
        en: "a count is an integer from 0 to 1000000000, this is \(digits)")
    case .outOfRange(let digits, let maximum):
      if maximum == "10^15" {
        Bilingual(
          zh: "数值 \(digits) 超出范围；应不小于 0 且小于 10^15",
          en: "\(digits) is out of range; it must be at least 0 and less than 10^15")
      } else {
        Bilingual(
          zh: "数值 \(digits) 超出范围；应为 0 至 \(maximum)",
          en: "\(digits) is out of range; it must be from 0 to \(maximum)")
      }
    case .badFormat(let form):
      Bilingual(zh: "格式不对；应为：\(form[.zh])", en: "wrong form; expected \(form[.en])")
    case .inconsistent(let words):
      Bilingual(zh: words[.zh], en: words[.en])
    case .noClause(let baseType, let rulebooks):
      Bilingual(
        zh: "所选规则（\(rulebooks.joined(separator: "、"))）没有适用于类别“\(baseType)”的条款",
        en:
          "no rulebook chosen (\(rulebooks.joined(separator: ", "))) has clauses for the base type \"\(baseType)\""
      )
    case .noRulebook(let programme):
      Bilingual(
        zh: "没有申报项目“\(programme)”的规则", en: "there is no rulebook of the programme \"\(programme)\"")
    case .missingBaseType(let allowed):
      Bilingual(
        zh: "缺少创新基地类别；请填写 \"baseType\" 或用 --type 指定；可用：\(allowed.joined(separator: ", "))",
        en:
          "the base type is missing; give \"baseType\" or --type; one of: \(allowed.joined(separator: ", "))"
      )
    case .creditCodeCheck(let expected):
      Bilingual(
        zh: "统一社会信用代码的校验位不符，按 GB 32100-2015 应为 \(expected)；请核对",
        en:
          "the check character of the credit code is wrong, by GB 32100-2015 it is \(expected); compare it with the certificate"
      )
    case .repeatedName(let name, let first):
      Bilingual(
        zh: "名称“\(name)”重复，首次出现在第 \(first.line) 行第 \(first.column) 列；同一的只计一次，不同的请在名称中注明区别",
        en:
          "the name \"\(name)\" stands twice, first at line \(first.line), column \(first.column); the same one counts once; if they are different, tell them apart in the name"
      )
    case .unknownKey(let key, let nearest):
      Bilingual(zh: "不认识的键“\(key)”，其内容不会被使用", en: "the key \"\(key)\" is not known and is not used")
        .suggesting(nearest)
    case .notInForce(let rulebook, let date, let from, let until, let isChosen):
      Bilingual(
        zh:
          "\(date[.zh])不在规则 \(rulebook) 的适用期内（\(from?.description ?? "…") 至 \(until?.description ?? "…")）；请核对日期",
        en:
          "\(date[.en]): outside the span of the rulebook \(rulebook) (\(from?.description ?? "…") to \(until?.description ?? "…")); compare the date"
      ).adding(
        isChosen
          ? Bilingual(zh: "，或用 --rulebook 另选规则", en: ", or choose with --rulebook")
          : Bilingual(zh: "", en: ""))
    case .nothingToCheck(let stages):
      Bilingual(
        zh:
          "所选规则在所选阶段（\(stages.map { "\($0.label[.zh]) \($0.name)" }.joined(separator: "、"))）没有适用的条款，未作检查；阶段用 --stage 选择",
        en:
          "the rulebooks chosen have no clause in the stages chosen (\(stages.map { $0.name }.joined(separator: ", "))), so nothing was checked; choose with --stage"
      )
    case .rule(let problem):
      problem.sentence
    }
  }
}

extension FactType {
  var zh: String {
    switch self {
    case .group: "对象 { }"
    case .list: "列表 [ ]"
    case .text: "文字（加引号）"
    case .flag: " true（是）或 false（否）"
    case .count: "整数（不加引号）"
    case .quantity: "数字（不加引号）"
    case .texts: "文字列表 [ ]"
    case .date: "日期，如 \"2022-05-20\""
    case .moment: "时间，如 \"2022-05-27T18:00\""
    case .code: "代码（加引号）"
    case .codes: "代码列表 [ ]"
    }
  }

  var en: String {
    switch self {
    case .group: "an object { }"
    case .list: "a list [ ]"
    case .text: "a text, in quotes"
    case .flag: "true or false"
    case .count: "an integer, without quotes"
    case .quantity: "a number, without quotes"
    case .texts: "a list of texts [ ]"
    case .date: "a date such as \"2022-05-20\""
    case .moment: "a time such as \"2022-05-27T18:00\""
    case .code: "a code, in quotes"
    case .codes: "a list of codes [ ]"
    }
  }
}

extension JSONTypeName {
  var zh: String {
    switch self {
    case .object: "对象 { }"
    case .array: "列表 [ ]"
    case .string: "文字"
    case .number: "数字"
    case .bool: " true 或 false"
    case .null: " null"
    }
  }

  var en: String {
    switch self {
    case .object: "an object { }"
    case .array: "a list [ ]"
    case .string: "a text"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}
