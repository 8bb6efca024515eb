/// Finds the unknown facts that keep a verdict open.
struct MissingFacts {
  private let evaluator: Evaluator
  /// The application's own come first, each once.
  private var own: [FactReference] = []
  private var members: [FactReference] = []
  private var seen: Set<FactReference> = []

  var all: [FactReference] { own + members }

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  private var application: Application { evaluator.application }

  /// Collects what is missing for a condition; nothing, unless it is unknown.
  mutating func collect(_ condition: Condition, row: Int, element: Int?) {
    guard evaluator.verdict(condition, row: row) == .unknown else { return }
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts):
      for part in parts { collect(part, row: row, element: element) }
    case .implication(let premise, let conclusion):
      collect(premise, row: row, element: element)
      collect(conclusion, row: row, element: element)
    case .scoped(let condition, let scope):
      collect(scope.condition, row: row, element: element)
      // Where they do not apply, nothing that is missing matters.
      if evaluator.verdict(scope.condition, row: row) != .fail {
        collect(condition, row: row, element: element)
      }
    case .discretion(let condition, let ground):
      collect(condition, row: row, element: element)
      collect(ground, row: row, element: element)
    case .every(let list, let reach, let condition):
      guard let elements = evaluator.elements(of: list, reach) else {
        add(FactReference(Int(list.fact)))
        return
      }
      collect(condition, of: elements, in: list)
      addFurther(list)
    case .test(let operand, let test):
      if case .includes(let inclusion) = test, inclusion.extent == .allOrSimilar {
        // Where the unknown items cannot be all that lack, they change nothing.
        let slot = evaluator.slot(operand, row: row)
        let set = CodeSet(rawValue: slot.payload)
        if slot.isKnown, set.includesAll(inclusion.wanted) == .fail { return }
      }
      add(operand, row, element)
      test.forEachOther { add($0, row, element) }
    case .number(let left, _, let right, _):
      collect(left, row: row, element: element)
      collect(right, row: row, element: element)
    case .share(let part, let whole, _, _):
      collect(part, row: row, element: element)
      collect(whole, row: row, element: element)
    }
  }

  private mutating func collect(_ expression: NumberExpression, row: Int, element: Int?) {
    switch expression {
    case .literal: break
    case .fact(let operand, _): add(operand, row, element)
    case .list(let list, .texts), .list(let list, .repetitions):
      guard evaluator.isKnown(list) else {
        add(FactReference(Int(list.fact)))
        return
      }
      let all = evaluator.elements(of: list, .all) ?? 0..<0
      for element in all where !evaluator.slot(of: element, in: list).isKnown {
        add(FactReference(Int(list.fact), element: element))
      }
      addFurther(list)
    case .sum(let parts):
      for part in parts { collect(part, row: row, element: element) }
    case .list(let list, .elements(let filter)):
      guard evaluator.isKnown(list) else {
        add(FactReference(Int(list.fact)))
        return
      }
      defer { addFurther(list) }
      guard let filter else { return }
      var open: [Int] = []
      _ = evaluator.count(list, where: filter) { if $1 == .unknown { open.append($0) } }
      collect(filter, of: open, in: list)
    }
  }

  private mutating func collect(
    _ condition: Condition, of elements: some Sequence<Int>, in list: ListOperand
  ) {
    for element in elements {
      collect(condition, row: evaluator.row(of: element, in: list), element: element)
    }
  }

  /// The list itself, where it may have further elements.
  private mutating func addFurther(_ list: ListOperand) {
    if evaluator.isOpen(list) { add(FactReference(Int(list.fact))) }
  }

  private mutating func add(_ operand: Operand, _ row: Int, _ element: Int?) {
    guard !evaluator.slot(operand, row: row).isKnown else {
      return addUnknownItems(operand, row, element)
    }
    let vocabulary = application.vocabulary
    let fact = vocabulary.facts[Int(operand.fact)]
    guard let element = element.flatMap({ operand.element(at: $0) }), let list = fact.location.list
    else { return add(FactReference(Int(operand.fact))) }
    // Of an element of which nothing is known, the element itself is missing.
    let row = application.contents.lists[list].firstRow + element * vocabulary.lists[list].width
    let isElementKnown = application.contents.slots[row].isKnown
    add(
      FactReference(
        isElementKnown ? Int(operand.fact) : vocabulary.lists[list].fact, element: element))
  }

  private mutating func add(_ reference: FactReference) {
    // Of what the program computes, the facts that it lacks for that are missing.
    let vocabulary = application.vocabulary
    if let sources = vocabulary.fact(of: reference).sources {
      let unknown = sources.compactMap { vocabulary.index(of: $0.utf8) }
        .filter { !application.contents.slot(of: $0).isKnown }
      if !unknown.isEmpty {
        for source in unknown { add(FactReference(source)) }
        return
      }
    }
    guard seen.insert(reference).inserted else { return }
    if reference.element < 0 { own.append(reference) } else { members.append(reference) }
  }

  /// The null elements of a list of codes.
  private mutating func addUnknownItems(_ operand: Operand, _ row: Int, _ element: Int?) {
    let slot = evaluator.slot(operand, row: row)
    guard slot.isInText, application.vocabulary.facts[Int(operand.fact)].type == .codes else {
      return
    }
    var index = slot.node + 1
    var item = 0
    while index < application.contents.tape[slot.node].next {
      if application.contents.tape[index].kind == .null {
        var reference = FactReference(Int(operand.fact), item: item)
        if operand.isMember, let element { reference.element = Int32(element) }
        add(reference)
      }
      index = application.contents.tape[index].next
      item += 1
    }
  }
}
