// Days that were given as a month or a year.
extension Form {
  /// A year, or a month, as people write it where they do not know the day, or it does not matter.
  private static func span(of typed: String) -> ClosedRange<CivilDate>? {
    let word = typed.halfWidth.trimmed
    if word.hasSuffix("年") {
      guard word.unicodeScalars.count == 5, let year = Int(word.dropLast()), CivilDate.years ~= year
      else { return nil }
      return CivilDate.days(of: year)
    }
    guard let month = CivilDate.month(loose: word), let first = CivilDate(month + "-01") else {
      return nil
    }
    return first...first.adding(months: 1).subtracting(.days(1))
  }

  /// The day that stands for a month or a year in which any day gives the same verdicts: its last. Nil
  /// where the day matters, or could come to matter once more is known.
  func day(
    meantBy typed: String, at path: String, _ place: FormPlace, _ editor: JSONEditor,
    _ draft: FormDraft
  )
    -> CivilDate?
  {
    let fact = vocabulary.facts[place.fact]
    guard fact.type == .date, fact.dayOfMonth == nil, let span = Self.span(of: typed) else {
      return nil
    }
    var first: [Verdict]?
    var day = span.lowerBound
    while day <= span.upperBound {
      var whole = editor
      set(.text(day.description), at: path, place, &whole, draft)
      guard errors(in: whole, draft).isEmpty else { return nil }
      let verdicts = verdicts(on: place.fact)
      guard !verdicts.isEmpty, !verdicts.contains(.unknown) else { return nil }
      if let first, first != verdicts { return nil }
      first = verdicts
      guard day < span.upperBound else { break }
      day = day.next
    }
    return span.upperBound
  }

  /// Of the criteria that read a fact, as the last check found them.
  private func verdicts(on fact: Int) -> [Verdict] {
    interview.scratch.criterionResults.filter { result in
      var reads = false
      result.criterion.condition.forEachFact { if Int($0) == fact { reads = true } }
      return reads
    }.map { $0.verdict }
  }
}
