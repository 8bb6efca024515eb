/// What can be typed in place of an answer.
enum DialogueCommand {
  case skip, back, list, stop, help

  private static let words: [(DialogueCommand, [String])] = [
    (.skip, ["s", "ｓ", "skip", "跳过", "不知道", "不清楚"]),
    (.back, ["b", "ｂ", "back", "返回", "上一问"]),
    (.list, ["l", "ｌ", "list", "清单", "已答"]),
    (.stop, ["q", "ｑ", "quit", "exit", "stop", "停止", "退出"]),
    (.help, ["?", "？", "h", "ｈ", "help", "帮助"]),
  ]

  /// The command that a line is.
  init?(_ line: String) {
    let word = line.lowercased()
    guard let found = Self.words.first(where: { $0.1.contains(word) }) else { return nil }
    self = found.0
  }
}
