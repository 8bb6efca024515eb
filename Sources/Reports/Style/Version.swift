/// Which version of the program this is.
package enum Version {
  /// By semver.org.
  package static let number = "1.0.0"
}
