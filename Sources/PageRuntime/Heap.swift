// Memory for objects, as the standard library asks for it where there is no operating system.

/// The instruction that makes the memory so many pages of 64 KiB larger: the pages it had, or -1.
@_extern(c, "llvm.wasm.memory.grow.i32")
private func growMemory(_ memory: Int32, byPages count: Int32) -> Int32

/// Blocks in size classes: a freed block waits for the next request of its class, so that work that
/// repeats itself needs no more memory than it did at first. One thread.
private struct Heap {
  private static let pageSize: UInt = 1 << 16
  /// Asked for at once, since each growth makes the page look at the memory anew.
  private static let leastGrowth: UInt = 16
  /// Before each block, its class; as much as keeps the block aligned.
  private static let headSize: UInt = 16
  static let alignment: UInt = 16
  private static let classCount: UInt = 16 + 4 * 24 + 1

  /// The first free block of each class, each with the address of the next in it.
  private var free: UnsafeMutablePointer<UInt>?
  /// What has not been handed out yet.
  private var start: UInt = 0
  private var end: UInt = 0

  /// - Returns: nil where the memory cannot grow any more.
  mutating func allocate(_ count: UInt) -> UInt? {
    // Beyond this the rounded size would not be an address any more.
    guard count <= 1 << 31, prepare() else { return nil }
    let (index, size) = Self.sizeClass(of: count)
    if let block = UnsafePointer<UInt>(bitPattern: free![index]) {
      free![index] = block.pointee
      return UInt(bitPattern: block)
    }
    guard let head = carve(Self.headSize &+ size) else { return nil }
    UnsafeMutablePointer<Int>(bitPattern: head)!.pointee = index
    return head &+ Self.headSize
  }

  mutating func deallocate(_ block: UInt) {
    let index = UnsafePointer<Int>(bitPattern: block &- Self.headSize)!.pointee
    UnsafeMutablePointer<UInt>(bitPattern: block)!.pointee = free![index]
    free![index] = block
  }

  /// Steps of 16 bytes up to 256, then four to each doubling.
  private static func sizeClass(of count: UInt) -> (index: Int, size: UInt) {
    if count <= 256 {
      let index = max(1, (count &+ 15) &>> 4)
      return (Int(bitPattern: index), index &<< 4)
    }
    let last = count &- 1
    let exponent = UInt(bitPattern: UInt.bitWidth &- 1 &- last.leadingZeroBitCount)
    let quarter = (last &>> (exponent &- 2)) & 3
    let size = (1 &<< exponent) &+ ((quarter &+ 1) &<< (exponent &- 2))
    return (Int(bitPattern: 17 &+ (exponent &- 8) &* 4 &+ quarter), size)
  }

  /// The table of free blocks stands at the start of what the memory grows by at first: it is zero.
  private mutating func prepare() -> Bool {
    if free != nil { return true }
    guard let table = carve(Self.classCount &* UInt(bitPattern: MemoryLayout<UInt>.stride))
    else { return false }
    free = UnsafeMutablePointer(bitPattern: table)
    return true
  }

  private mutating func carve(_ count: UInt) -> UInt? {
    let size = (count &+ Self.alignment &- 1) & ~(Self.alignment &- 1)
    if end &- start < size {
      let lacking = size &- (end &- start)
      let pages = max(Self.leastGrowth, (lacking &+ Self.pageSize &- 1) / Self.pageSize)
      let before = growMemory(0, byPages: Int32(bitPattern: UInt32(pages)))
      guard before >= 0 else { return nil }
      // Also the first time; what comes after what is left over belongs to it.
      let grown = UInt(bitPattern: Int(before)) &* Self.pageSize
      if grown != end { start = grown }
      end = grown &+ pages &* Self.pageSize
    }
    defer { start = start &+ size }
    return start
  }
}

nonisolated(unsafe) private var heap = Heap()

@c(posix_memalign)
public func allocate(
  _ block: UnsafeMutablePointer<UInt>, _ alignment: UInt, _ count: UInt
) -> Int32 {
  let (invalid, outOfMemory): (Int32, Int32) = (22, 12)
  guard alignment <= Heap.alignment else { return invalid }
  guard let address = heap.allocate(count) else { return outOfMemory }
  block.pointee = address
  return 0
}

@c(__wrap_free)
public func deallocate(_ block: UInt) {
  if block != 0 { heap.deallocate(block) }
}
