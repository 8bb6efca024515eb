import Rules

extension Manual {
  /// What `completions` takes and says.
  static let completions = Manual(
    inputs: Bilingual(zh: "bash|zsh|fish", en: "bash|zsh|fish"),
    inputKind: .shells,
    summary: Bilingual(
      zh: "命令行补全脚本（bash、zsh、fish）", en: "completions for bash, zsh and fish"),
    description: Bilingual(
      zh: "写出命令行补全脚本：命令、选项，以及选项可用的词（格式、阶段、类别、规则等，取自内置规则）。",
      en:
        "Prints a script that completes commands, options, and the words that options take (formats, stages, types, rulebooks and so on, as built in)."
    ),
    options: [.language, .output, .help, .version],
    exitStatuses: printed,
    examples: [
      Bilingual(
        zh: "completions bash > ~/.kczg-check.bash", en: "completions bash > ~/.kczg-check.bash"),
      Bilingual(
        zh: "completions fish > ~/.config/fish/completions/kczg-check.fish",
        en: "completions fish > ~/.config/fish/completions/kczg-check.fish"),
    ])
}
