import RuleEngine

/// The rulebooks of one round that were not checked; a member of its own, where there are any.
struct ClosedRoundsJSON {
  let rounds: [ClosedRound]
  let language: Language

  init(_ rounds: [ClosedRound], _ language: Language) {
    self.rounds = rounds
    self.language = language
  }

  func append(to writer: inout JSONWriter) {
    if rounds.isEmpty { return }
    writer.array("closedRounds", of: rounds) { round, writer in
      writer.open("{")
      writer.member("rulebook", round.rulebook.id)
      writer.key("over")
      writer.bool(round.isOver)
      if let round = round.rulebook.round { writer.closings(of: round, in: language) }
      writer.member("message", round.text(in: language))
      writer.close("}")
    }
  }
}

extension JSONWriter {
  /// Until when what has to be handed in; a member of its own.
  mutating func closings(of round: Round, in language: Language) {
    array("closings", of: round.closings) { closing, writer in
      writer.open("{")
      writer.member("what", closing.what[language])
      writer.member("at", closing.at.description)
      writer.close("}")
    }
  }
}
