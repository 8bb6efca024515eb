package import Rules

/// What can be wrong with an option, whatever the program.
package enum OptionError: Error {
  case unknown(String, known: [String])
  case valueMissing(String)
  case valueNotWanted(String)
  case badChoice(option: String, String, known: [String])

  package var sentence: Bilingual {
    switch self {
    case .unknown(let name, let known):
      Self.unknown(name, known)
    case .valueMissing(let name):
      Bilingual(zh: "选项 \(name) 需要一个值", en: "the option \(name) takes a value")
    case .valueNotWanted(let name):
      Bilingual(zh: "选项 \(name) 不带值", en: "the option \(name) takes no value")
    case .badChoice(let option, let word, let known):
      Bilingual(zh: "\(option) 不能是“\(word)”", en: "\(option) cannot be \"\(word)\"")
        .naming(known, nearestTo: word)
    }
  }

  /// Of one letter, those that begin with it are meant.
  private static func unknown(_ name: String, _ known: [String]) -> Bilingual {
    let sentence = Bilingual(zh: "没有选项“\(name)”", en: "there is no option \"\(name)\"")
    let long = known.filter { name.utf8.count == 2 && $0.hasPrefix("-" + name) }
    return long.isEmpty
      ? sentence.suggesting([nearest(to: name, among: known)].compactMap { $0 })
      : sentence.suggesting(long)
  }
}

extension Bilingual {
  /// The sentence with the words that there are, and the one that may have been meant.
  package func naming(_ known: [String], nearestTo word: String) -> Bilingual {
    let list = known.joined(separator: ", ")
    return Bilingual(zh: "\(zh)；可用：\(list)", en: "\(en); use one of: \(list)")
      .suggesting([nearest(to: word, among: known)].compactMap { $0 })
  }

  /// The sentence with what may have been meant.
  package func suggesting(_ words: [String]) -> Bilingual {
    if words.isEmpty { return self }
    return Bilingual(
      zh: "\(zh)；是否应为 \(words.joined(separator: " 或 "))？",
      en: "\(en); did you mean \(words.joined(separator: " or "))?")
  }
}
