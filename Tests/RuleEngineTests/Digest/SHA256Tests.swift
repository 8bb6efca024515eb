import Digest
import Testing

@Suite struct SHA256Tests {
  private func digest(_ text: String) -> String { SHA256.hexDigest(of: Array(text.utf8)[...]) }

  /// The examples of FIPS 180-4 and of its validation system.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func standardVectors(_ text: String, _ expected: String) { #expect(digest(text) == expected) }

  @Test func aMillionTimesA() {
    #expect(
      digest(String(repeating: "a", count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// The bytes 0, 1, 2 … modulo 251, of every length around the ends of blocks; the digests in the
  /// table were made by another program.
  @Test func everyLength() throws {
    let table = try Fixture.decode("values/sha-256.json", as: [String: String].self)
    #expect(table.count > 130)
    for (length, expected) in table {
      let bytes = (0..<(try #require(Int(length)))).map { UInt8($0 % 251) }
      #expect(SHA256.hexDigest(of: bytes[...]) == expected, "\(length) bytes")
      // A slice that does not begin at 0 has the digest of its bytes.
      #expect(
        SHA256.hexDigest(of: ([9, 9, 9] + bytes)[3...]) == expected, "\(length) bytes, in a slice")
    }
  }
}
