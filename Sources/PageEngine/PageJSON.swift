internal import Reports
internal import RuleEngine

/// The engine's small answers to a page. Compact JSON.
enum PageJSON {
  /// What was asked wrongly, for whoever writes pages; what is wrong with rules, for their author.
  static func append(_ error: PageError, in language: Language, to output: ByteBuffer) {
    var writer = JSONWriter(output, isIndented: false)
    writer.open("{")
    var lines: [String] = []
    switch error {
    case .noRequest:
      lines = [Bilingual(zh: "不能识别的请求", en: "this is no request that can be answered")[language]]
    case .noRules:
      lines = [Bilingual(zh: "没有规则", en: "there are no rules")[language]]
    case .wrongRules(let errors):
      for file in errors.files {
        lines += file.diagnostics.map { diagnostic in
          let place = diagnostic.position.place(in: file.text.name)
          return "\(place): \(diagnostic.text(in: language)) [\(diagnostic.codeName)]"
        }
      }
    }
    writer.array("errors", of: lines) { $1.string($0) }
    writer.close("}")
  }

  static func append(
    rulesOf library: RuleLibrary, in language: Language, to output: ByteBuffer
  ) {
    var writer = JSONWriter(output, isIndented: false)
    writer.open("{")
    writer.key("ok")
    writer.bool(true)
    writer.member("version", Version.number)
    writer.array("rulebooks", of: library.rulebooks) { rulebook, writer in
      writer.open("{")
      writer.member("id", rulebook.id)
      writer.member("title", rulebook.document.title[language])
      writer.member("digest", "sha256:\(rulebook.digest)")
      writer.close("}")
    }
    writer.array("stages", of: library.stages) { stage, writer in
      writer.open("{")
      writer.member("code", stage)
      writer.member("label", library.vocabulary.stageName(stage, in: language))
      writer.close("}")
    }
    writer.close("}")
  }

  /// A file that was opened: what can be kept of it, and what is wrong with it.
  static func append(_ opened: Form.Opened, in language: Language, to output: ByteBuffer) {
    var writer = JSONWriter(output, isIndented: false)
    writer.open("{")
    writer.key("text")
    if let draft = opened.draft { output.append(jsonText: draft.text) } else { writer.string(nil) }
    let diagnostics = opened.report.diagnostics.filter { $0.code != .missingBaseType }
    writer.array("messages", of: diagnostics) { diagnostic, writer in
      writer.open("{")
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("text", SafeText.of(diagnostic.text(in: language)))
      writer.key("line")
      writer.number(diagnostic.position.line)
      writer.key("column")
      writer.number(diagnostic.position.column)
      writer.close("}")
    }
    writer.key("setAside")
    writer.number(opened.setAside)
    writer.member("kept", kept(opened)[language])
    writer.close("}")
  }

  private static func kept(_ opened: Form.Opened) -> Bilingual {
    guard opened.draft != nil else {
      return Bilingual(
        zh: "文件里没有可以保留的申报材料", en: "there is nothing in the file that could be kept")
    }
    if opened.setAside > 0 {
      return Bilingual(
        zh: "有 \(opened.setAside) 处填写有误，已原样留在相应的栏目里，请改正；其余都保留",
        en:
          "\(opened.setAside) \(opened.setAside == 1 ? "value is" : "values are") wrong and \(opened.setAside == 1 ? "stands" : "stand") as written in \(opened.setAside == 1 ? "its field" : "their fields") to be mended; the rest is kept"
      )
    }
    return Bilingual(zh: "内容都保留", en: "everything is kept")
  }

  static func append(
    _ screened: ScreenedFiles, in language: Language, to output: ByteBuffer
  ) {
    let names = CandidateNames(language: language)
    var writer = JSONWriter(output, isIndented: false)
    writer.open("{")
    writer.array("candidates", of: screened.candidates.enumerated()) { candidate, writer in
      let given = screened.given[candidate.offset]
      writer.open("{")
      writer.key("number")
      writer.number(candidate.offset + 1)
      writer.key("name")
      writer.string(candidate.element.name)
      writer.key("base")
      writer.string(candidate.element.baseName)
      writer.key("outcome")
      writer.string(candidate.element.outcome?.rawValue)
      writer.member("mark", names.mark(candidate.element.outcome))
      writer.key("part")
      writer.number(given.part)
      writer.key("line")
      writer.number(candidate.element.line)
      // To open it in the form; what is no UTF-8 has to be opened as a file.
      writer.key("text")
      writer.string(String(validating: given.bytes, as: UTF8.self))
      writer.close("}")
    }
    writer.close("}")
  }

  static func append(
    _ words: [(key: String, words: Bilingual)], in language: Language, to output: ByteBuffer
  ) {
    var writer = JSONWriter(output, isIndented: false)
    writer.open("{")
    for (key, words) in words {
      writer.key(text: key)
      writer.string(words[language])
    }
    writer.close("}")
  }
}

/// What outcomes are called.
private struct CandidateNames: SharedPhrases {
  let language: Language
}
