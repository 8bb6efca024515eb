package import Rules

#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#elseif canImport(Darwin)
  @_exported public import Darwin
#endif

/// What the last failed system call gave as its reason.
package struct SystemError: Error {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  package static var last: SystemError { SystemError(number: errno) }

  package var text: Bilingual {
    let english = String(cString: strerror(number))
    return Bilingual(zh: chinese ?? english, en: english)
  }

  private var chinese: String? {
    switch number {
    case ENOENT: "文件或目录不存在"
    case EACCES, EPERM: "没有权限"
    case EISDIR: "这是一个目录"
    case ENOTDIR: "路径中有一部分不是目录"
    case ENOSPC: "磁盘空间不足"
    case EEXIST: "文件已存在"
    case ELOOP: "符号链接循环"
    case ENAMETOOLONG: "路径过长"
    case EBADF: "没有打开"
    case EPIPE: "管道已关闭"
    case EROFS: "文件系统只读"
    case EIO: "读写故障"
    default: nil
    }
  }
}

/// Repeats a system call that a signal interrupted.
package func retrying<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result != -1 { return result }
    let error = SystemError.last
    if error.number != EINTR { throw error }
  }
}

/// Writes all of `bytes`, however often that takes.
package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemError) {
  var start = 0
  while start < bytes.count {
    start += try retrying { write(descriptor, bytes.baseAddress! + start, bytes.count - start) }
  }
}

package func openForReading(_ path: FilePath) throws(SystemError) -> Int32 {
  try retrying { open(path.bytes, O_RDONLY | O_CLOEXEC) }
}
