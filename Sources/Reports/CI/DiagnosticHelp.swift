import RuleEngine

extension DiagnosticCode {
  /// What a code means, for whoever meets it in a list of rules.
  var help: Bilingual {
    switch self {
    case .jsonEncoding:
      Bilingual(zh: "文件应为 UTF-8 编码的文字。", en: "The file must be text in UTF-8.")
    case .jsonSyntax: Bilingual(zh: "文件应为合法的 JSON。", en: "The file must be valid JSON.")
    case .jsonDepth:
      Bilingual(zh: "括号嵌套不得超过 128 层。", en: "Brackets must not be nested deeper than 128.")
    case .notAnObject:
      Bilingual(zh: "申报材料应为一个 JSON 对象。", en: "An application is one JSON object.")
    case .duplicateKey:
      Bilingual(zh: "同一对象里同一个键只能出现一次。", en: "A key must not stand twice in an object.")
    case .wrongType:
      Bilingual(zh: "值的类型应与键相符。", en: "A value must have the type that its key asks for.")
    case .unknownCode:
      Bilingual(zh: "代码应为所列各项之一。", en: "A code must be one of those listed.")
    case .badDate:
      Bilingual(zh: "日期应真实存在，写成 YYYY-MM-DD。", en: "A date is a real day, written YYYY-MM-DD.")
    case .outOfRange:
      Bilingual(zh: "数值应在允许的范围内。", en: "A number must lie in its range.")
    case .badFormat:
      Bilingual(zh: "文字应符合规定的形式。", en: "A text must have the form laid down.")
    case .inconsistent:
      Bilingual(zh: "所填事实不得互相矛盾。", en: "The facts given must not contradict each other.")
    case .missingBaseType:
      Bilingual(
        zh: "应填写创新基地类别 baseType，或用 --type 指定。",
        en: "A base type is wanted: baseType, or the option --type.")
    case .creditCodeCheck:
      Bilingual(
        zh: "统一社会信用代码的校验码应正确。", en: "The check character of a credit code must be right.")
    case .repeatedName:
      Bilingual(zh: "同一清单里同一名称出现了两次。", en: "A name stands twice in a list.")
    case .unknownKey:
      Bilingual(
        zh: "没有这个键，其内容未被读取；自用的键请以 x- 开头。",
        en: "There is no such key, and what it holds was not read; keys of your own begin with x-.")
    case .notInForce:
      Bilingual(
        zh: "申请日期不在该规则的适用期内。", en: "The application date is outside the rulebook's span.")
    case .rankedStranger:
      Bilingual(zh: "排序中有不在候选里的单位。", en: "The ranking names what is no candidate.")
    case .unknownReference:
      Bilingual(
        zh: "证明材料应写明所证明的事实路径或条款。",
        en: "A document must name the fact or the clause that it proves.")
    case .evidenceMissing:
      Bilingual(
        zh: "所附文件应放在申报材料所在的文件夹里。", en: "An attached file must be in the application's folder.")
    case .evidenceOutside:
      Bilingual(
        zh: "所附文件不得在申报材料所在的文件夹之外。",
        en: "An attached file must not be outside the application's folder.")
    case .evidenceNotAFile:
      Bilingual(zh: "所附材料应为普通文件。", en: "What is attached must be a regular file.")
    case .advice:
      Bilingual(zh: "规则给出的提示，不影响结论。", en: "A rulebook's advice, which no verdict hangs on.")
    case .ruleJSONEncoding, .ruleJSONSyntax, .ruleJSONDepth, .ruleDuplicateKey, .ruleWrongType,
      .ruleUnknownKey, .ruleMissingKey, .ruleMissingTranslation, .ruleBadValue, .ruleDuplicateID,
      .ruleUnknownFact, .ruleUnknownCode, .ruleUnknownOperator, .ruleTypeMismatch,
      .ruleOverlappingSpans:
      Bilingual(zh: "规则文件有误。", en: "A file of rules is wrong.")
    }
  }
}
