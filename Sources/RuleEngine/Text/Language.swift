/// A language that people are addressed in.
public enum Language: String, CaseIterable, Sendable {
  case zh
  case en
}
