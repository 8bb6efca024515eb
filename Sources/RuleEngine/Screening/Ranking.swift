/// The order in which a unit recommends candidates: each by its host's credit code, and by the base's
/// name where the host has several.
public struct Ranking {
  /// A place in the order.
  public struct Entry {
    /// The host's credit code.
    public let creditCode: String
    /// The base's name; nil where the code alone is given.
    public let baseName: String?

    /// Reads `91410100MA4444Y12B` or `91410100MA4444Y12B 基地名称`.
    init(_ text: String) {
      let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
      let code = scalars.prefix { !$0.properties.isWhitespace }
      let rest = scalars[code.endIndex...].drop { $0.properties.isWhitespace }
      creditCode = String(code)
      baseName = rest.isEmpty ? nil : String(rest)
    }
  }

  /// In order; nil for one of which nothing is known.
  public let entries: [Entry?]
  private let bases: [(whole: FoldedName, core: FoldedName)?]
  private let names: NameWords
  /// The places of each credit code.
  private var places: [String: [Int]] = [:]
  /// How many places have an entry of which nothing is known.
  private var unknownCount = 0

  init(_ texts: [String?], _ names: NameWords) {
    self.names = names
    entries = texts.map { $0.map { Entry($0) } }
    bases = entries.map { entry in
      guard let name = entry?.baseName else { return nil }
      let whole = names.fold(name)
      return (whole, names.core(of: whole))
    }
    for (place, entry) in entries.enumerated() {
      if let entry {
        places[entry.creditCode, default: []].append(place)
      } else {
        unknownCount += 1
      }
    }
  }

  /// Where candidates stand, in their order.
  func standings(of candidates: [Candidate]) -> [Standing] {
    let identities = candidates.map { BaseIdentity($0, names) }
    let rivals = Rivals(identities)
    return identities.map { standing(of: $0, rivals) }
  }

  /// Where a candidate stands.
  struct Standing {
    /// The places that certainly are its own, the first first.
    var places: [Int] = []
    /// Those that may be.
    var openPlaces: [Int] = []
    /// How many of them it can have at once: all are of one code.
    var mostOpen = 0
    /// How many places there are of which nothing is known.
    let unknownCount: Int

    private var openCount: Int { mostOpen + unknownCount }

    /// Whether it has a place.
    var isRanked: Verdict { !places.isEmpty ? .pass : openCount > 0 ? .unknown : .fail }
    /// Whether it has more than one.
    var isRankedTwice: Verdict {
      places.count > 1 ? .pass : places.count + openCount > 1 ? .unknown : .fail
    }
  }

  private func standing(of identity: BaseIdentity, _ rivals: Rivals) -> Standing {
    var standing = Standing(unknownCount: unknownCount)
    var openOfCodes: [String: Int] = [:]
    let own = identity.creditCode.map { places[$0] ?? [] } ?? Array(entries.indices)
    for place in own {
      guard let code = entries[place]?.creditCode else { continue }
      switch matches(place, identity, rivals) {
      case .pass: standing.places.append(place)
      case .unknown:
        standing.openPlaces.append(place)
        openOfCodes[code, default: 0] += 1
      case .fail: break
      }
    }
    standing.mostOpen = openOfCodes.values.max() ?? 0
    return standing
  }

  /// Whether a place whose code may be the candidate's is its own.
  private func matches(_ place: Int, _ identity: BaseIdentity, _ rivals: Rivals) -> Verdict {
    let isOfHost: Verdict = identity.creditCode == nil ? .unknown : .pass
    guard let (whole, core) = bases[place] else { return isOfHost }
    guard let base = identity.base else { return .unknown }
    if base == whole { return isOfHost }
    guard identity.core == core, let code = entries[place]?.creditCode else { return .fail }
    // A name that says less is enough where no other base of the host can be meant.
    return isOfHost && (rivals.count(of: core, code) > 1 ? .unknown : .pass)
  }

  /// How many candidates a name of a base can mean.
  private struct Rivals {
    private var ofHost: [Key: Int] = [:]
    private var ofAnyHost: [FoldedName?: Int] = [:]

    private struct Key: Hashable {
      let code: String
      let core: FoldedName?
    }

    init(_ identities: [BaseIdentity]) {
      for identity in identities {
        if let code = identity.creditCode {
          ofHost[Key(code: code, core: identity.core), default: 0] += 1
        } else {
          ofAnyHost[identity.core, default: 0] += 1
        }
      }
    }

    func count(of core: FoldedName, _ code: String) -> Int {
      [core, nil].reduce(0) { sum, core in
        sum + (ofHost[Key(code: code, core: core)] ?? 0) + (ofAnyHost[core] ?? 0)
      }
    }
  }
}
