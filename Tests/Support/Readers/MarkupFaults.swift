import Foundation

extension Markup {
  /// What is wrong with a whole document that must stand for itself: harmless, without other files,
  /// and orderly for those who cannot see it. Empty if nothing is.
  var faults: [String] {
    var faults: [String] = []
    let allowed: [String: Set<String>] = [
      "html": ["lang", "xmlns"], "head": [], "title": ["id"],
      "meta": ["charset", "name", "content", "http-equiv"], "style": [], "body": [], "main": [],
      "header": [], "article": ["id"], "section": ["class"], "figure": [], "figcaption": [],
      "h1": [], "h2": [], "h3": [], "h4": [], "p": ["class"],
      "div": ["class", "role", "aria-label", "tabindex"], "ul": ["class"], "ol": [], "li": [],
      "table": ["class"], "thead": [], "tbody": [], "tr": [],
      "th": ["scope", "rowspan"], "td": ["class", "aria-label"], "a": ["href"], "bdi": [],
      "code": [], "span": ["class"], "strong": [],
      "svg": ["xmlns", "role", "viewBox", "width", "height", "aria-labelledby"], "desc": ["id"],
      "rect": ["x", "y", "width", "height", "class"], "text": ["x", "y", "class"],
    ]
    for element in all {
      guard let known = allowed[element.name] else {
        faults.append("<\(element.name)>")
        continue
      }
      faults += element.attributes.keys.filter { !known.contains($0) }
        .map { "<\(element.name) \($0)>" }
      let classes = #/[a-z -]*/#
      if let style = element.attributes["class"], style.wholeMatch(of: classes) == nil {
        faults.append("class \(style)")
      }
      if element.name == "th", !["col", "row", "rowgroup"].contains(element.attributes["scope"]) {
        faults.append("a heading of a table without a scope: \(element.trimmed)")
      }
    }
    return faults + harmfulCharacters + otherFiles + references + order
  }

  private var harmfulCharacters: [String] {
    let texts = all.flatMap { element in
      Array(element.attributes.values)
        + element.children.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
    return texts.flatMap(\.unicodeScalars).filter { scalar in
      scalar != "\n"
        && (scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
          || scalar.properties.isNoncharacterCodePoint && scalar.value & 0xFFFE == 0xFFFE)
    }.map { "U+\(String($0.value, radix: 16))" }
  }

  /// Whatever would be fetched, or run.
  private var otherFiles: [String] {
    var faults: [String] = []
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    let metas = all("meta")
    if metas.first?.attributes != ["charset": "utf-8"] { faults.append("no charset first") }
    let policies = metas.filter { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    if policies.map({ $0.attributes["content"] }) != [policy] { faults.append("no policy") }
    if all("style").count != 1 { faults.append("\(all("style").count) style sheets") }
    for word in ["url(", "@import", "http", "expression", "\\", "src"] {
      if all("style").contains(where: { $0.text.contains(word) }) {
        faults.append("style: \(word)")
      }
    }
    return faults
  }

  private var references: [String] {
    let ids = all.compactMap { $0.attributes["id"] }
    var faults = Set(ids).count == ids.count ? [] : ["an id stands twice"]
    for element in all {
      if let target = element.attributes["href"], !ids.map({ "#" + $0 }).contains(target) {
        faults.append("a link to \(target)")
      }
      for id in (element.attributes["aria-labelledby"] ?? "").split(separator: " ")
      where !ids.contains(String(id)) { faults.append("no label \(id)") }
    }
    return faults
  }

  /// Headings that go deeper one step at a time, rows as long as the table is wide.
  private var order: [String] {
    var faults: [String] = []
    var level = 0
    for element in all {
      guard let digit = element.name.wholeMatch(of: #/h([1-6])/#)?.1, let own = Int(digit) else {
        continue
      }
      if own > level + 1 { faults.append("<\(element.name)> after a heading of level \(level)") }
      level = own
    }
    if all("h1").count != 1 { faults.append("\(all("h1").count) headings of level 1") }
    for table in all("table") {
      var widths: Set<Int> = []
      for group in table.elements("thead", "tbody") {
        var carried = 0
        for row in group.elements("tr") {
          let cells = row.elements("td", "th")
          widths.insert(cells.count + carried)
          if cells.contains(where: { $0.attributes["rowspan"] != nil }) { carried = 1 }
        }
      }
      if widths.count != 1 { faults.append("a table with rows of \(widths.sorted()) cells") }
    }
    return faults
  }
}
