package import RuleEngine

/// Words in the language that was asked for.
package protocol Phrases {
  var language: Language { get }
}

extension Phrases {
  package func choose(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
