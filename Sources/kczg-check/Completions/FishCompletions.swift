import Rules

/// Completions for fish.
struct FishCompletions {
  let words: CompletionWords

  var script: String {
    """
    # Completions of kczg-check for fish: put this file as kczg-check.fish into
    # ~/.config/fish/completions.
    function __kczg_check_command
      set -l tokens (commandline -opc)
      set -e tokens[1]
      set -l skips 0
      for token in $tokens
        if test $skips = 1
          set skips 0
          continue
        end
        switch $token
          case \(words.optionsWithValue.joined(separator: " "))
            set skips 1
          case \(words.commands.map(\.name).joined(separator: " "))
            echo $token
            return
          case '-?*'
          case '*'
            echo check
            return
        end
      end
      echo none
    end
    \(words.commands.flatMap(lines).joined(separator: "\n"))

    """
  }

  private func lines(of command: Command) -> [String] {
    var lines = [
      complete("= none", "-a \(command.name) -d \(quoted(command.manual.summary[words.language]))")
    ]
    // Check is meant where no command is named.
    let names = command == .check ? [command.name, "none"] : [command.name]
    lines += names.flatMap { name in command.options.map { complete("= \(name)", option($0)) } }
    if let inputs = words.inputs(of: command) {
      let list = inputs.isEmpty ? "" : " -a \(quoted(inputs.joined(separator: " ")))"
      lines.append(complete("= \(command.name)", "-f" + list))
    }
    return lines
  }

  private func complete(_ comparison: String, _ rest: String) -> String {
    "complete -c kczg-check -n 'test (__kczg_check_command) \(comparison)' \(rest)"
  }

  private func option(_ option: Option) -> String {
    let head = "-l \(option.name.dropFirst(2))"
    let text = "-d \(quoted(option.summary[words.language]))"
    guard option.value != nil else { return "\(head) \(text)" }
    if let values = words.values(of: option) {
      return "\(head) -x -a \(quoted(values.joined(separator: " "))) \(text)"
    }
    return switch option.values {
    case .files: "\(head) -r -F \(text)"
    case .directories: "\(head) -x -a '(__fish_complete_directories)' \(text)"
    default: "\(head) -x \(text)"
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
