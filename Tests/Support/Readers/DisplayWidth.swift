import Foundation

/// How many columns a terminal gives to the text: two for a Chinese character.
func width(_ text: some Sequence<Unicode.Scalar>) -> Int {
  text.reduce(0) { $0 + width($1) }
}

func width(_ text: String) -> Int { width(text.unicodeScalars) }

private func width(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20..<0x7F: return 1
  case 0x3400...0x9FFF: return 2
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
