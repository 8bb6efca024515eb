import RuleEngine

/// What makes a result the same from run to run, whatever else changes in the file: no position, no
/// number of an element, no word that depends on the language.
struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A criterion.
  init(_ judgement: Judgement, in application: Application) {
    add(judgement.name)
    addNames(of: application)
  }

  /// An error or a warning: its code, its fact, and what stands there.
  init(_ diagnostic: Diagnostic, in application: Application) {
    add(diagnostic.codeName)
    addNames(of: application)
    var isIndex = false
    for scalar in (diagnostic.path ?? "").unicodeScalars {
      if scalar == "[" { isIndex = true }
      if !isIndex { add(String(scalar)) }
      if scalar == "]" { isIndex = false }
    }
    let line = application.lineRange(at: diagnostic.offset)
    let start = min(max(diagnostic.offset, line.lowerBound), line.upperBound)
    let end = min(line.upperBound, start + 64)
    let rest = application.text[start..<end]
    for byte in rest.prefix(while: { ![0x2C, 0x5D, 0x7D, 0x0D].contains($0) }) { add(byte) }
  }

  /// What an application is called, where it is one among many of a file.
  private mutating func addNames(of application: Application) {
    guard application.text.isOneLine else { return }
    for path in ["applicant.creditCode", "applicant.name", "baseName"] {
      add(application.string(path) ?? "")
    }
  }

  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// FNV-1a.
  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }
}

extension JSONWriter {
  mutating func fingerprint(_ text: String) {
    key("partialFingerprints")
    open("{")
    member("kczgCheck/v1", text)
    close("}")
  }
}
