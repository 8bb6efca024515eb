/// A word that an enumerated fact can be.
public struct NamedCode: Sendable {
  /// The word in an application.
  public let name: String
  /// What it is called.
  public let label: Words
  /// What people call it besides.
  public internal(set) var otherNames: [String] = []
}
