import RuleEngine

/// What stands around the content of an HTML file: one that needs no other file, no network and no
/// script.
struct HTMLDocument {
  let language: Language
  let html: HTMLWriter

  init(_ html: HTMLWriter, language: Language) {
    self.html = html
    self.language = language
  }

  /// A whole document.
  func write(title: String, content: () -> Void) {
    begin(title: title)
    content()
    end()
  }

  /// What stands before the content.
  func begin(title: String) {
    html.bytes.append("<!DOCTYPE html>\n")
    html.open(.html, [.lang: language.tag, .xmlns: "http://www.w3.org/1999/xhtml"])
    html.element(.head) {
      html.empty(.meta, [.charset: "utf-8"])
      // Should markup ever get in by mistake, it can neither run nor load nor send anything.
      html.empty(
        .meta,
        [
          .httpEquivalent: "Content-Security-Policy",
          .content:
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        ])
      html.empty(
        .meta, [.name: "viewport", .content: "width=device-width, initial-scale=1"])
      html.empty(.meta, [.name: "format-detection", .content: "telephone=no"])
      html.element(.title, title)
      html.styleSheet(HTMLStyleSheet(language: language).text)
    }
    html.open(.body)
    html.open(.main)
  }

  /// What stands after it.
  func end() {
    html.close(.main)
    html.close(.body)
    html.close(.html)
  }
}
