/// The day that a month stands for.
public enum DayOfMonth: String, CaseIterable, Sendable {
  case first = "first-day"
  case last = "last-day"
}
