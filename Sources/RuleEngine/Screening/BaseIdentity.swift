/// What tells whose base a candidate is, and which. What the candidate does not say is nil.
struct BaseIdentity {
  let creditCode: String?
  let host: FoldedName?
  let base: FoldedName?
  /// Of the base's name, what tells it from others.
  let core: FoldedName?
  let baseType: String?

  init(_ candidate: Candidate, _ names: NameWords) {
    creditCode = candidate.creditCode
    host = candidate.name.map { names.fold($0) }
    base = candidate.baseName.map { names.fold($0) }
    core = base.map { names.core(of: $0) }
    baseType = candidate.baseType
  }
}

/// Bases that have been seen before, to find whether one is among them.
///
/// Two are the same base where the host's code and the base's name are the same. They certainly are
/// two where what tells the bases' names apart, or both the codes and the names of the hosts, differ,
/// and where the types do and the names are not quite the same. Else they may be the same: what is not
/// known can be anything, names can be written in one way or another.
struct BaseIndex {
  private var certain: Set<Key> = []
  /// Who may be the same, by what is alike of the bases: their whole names, what tells these apart
  /// (with the type, or whatever that is), nothing.
  private var byName: [FoldedName: Hosts] = [:]
  private var byCore: [FoldedName: Hosts] = [:]
  private var byCoreAndType: [CoreAndType: Hosts] = [:]
  private var withoutName = Hosts()
  private var all = Hosts()

  private struct Key: Hashable {
    let creditCode: String
    let base: FoldedName
  }

  private struct CoreAndType: Hashable {
    let core: FoldedName
    let baseType: String?
  }

  /// Hosts, to find whether one may be among them.
  private struct Hosts {
    private var codes: Set<String> = []
    private var names: Set<FoldedName> = []
    private var hasOpen = false
    private var isEmpty = true

    mutating func insert(_ identity: BaseIdentity) {
      isEmpty = false
      if let code = identity.creditCode { codes.insert(code) }
      if let host = identity.host { names.insert(host) }
      if identity.creditCode == nil || identity.host == nil { hasOpen = true }
    }

    func mayInclude(_ identity: BaseIdentity) -> Bool {
      if hasOpen { return true }
      guard let code = identity.creditCode, let host = identity.host else { return !isEmpty }
      return codes.contains(code) || names.contains(host)
    }
  }

  /// Takes a base in.
  ///
  /// - Parameter isCertain: whether it certainly belongs here.
  mutating func insert(_ identity: BaseIdentity, isCertain: Bool) {
    all.insert(identity)
    guard let base = identity.base, let core = identity.core else {
      return withoutName.insert(identity)
    }
    byName[base, default: Hosts()].insert(identity)
    byCore[core, default: Hosts()].insert(identity)
    byCoreAndType[CoreAndType(core: core, baseType: identity.baseType), default: Hosts()]
      .insert(identity)
    if isCertain, let code = identity.creditCode {
      certain.insert(Key(creditCode: code, base: base))
    }
  }

  /// Whether a base is among them.
  func contains(_ identity: BaseIdentity) -> Verdict {
    guard let base = identity.base, let core = identity.core else {
      return all.mayInclude(identity) ? .unknown : .fail
    }
    if let code = identity.creditCode, certain.contains(Key(creditCode: code, base: base)) {
      return .pass
    }
    let ofType =
      identity.baseType == nil
      ? [byCore[core]]
      : [identity.baseType, nil].map { byCoreAndType[CoreAndType(core: core, baseType: $0)] }
    let alike = [byName[base], withoutName] + ofType
    return alike.contains { $0?.mayInclude(identity) ?? false } ? .unknown : .fail
  }
}
