extension JSONProblem {
  func sentence(opened: SourcePosition?) -> Bilingual {
    switch self {
    case .emptyText:
      Bilingual(
        zh: "内容为空；申报材料应为一个 JSON 对象 { }",
        en: "the text is empty; an application is a JSON object { }")
    case .expectedValue(let found):
      Bilingual(zh: "这里应有一个值，却是\(found.zh)", en: "expected a value, found \(found.en)")
    case .expectedKey(let found):
      Bilingual(
        zh: "这里应有一个加英文双引号的键，却是\(found.zh)", en: "expected a key in double quotes, found \(found.en)"
      )
    case .expectedColon(let found):
      Bilingual(
        zh: "键之后应有英文冒号 :，却是\(found.zh)", en: "expected a colon after the key, found \(found.en)")
    case .expectedCommaOrClosing(let closing, let found):
      Bilingual(
        zh: "这里应有英文逗号 , 或 \(closing.character)，却是\(found.zh)",
        en: "expected a comma or \(closing.character), found \(found.en)")
    case .wrongClosing(let expected):
      Bilingual(
        zh: "括号不配对，这里应为 \(expected.character)",
        en: "the brackets do not match; expected \(expected.character)")
    case .trailingComma(let closing):
      Bilingual(
        zh: "\(closing.character) 前多了一个逗号",
        en: "there is a comma too many before \(closing.character)")
    case .notClosed(let closing, _):
      Bilingual(
        zh:
          "内容到此结束，但第 \(opened?.line ?? 1) 行第 \(opened?.column ?? 1) 列的括号没有用 \(closing.character) 关闭",
        en:
          "the text ends here, but the bracket at line \(opened?.line ?? 1), column \(opened?.column ?? 1) is not closed with \(closing.character)"
      )
    case .textAfterEnd:
      Bilingual(zh: "JSON 已结束，这里不应再有内容", en: "the JSON has ended; nothing may follow it")
    case .stringNotClosed:
      Bilingual(
        zh: "这段文字没有用英文双引号 \" 结束；文字不能跨行",
        en: "the text is not closed with \"; it must not run over the end of the line")
    case .controlCharacterInString(let byte):
      Bilingual(
        zh: "文字里不能直接有控制字符，应写成 \(Self.escape(byte))",
        en: "a control character in a text must be written as \(Self.escape(byte))")
    case .badEscape:
      Bilingual(
        zh: "反斜杠 \\ 之后只能是 \" \\ / b f n r t 或 u 加四位十六进制数；反斜杠本身写成 \\\\",
        en:
          "after a backslash comes one of \" \\ / b f n r t, or u and four hexadecimal digits; a backslash itself is \\\\"
      )
    case .badNumber:
      Bilingual(
        zh: "数字写法不对；例如 12、0.5、3e2，前面没有 0 或 +",
        en: "this is no JSON number; write 12, 0.5 or 3e2, without a leading 0 or +")
    case .comment:
      Bilingual(zh: "JSON 里不能有注释", en: "JSON has no comments")
    case .fullWidth(let scalar, let instead):
      Bilingual(
        zh:
          "“\(scalar)”（U+\(Self.hex(scalar))）是全角或特殊字符，应改为英文\(instead == " " ? "空格" : " \(instead)")",
        en:
          "the character \(scalar) (U+\(Self.hex(scalar))) is not ASCII; write \(instead == " " ? "a space" : instead)"
      )
    case .wrongQuote(let scalar):
      Bilingual(zh: "引号 \(scalar) 应改为英文双引号 \"", en: "the quotation mark \(scalar) must be \"")
    case .wrongWord(let instead):
      Bilingual(
        zh: "应写成 \(instead)（小写，不加引号）", en: "write \(instead), in lower case and without quotes")
    case .tooManyProblems:
      Bilingual(zh: "错误太多，之后的不再列出", en: "too many errors; those that follow are not shown")
    case .notUTF8:
      Bilingual(
        zh: "这里的字节不是 UTF-8；请将文件另存为 UTF-8 编码",
        en: "these bytes are not UTF-8; save the file as UTF-8")
    case .loneSurrogate:
      Bilingual(
        zh: "\\uD800–\\uDFFF 必须成对出现才表示一个字符", en: "\\uD800 to \\uDFFF mean a character only in pairs"
      )
    case .wrongEncoding(let encoding):
      Bilingual(
        zh: "文件似乎是 \(encoding.rawValue) 编码；请另存为 UTF-8 编码",
        en: "the file seems to be \(encoding.rawValue); save it as UTF-8")
    case .tooDeep:
      Bilingual(
        zh: "嵌套过深；最多 \(JSONScanner.maximumDepth) 层",
        en: "nested too deep; at most \(JSONScanner.maximumDepth) levels")
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    default: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension JSONProblem.Closing {
  var character: String { self == .brace ? "}" : "]" }
}

extension JSONProblem.Found {
  var zh: String {
    switch self {
    case .end: "内容结束"
    case .character(let scalar): "“\(scalar)”"
    }
  }

  var en: String {
    switch self {
    case .end: "the end of the text"
    case .character(let scalar): "\"\(scalar)\""
    }
  }
}
