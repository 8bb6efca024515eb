/// Regular expressions for the days, months and minutes that there are, in the syntax that every
/// dialect shares.
enum DatePattern {
  /// The days of the years 0001 to 9999.
  static let day = whole(days)
  /// Such a day, or a month of those years.
  static let dayOrMonth = whole("\(days)|\(year)-(?:0[1-9]|1[0-2])")
  /// A minute of such a day.
  static let moment = whole("(?:\(days))T(?:[01][0-9]|2[0-3]):[0-5][0-9]")

  private static func whole(_ pattern: String) -> String { "^(?:\(pattern))$" }

  private static let year =
    "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"
  private static let leapYear =
    "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
  private static let days =
    "\(year)-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    + "|02-(?:0[1-9]|1[0-9]|2[0-8]))|\(leapYear)-02-29"
}
