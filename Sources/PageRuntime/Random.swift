// Chance, for the order of sets and dictionaries: whoever writes a file must not foresee it.

nonisolated(unsafe) private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

/// Begins with what the page draws; before anything else is called.
@c(kczg_seed)
public func seed(_ low: UInt32, _ high: UInt32) { state ^= UInt64(high) &<< 32 | UInt64(low) }

/// SplitMix64.
@c(arc4random_buf)
public func randomBytes(_ target: UnsafeMutableRawPointer, _ count: Int) {
  var offset = 0
  while offset < count {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word &>> 27)) &* 0x94D0_49BB_1331_11EB
    word ^= word &>> 31
    target.storeBytes(
      of: UInt8(truncatingIfNeeded: word), toByteOffset: offset, as: UInt8.self)
    offset &+= 1
  }
}
