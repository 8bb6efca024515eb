/// A shell that the program knows completions for.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  func script(_ words: CompletionWords) -> String {
    switch self {
    case .bash: BashCompletions(words: words).script
    case .zsh: ZshCompletions(words: words).script
    case .fish: FishCompletions(words: words).script
    }
  }
}
