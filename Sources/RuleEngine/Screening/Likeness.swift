/// Candidates that have a base or a host in common.
public struct Likeness: Sendable {
  /// How alike they are.
  public enum Kind: String, CaseIterable, Sendable {
    /// The same host's code, and the same name of the base but for width, case, spaces and quotation
    /// marks.
    case sameBase = "same-base"
    /// The same host's code or name, and names of the bases that differ in no more than brand, type
    /// and marks.
    case likelySameBase = "likely-same-base"
    /// The same host's code or name, and different bases.
    case sameHost = "same-host"
  }

  /// How alike they are.
  public let kind: Kind
  /// The numbers of the candidates, from 1, in their order.
  public let numbers: [Int]
  /// The hosts' credit codes, each once.
  public let creditCodes: [String]
  /// The hosts' names, each once.
  public let hosts: [String]
  /// The bases' names, each once.
  public let baseNames: [String]
  /// The units that recommend them, each once.
  public let channels: [Candidate.Channel]
  /// Whether they certainly come through more than one channel.
  public let isThroughTwoChannels: Bool

  init(_ kind: Kind, _ candidates: [(number: Int, candidate: Candidate)], _ names: NameWords) {
    self.kind = kind
    numbers = candidates.map { $0.number }
    creditCodes = Self.distinct(candidates.compactMap { $0.candidate.creditCode })
    hosts = Self.distinct(candidates.compactMap { $0.candidate.name })
    baseNames = Self.distinct(candidates.compactMap { $0.candidate.baseName })
    var channels: [(channel: Candidate.Channel, unit: UnitIdentity)] = []
    for channel in candidates.flatMap({ $0.candidate.channels ?? [] }) {
      let unit = UnitIdentity(kind: channel.kind, name: channel.name, names)
      if !channels.contains(where: { $0.unit == unit }) { channels.append((channel, unit)) }
    }
    self.channels = channels.map { $0.channel }
    isThroughTwoChannels = channels.contains { channel in
      channels.contains { $0.unit.isSame(as: channel.unit) == .fail }
    }
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return texts.filter { seen.insert(Array($0.utf8)).inserted }
  }
}

extension Likeness {
  /// Who has a base or a host in common, by kind, and in the order of the first of each group.
  static func all(among candidates: [Candidate], _ names: NameWords) -> [Likeness] {
    let identities = candidates.map { BaseIdentity($0, names) }
    var (same, likely, hosts) = (
      Groups(identities.count), Groups(identities.count), Groups(identities.count)
    )
    var (sameKeys, likelyKeys, hostKeys): ([SameKey: Int], [LikelyKey: Int], [HostKey: Int]) =
      ([:], [:], [:])
    for (index, identity) in identities.enumerated() {
      let own = [identity.creditCode.map { HostKey.code($0) }, identity.host.map { .name($0) }]
      for host in own.compactMap({ $0 }) {
        hosts.join(index, with: &hostKeys, host)
        guard let base = identity.base, let core = identity.core else { continue }
        likely.join(index, with: &likelyKeys, LikelyKey(host: host, name: base, type: nil))
        likely.join(
          index, with: &likelyKeys, LikelyKey(host: host, name: core, type: identity.baseType ?? "")
        )
      }
      if let code = identity.creditCode, let base = identity.base {
        same.join(index, with: &sameKeys, SameKey(code: code, base: base))
      }
    }
    func likeness(_ kind: Kind, _ group: [Int]) -> Likeness {
      Likeness(kind, group.map { ($0 + 1, candidates[$0]) }, names)
    }
    // A group is told of only where it joins what the closer kinds do not.
    return same.all.map { likeness(.sameBase, $0) }
      + likely.all.filter { same.count(of: $0) > 1 }.map { likeness(.likelySameBase, $0) }
      + hosts.all.filter { likely.count(of: $0) > 1 }.map { likeness(.sameHost, $0) }
  }

  private enum HostKey: Hashable {
    case code(String)
    case name(FoldedName)
  }

  private struct LikelyKey: Hashable {
    let host: HostKey
    let name: FoldedName
    /// Nil of a whole name, whatever the type.
    let type: String?
  }

  private struct SameKey: Hashable {
    let code: String
    let base: FoldedName
  }
}

/// Numbers from 0 in groups that grow together.
private struct Groups {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  /// Joins a number with all others of its key.
  mutating func join<Key: Hashable>(_ number: Int, with keys: inout [Key: Int], _ key: Key) {
    guard let other = keys[key] else {
      keys[key] = number
      return
    }
    let (a, b) = (shorteningRoot(number), shorteningRoot(other))
    // The first of a group stands for it.
    parents[max(a, b)] = min(a, b)
  }

  private mutating func shorteningRoot(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  private func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }

  /// The groups of more than one, in the order of their first.
  var all: [[Int]] {
    var groups: [Int: [Int]] = [:]
    for number in parents.indices { groups[root(number), default: []].append(number) }
    return parents.indices.compactMap { groups[$0] }.filter { $0.count > 1 }
  }

  /// In how many groups some numbers are.
  func count(of numbers: [Int]) -> Int { Set(numbers.map { root($0) }).count }
}
