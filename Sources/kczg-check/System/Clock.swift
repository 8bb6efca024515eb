import Rules

/// The clock, which is read only when the user asks.
enum Clock {
  /// Beijing's date: UTC + 8 hours, all year round.
  static var today: CivilDate? {
    var seconds = time(nil) + 8 * 3600
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return nil }
    return CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
