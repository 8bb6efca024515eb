/// The formats of output. Which command offers which stands in `Command`.
enum OutputFormat: String {
  case text, json, ndjson, csv, html
}
