internal import RuleEngine

/// The words of a page's own buttons and notices.
enum PageWords {
  static let all: [(key: String, words: Bilingual)] = []
}
