/// The one round of applications that a rulebook is for: a call, which binds nobody who applies in
/// another round.
public struct Round: Sendable {
  /// What the round is called: 首批.
  public let name: Words
  /// Until when what has to be handed in, in the document's order.
  public let closings: [Closing]

  /// The end of the time for something.
  public struct Closing: Sendable {
    /// What has to be done by then.
    public let what: Words
    /// The last minute for it.
    public let at: CivilMoment
  }
}

/// A rulebook that is not checked: it is of one round, and the day lies outside that.
public struct ClosedRound: Sendable {
  /// The rulebook, which is of one round.
  public let rulebook: Rulebook
  /// The day of the application; of a recommending unit's document, that of the recommendation.
  public let date: CivilDate

  /// Whether the round is over, and not still to come.
  public var isOver: Bool { rulebook.span.until.map { $0 < date } ?? false }
}
