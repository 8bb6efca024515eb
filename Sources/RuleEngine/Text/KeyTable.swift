/// Finds a key's number by its bytes: a hash table that is made once and compares words, not bytes.
struct KeyTable: Sendable {
  private struct Entry {
    var hash: UInt64
    var value: Int32
    var start: UInt32
    var count: UInt32
  }

  private var entries: [Entry]
  private var pool: [UInt8] = []
  private let mask: Int

  /// Numbers `keys` from 0; of equal ones, the first counts.
  init(_ keys: [ArraySlice<UInt8>]) {
    var capacity = 4
    while capacity < keys.count * 2 { capacity *= 2 }
    mask = capacity - 1
    entries = Array(repeating: Entry(hash: 0, value: -1, start: 0, count: 0), count: capacity)
    pool.reserveCapacity(keys.reduce(SourceText.padding) { $0 + $1.count })
    for key in keys { pool.append(contentsOf: key) }
    pool.append(contentsOf: repeatElement(0, count: SourceText.padding))
    var start = 0
    for (number, key) in keys.enumerated() {
      let hash = pool.withUnsafeBufferPointer { Self.hash($0.baseAddress! + start, key.count) }
      var index = Int(truncatingIfNeeded: hash) & mask
      while entries[index].value >= 0 { index = (index + 1) & mask }
      entries[index] = Entry(
        hash: hash, value: Int32(number), start: UInt32(start), count: UInt32(key.count))
      start += key.count
    }
  }

  /// The number of the key of `count` bytes at `pointer`, where eight more can be read; or nil.
  @inline(__always)
  func find(_ pointer: UnsafePointer<UInt8>, count: Int) -> Int? {
    let hash = Self.hash(pointer, count)
    return entries.withUnsafeBufferPointer { entries in
      var index = Int(truncatingIfNeeded: hash) & mask
      while entries[index].value >= 0 {
        let entry = entries[index]
        if entry.hash == hash, Int(entry.count) == count, matches(entry, pointer) {
          return Int(entry.value)
        }
        index = (index &+ 1) & mask
      }
      return nil
    }
  }

  func find(_ key: some Collection<UInt8>) -> Int? {
    var padded = Array(key)
    let count = padded.count
    padded.append(contentsOf: repeatElement(0, count: SourceText.padding))
    return padded.withUnsafeBufferPointer { find($0.baseAddress!, count: count) }
  }

  @inline(__always)
  private func matches(_ entry: Entry, _ pointer: UnsafePointer<UInt8>) -> Bool {
    pool.withUnsafeBufferPointer { pool in
      UTF8Scan.equal(pool.baseAddress! + Int(entry.start), pointer, count: Int(entry.count))
    }
  }

  @inline(__always)
  static func hash(_ pointer: UnsafePointer<UInt8>, _ count: Int, seed: UInt64 = 0) -> UInt64 {
    let raw = UnsafeRawPointer(pointer)
    var hash = UInt64(truncatingIfNeeded: count) ^ seed
    var index = 0
    while index &+ 8 < count {
      hash =
        (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
      index &+= 8
    }
    let rest = count &- index
    let last = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
    let kept = rest >= 8 ? last : last & ((1 &<< UInt64(truncatingIfNeeded: rest &* 8)) &- 1)
    hash = (hash ^ kept) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash &>> 32
  }
}
