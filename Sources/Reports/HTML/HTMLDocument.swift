package import RuleEngine

/// What stands around the content of an HTML file: one that needs no other file, no network and no
/// script.
package struct HTMLDocument {
  let language: Language
  let html: HTMLWriter

  package init(_ html: HTMLWriter, language: Language) {
    self.html = html
    self.language = language
  }

  /// A whole document.
  package func write(title: String, content: () -> Void) {
    html.bytes.append("<!DOCTYPE html>\n")
    let name = language == .zh ? "zh-CN" : "en-GB"
    html.element(.html, [.lang: name, .xmlns: "http://www.w3.org/1999/xhtml"]) {
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
      html.element(.body) { html.element(.main, content: content) }
    }
  }
}
