/// The three descriptors that every program is given.
package enum StandardDescriptors {
  /// Opens what was closed of them, so that no file gets its number. A standard output that was
  /// closed still cannot be written.
  package static func occupy() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
    }
  }
}
