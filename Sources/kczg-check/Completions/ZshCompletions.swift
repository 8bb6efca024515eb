import Rules

/// Completions for zsh.
struct ZshCompletions {
  let words: CompletionWords

  var script: String {
    """
    #compdef kczg-check
    # Completions of kczg-check for zsh: put this file as _kczg-check into a directory of $fpath.
    _kczg-check() {
      local command=check named= word i
      local -a commands
      commands=(
    \(words.commands.map { "    " + quoted("\($0.name):\($0.manual.summary[words.language])") }.joined(separator: "\n"))
      )
      for (( i = 2; i < CURRENT; i++ )); do
        word=$words[i]
        case $word in
          (\(words.optionsWithValue.joined(separator: "|"))) (( i++ )) ;;
          (--) named=1; break ;;
          (-?*) ;;
          (\(words.commands.map(\.name).joined(separator: "|"))) command=$word named=1; break ;;
          (*) named=1; break ;;
        esac
      done
      case $command in
    \(words.commands.map(arguments).joined(separator: "\n"))
      esac
    }
    _kczg-check-first() {
      [[ -n $named ]] || _describe -t commands command commands
      _files
    }
    if [[ $funcstack[1] == _kczg-check ]]; then
      _kczg-check "$@"
    else
      compdef _kczg-check kczg-check
    fi

    """
  }

  private func arguments(of command: Command) -> String {
    let options = command.options.map { "        " + quoted(specification(of: $0)) + " \\" }
    return """
          (\(command.name))
            _arguments -S \\
      \(options.joined(separator: "\n"))
              \(quoted(inputs(of: command))) ;;
      """
  }

  /// `*--stage=[…]:STAGE:(eligibility submission annual all)`
  private func specification(of option: Option) -> String {
    let repeats = [Option.rulebook.name, Option.stage.name].contains(option.name) ? "*" : ""
    let head = "\(repeats)\(option.name)"
    let text = "[\(escaped(option.summary[words.language]))]"
    guard let value = option.value else { return head + text }
    return "\(head)=\(text):\(escaped(value)):\(action(of: option))"
  }

  private func action(of option: Option) -> String {
    if let values = words.values(of: option) { return "(\(values.joined(separator: " ")))" }
    return switch option.values {
    case .files: "_files"
    case .directories: "_files -/"
    default: " "
    }
  }

  private func inputs(of command: Command) -> String {
    guard let inputs = words.inputs(of: command) else { return "*: :_kczg-check-first" }
    // The command's own name is the first of them.
    return inputs.isEmpty ? "*: : " : "*: :(\(inputs.joined(separator: " ")))"
  }

  /// What stands between brackets and colons.
  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "[]:\\".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
