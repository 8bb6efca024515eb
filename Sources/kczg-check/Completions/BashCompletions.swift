/// Completions for bash, from 3.2 on.
struct BashCompletions {
  let words: CompletionWords

  var script: String {
    """
    # Completions of kczg-check for bash: source this file, or put it as kczg-check into
    # ~/.local/share/bash-completion/completions.
    _kczg_check() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
      local command=check named= words= kind=files word i
      COMPREPLY=()
      # Of --option=value, bash makes three words.
      if [[ $cur == '=' ]]; then
        cur=
      elif [[ $prev == '=' ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
      fi
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
          \(words.optionsWithValue.joined(separator: "|")))
            [[ ${COMP_WORDS[i+1]} == '=' ]] && ((i += 1))
            ((i += 1)) ;;
          --) named=1 prev= cur=./$cur; break ;;
          -?*) ;;
          \(words.commands.map(\.name).joined(separator: "|"))) command=$word named=1; break ;;
          *) named=1; break ;;
        esac
      done
      case "$command $prev" in
    \(values)
        *)
          case "$command $cur" in
    \(options)
            *)
              [[ $named ]] || words='\(words.commands.map(\.name).joined(separator: " "))'
              if [[ $named ]]; then
                case $command in
    \(inputs)
                esac
              fi ;;
          esac ;;
      esac
      case $kind in
        words) compopt +o default 2>/dev/null ;;
        directories) compopt +o default -o dirnames 2>/dev/null ;;
      esac
      [[ $words ]] && COMPREPLY=($(compgen -W "$words" -- "$cur"))
      return 0
    }
    complete -o default -F _kczg_check kczg-check

    """
  }

  /// What can stand after an option: the commands that agree on it share a line.
  private var values: String {
    var lines: [(patterns: [String], action: String)] = []
    for command in words.commands {
      for option in command.options where option.value != nil {
        let action = action(after: option)
        let pattern = "'\(command.name) \(option.name)'"
        if let index = lines.firstIndex(where: { $0.action == action }) {
          lines[index].patterns.append(pattern)
        } else {
          lines.append(([pattern], action))
        }
      }
    }
    return lines.map { "    \($0.patterns.joined(separator: "|"))) \($0.action) ;;" }
      .joined(separator: "\n")
  }

  private func action(after option: Option) -> String {
    if let values = words.values(of: option) {
      return "kind=words words='\(values.joined(separator: " "))'"
    }
    return switch option.values {
    case .files: "kind=files"
    case .directories: "kind=directories"
    default: "kind=words"
    }
  }

  private var options: String {
    words.commands.map { command in
      let names = command.options.map(\.name).joined(separator: " ")
      return "        '\(command.name) -'*) kind=words words='\(names)' ;;"
    }.joined(separator: "\n")
  }

  private var inputs: String {
    words.commands.compactMap { command in
      words.inputs(of: command).map { inputs in
        "              \(command.name)) kind=words words='\(inputs.joined(separator: " "))' ;;"
      }
    }.joined(separator: "\n")
  }
}
