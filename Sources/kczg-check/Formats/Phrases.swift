import Rules

/// Words in the language that was asked for.
protocol Phrases {
  var language: Language { get }
}

extension Phrases {
  func choose(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
