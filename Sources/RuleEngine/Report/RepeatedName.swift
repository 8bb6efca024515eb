/// A name that several elements of a list have: they count as one at least, and as many at most.
public struct RepeatedName: Sendable {
  /// The name, as the first of them has it.
  public let name: String
  /// The elements, in the list's order.
  public let elements: [FactReference]
}

extension CriterionReport {
  /// Whether it is open because the authority decides, and not because names stand more than once.
  public var isForAuthority: Bool { open == .authority && repeatedNames.isEmpty }

  /// The names that stand more than once among what the criterion counts, so that the count is not
  /// certain.
  public var repeatedNames: [RepeatedName] {
    let application = report.application
    guard application.contents.hasNamesakes, inapplicable == nil else { return [] }
    let evaluator = Evaluator(application)
    var found: [RepeatedName] = []
    /// By element, which of those it is in.
    var places: [FactReference: Int] = [:]
    evaluator.forEachCount(in: criterion.condition) { list, filter in
      for namesakes in evaluator.namesakes(in: list, where: filter) where namesakes.possible > 1 {
        let elements = namesakes.elements.map { FactReference(Int(list.fact), element: $0) }
        let name = application.contents.name(ofElement: namesakes.elements[0], in: list.number)
        let repeated = RepeatedName(name: name, elements: elements)
        // A share counts some elements of the list whose elements are the whole.
        let known = elements.lazy.compactMap { places[$0] }.first
        let place = known ?? found.count
        if known == nil {
          found.append(repeated)
        } else if found[place].elements.count < elements.count {
          found[place] = repeated
        }
        for element in elements { places[element] = place }
      }
    }
    return found
  }
}
