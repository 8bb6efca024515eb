package import RuleEngine

/// The unit whose document was given.
package struct RecommendingUnit {
  let source: String
  /// What was read; nil where that was not possible.
  let recommender: Recommender?
  /// Whether what was screened is a pool to choose from.
  let isPool: Bool

  package init(source: String, recommender: Recommender?, isPool: Bool) {
    self.source = source
    self.recommender = recommender
    self.isPool = isPool
  }

  var name: String? { recommender?.name }
  var isReadable: Bool { recommender != nil }
}

extension Screening {
  /// The verdict on the recommending unit; nil where nothing was judged.
  var recommenderOutcome: Outcome? {
    if isRecommenderInvalid { return .invalid }
    return recommenderReports.isEmpty
      ? nil : Outcome(recommenderReports.reduce(.pass) { $0 && Verdict($1.outcome) })
  }
}
