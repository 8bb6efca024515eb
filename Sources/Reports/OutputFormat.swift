/// The formats of output. Which command offers which stands in `Command`.
package enum OutputFormat: String {
  case text, markdown, html, json, ndjson, csv, junit, sarif, github, tap
}
