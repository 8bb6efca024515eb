extension RuleProblem {
  var sentence: Bilingual {
    switch self {
    case .wrongType(let expected), .badValue(let expected):
      Bilingual(zh: "应为\(expected.zh)", en: "expected \(expected.en)")
    case .unknownKey(let key, let allowed, let nearest):
      Bilingual(zh: "不认识的键“\(key)”", en: "the key \"\(key)\" is not known here").suggesting(nearest)
        .adding(allowed.joined(separator: ", "), zh: { "；可用：\($0)" }, en: { "; known: \($0)" })
    case .withoutEffect:
      Bilingual(zh: "这里的内容不起作用；请改正或删去", en: "this has no effect here; correct it or remove it")
    case .missingKey(let key):
      Bilingual(zh: "缺少键“\(key)”", en: "the key \"\(key)\" is missing")
    case .missingTranslation(.zh):
      Bilingual(zh: "缺少中文（zh）", en: "the Chinese words (zh) are missing")
    case .missingTranslation(.en):
      Bilingual(
        zh: "缺少英文（en）或复数（plural）", en: "the English words (en), or their plural, are missing")
    case .duplicateID(let id, let first):
      Bilingual(
        zh: "“\(id)”重复，首次出现在第 \(first.line) 行第 \(first.column) 列",
        en: "\"\(id)\" stands twice, first at line \(first.line), column \(first.column)")
    case .idInUse(let id, let file):
      Bilingual(
        zh: "规则 id “\(id)” 已被 \(file) 使用",
        en: "the rulebook id \"\(id)\" is already that of \(file)")
    case .unknownFact(let path, let nearest):
      Bilingual(zh: "词汇表里没有事实“\(path)”", en: "the vocabulary has no fact \"\(path)\"").suggesting(
        nearest)
    case .wordNotAllowed(let word, let allowed, let nearest):
      Bilingual(zh: "“\(word)”不可用", en: "\"\(word)\" cannot stand here").suggesting(nearest)
        .adding(allowed.joined(separator: ", "), zh: { "；可用：\($0)" }, en: { "; use one of: \($0)" })
    case .unknownOperator(let word, let allowed, let nearest):
      Bilingual(zh: "“\(word)”不能用在这里", en: "\"\(word)\" cannot be used here").suggesting(nearest)
        .adding(allowed.joined(separator: ", "), zh: { "；可用：\($0)" }, en: { "; use: \($0)" })
    case .noFact:
      Bilingual(
        zh: "条件不涉及任何事实，对谁的结果都一样", en: "the condition reads no fact, so it is the same for everybody"
      )
    case .noSubject(let allowed):
      Bilingual(
        zh: "条件没有主语；应有其一：\(allowed.joined(separator: ", "))",
        en: "the condition has no subject; give one of: \(allowed.joined(separator: ", "))")
    case .twoSubjects(let first, let second), .twoComparisons(let first, let second):
      Bilingual(
        zh: "“\(first)”与“\(second)”不能同在一个条件里",
        en: "\"\(first)\" and \"\(second)\" cannot stand in one condition")
    case .noComparison(let allowed):
      Bilingual(
        zh: "条件没有比较；应有其一：\(allowed.joined(separator: ", "))",
        en: "the condition has no comparison; give one of: \(allowed.joined(separator: ", "))")
    case .notForType(let comparison, let type):
      Bilingual(
        zh: "“\(comparison)”不适用于类型 \(type.rawValue)",
        en: "\"\(comparison)\" does not go with the type \(type.rawValue)")
    case .factNotOfType(let path, let type, let expected):
      Bilingual(
        zh:
          "事实“\(path)”的类型是 \(type.rawValue)，这里应为 \(expected.map { $0.rawValue }.joined(separator: " / "))",
        en:
          "the fact \"\(path)\" is of type \(type.rawValue); expected \(expected.map { $0.rawValue }.joined(separator: " or "))"
      )
    case .memberOutsideList(let path, let list):
      Bilingual(
        zh: "“\(path)”只能用在“\(list)”的 count … where 或 every 里",
        en: "\"\(path)\" can stand only in a count … where, or an every, of \"\(list)\"")
    case .inNoSection(let path):
      Bilingual(
        zh: "事实“\(path)”不在任何一节里；请把它写进表格的一节",
        en:
          "the fact \"\(path)\" stands in no section; name it in the section of the form where it belongs"
      )
    case .onlyInAdvice(let word):
      Bilingual(zh: "“\(word)”只能用在提示（advice）里", en: "\"\(word)\" can stand only in advice")
    case .noConstructionPeriod:
      Bilingual(
        zh: "这部规则没有写建设周期（constructionPeriod）",
        en: "the rulebook says nothing of a construction period (constructionPeriod)")
    case .noPreviousElement(let path):
      Bilingual(
        zh: "“\(path)”只能用在 everyNext 里", en: "\"\(path)\" can stand only in an everyNext")
    case .overlappingSpans(let id, let other):
      Bilingual(
        zh: "规则 \(id) 与同一系列的 \(other) 的适用期重叠",
        en: "the rulebook \(id) and \(other) of the same series govern the same days")
    }
  }
}

extension RuleProblem.Expected {
  var zh: String {
    switch self {
    case .object: "对象 { }"
    case .array: "列表 [ ]"
    case .string: "字符串"
    case .bool: "true 或 false"
    case .number: "不小于 0 且小于 10^15 的数字"
    case .count: "不大于 1000000000 的整数"
    case .length: "大于 0 的整数"
    case .alphabet: "1 至 127 个 ASCII 字符"
    case .name: "不为空的名称"
    case .words: "{\"zh\": …, \"en\": …}"
    case .nonEmptyArray: "非空列表"
    case .nonEmptyObject: "非空对象"
    case .id: "由英文字母、数字、. - _ 组成的标识"
    case .date: "日期 YYYY-MM-DD"
    case .moment: "时间 YYYY-MM-DDThh:mm"
    case .share: "不超过 100% 的占比，如 \"80%\" 或 \"2/3\""
    case .period: "一个期限，如 {\"years\": 1}、{\"months\": 6}、{\"days\": 30}"
    case .factPath: "事实路径，如 applicant.name 或 experts[].leads"
    case .factBeside: "同一对象里写明的事实"
    case .groupFirst: "先声明其所属的对象或列表"
    case .listOfListed: "非列表类型：列表成员里不能再有对象列表"
    case .tooManyCodes: "不超过 \(CodeSet.capacity) 个代码"
    case .spanInOrder: "开始日期不晚于结束日期"
    case .spanWithEnd: "只用于一轮的规则在 inForce 中写明 until（最后一日）"
    case .momentInSpan: "inForce 适用期内的时间"
    }
  }

  var en: String {
    switch self {
    case .object: "an object { }"
    case .array: "a list [ ]"
    case .string: "a string"
    case .bool: "true or false"
    case .number: "a number that is at least 0 and less than 10^15"
    case .count: "an integer of at most 1000000000"
    case .length: "an integer above 0"
    case .alphabet: "1 to 127 ASCII characters"
    case .name: "a name that is not empty"
    case .words: "{\"zh\": …, \"en\": …}"
    case .nonEmptyArray: "a list that is not empty"
    case .nonEmptyObject: "an object that is not empty"
    case .id: "a name of letters, digits, . - _"
    case .date: "a date YYYY-MM-DD"
    case .moment: "a time YYYY-MM-DDThh:mm"
    case .share: "a share of at most 100%, as \"80%\" or \"2/3\""
    case .period: "a period, as {\"years\": 1}, {\"months\": 6} or {\"days\": 30}"
    case .factPath: "a fact's path, as applicant.name or experts[].leads"
    case .factBeside: "a fact that is stated in the same object"
    case .groupFirst: "the group or list that it belongs to to be declared first"
    case .listOfListed: "another type: an element of a list cannot have a list of objects"
    case .tooManyCodes: "at most \(CodeSet.capacity) codes"
    case .spanInOrder: "the first day not to be after the last"
    case .spanWithEnd: "inForce to have a last day (until), since the rulebook is of one round"
    case .momentInSpan: "a time in the span of inForce"
    }
  }
}
