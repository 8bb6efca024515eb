// What compilers take for granted of a C library. Copies and fills are instructions of the machine.

@_extern(c, "llvm.memcpy.p0.p0.i32")
private func copyBytes(
  _ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ count: Int, _ isVolatile: Bool)
@_extern(c, "llvm.memmove.p0.p0.i32")
private func moveBytes(
  _ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ count: Int, _ isVolatile: Bool)
@_extern(c, "llvm.memset.p0.i32")
private func fillBytes(
  _ target: UnsafeMutableRawPointer, _ byte: UInt8, _ count: Int, _ isVolatile: Bool)

@c(memcpy)
public func copy(
  _ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ count: Int
) -> UnsafeMutableRawPointer {
  copyBytes(target, source, count, false)
  return target
}

@c(memmove)
public func move(
  _ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ count: Int
) -> UnsafeMutableRawPointer {
  moveBytes(target, source, count, false)
  return target
}

@c(memset)
public func fill(
  _ target: UnsafeMutableRawPointer, _ byte: Int32, _ count: Int
) -> UnsafeMutableRawPointer {
  fillBytes(target, UInt8(truncatingIfNeeded: byte), count, false)
  return target
}

/// Eight bytes at a time.
@c(memcmp)
public func compare(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Int32 {
  var offset = 0
  while count &- offset >= 8 {
    let (a, b) = (
      left.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
      right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    )
    if a != b { return a.byteSwapped < b.byteSwapped ? -1 : 1 }
    offset &+= 8
  }
  while offset < count {
    let (a, b) = (
      left.load(fromByteOffset: offset, as: UInt8.self),
      right.load(fromByteOffset: offset, as: UInt8.self)
    )
    if a != b { return a < b ? -1 : 1 }
    offset &+= 1
  }
  return 0
}

/// Where a build without optimization says why it stops; there is nobody to read it.
@c(putchar)
public func write(_ character: Int32) -> Int32 { character }
