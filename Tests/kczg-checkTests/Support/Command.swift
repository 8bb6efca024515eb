import Dispatch
import Foundation
import Synchronization

@testable import TestSupport

/// What a finished process left behind.
struct Run {
  /// The exit status; 128 + the signal's number if a signal ended the process, as a shell says it.
  let status: Int32
  let signal: Int32?
  let stdout: Data
  let stderr: Data

  var output: String { String(decoding: stdout, as: UTF8.self) }
  var errors: String { String(decoding: stderr, as: UTF8.self) }
}

/// The program under test, run as a process of its own.
enum Command {
  /// The program that was built along with these tests: both lie in the products directory.
  static let executable = Tool.built("kczg-check")

  static func run(
    _ arguments: [String], input: Data? = nil, directory: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    let child = try Child(
      executable, arguments, directory: directory, environment: environment,
      hasInput: input != nil)
    if let input { child.feed(input) }
    return try child.finish()
  }

  /// Runs `/bin/sh -c script` with `$KCZG` set to the executable.
  static func shell(
    _ script: String, directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let child = try Child(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script], directory: directory,
      environment: environment.merging(["KCZG": executable.path]) { $1 }, hasInput: false)
    return try child.finish()
  }

  /// Starts the program with its standard input open, for a test that talks to it as it runs.
  static func start(
    _ arguments: [String], directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Child {
    try Child(
      executable, arguments, directory: directory, environment: environment, hasInput: true)
  }

  /// Runs the program with a terminal as its standard output.
  static func runOnTerminal(
    _ arguments: [String], directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let child = try Child(
      executable, arguments, directory: directory, environment: environment, hasInput: false,
      onTerminal: true)
    return try child.finish()
  }

  /// The environment of the tests without what would change the program's output.
  static func environment(adding extra: [String: String]) -> [String: String] {
    let unwanted = ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLUMNS", "LINES"]
    return ProcessInfo.processInfo.environment
      .filter { !unwanted.contains($0.key) }
      .merging(extra) { $1 }
  }
}

/// A running process. Its output is drained from the start, so it never blocks on a full pipe.
final class Child {
  enum Failure: Error {
    case stillRunning(afterSeconds: Int, stderr: String)
    case noTerminal
  }

  let process = Process()
  private let input: Pipe?
  private let output: Drain
  private let errors: Drain
  private let ended = DispatchSemaphore(value: 0)

  init(
    _ executable: URL, _ arguments: [String], directory: URL? = nil,
    environment: [String: String] = [:], hasInput: Bool, onTerminal: Bool = false
  ) throws {
    let errorPipe = Pipe()
    input = hasInput ? Pipe() : nil
    process.executableURL = executable
    process.arguments = arguments
    process.environment = Command.environment(adding: environment)
    if let directory { process.currentDirectoryURL = directory }
    let outputEnd: FileHandle
    let terminal = onTerminal ? try Self.openTerminal() : nil
    if let terminal {
      outputEnd = terminal.controller
      process.standardOutput = terminal.line
    } else {
      let pipe = Pipe()
      outputEnd = pipe.fileHandleForReading
      process.standardOutput = pipe
    }
    process.standardError = errorPipe
    if let input {
      process.standardInput = input
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    // `waitUntilExit` spins a run loop, which test threads do not have; a handler needs none.
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.runWithAllSignals()
    try? terminal?.line.close()
    output = Drain(outputEnd)
    errors = Drain(errorPipe.fileHandleForReading)
  }

  private static func openTerminal() throws -> (controller: FileHandle, line: FileHandle) {
    var controller: Int32 = -1
    var line: Int32 = -1
    guard openpty(&controller, &line, nil, nil, nil) == 0 else { throw Failure.noTerminal }
    // A process started by another test must not hold the terminal open.
    _ = fcntl(controller, F_SETFD, FD_CLOEXEC)
    _ = fcntl(line, F_SETFD, FD_CLOEXEC)
    return (
      FileHandle(fileDescriptor: controller, closeOnDealloc: true),
      FileHandle(fileDescriptor: line, closeOnDealloc: true)
    )
  }

  /// What the process has written to standard output so far.
  var outputSoFar: Data { output.bytes }

  /// How many bytes written to the process it has not read yet.
  var unreadInput: Int {
    var count: Int32 = 0
    guard let input else { return 0 }
    _ = ioctl(input.fileHandleForWriting.fileDescriptor, UInt(FIONREAD), &count)
    return Int(count)
  }

  /// Writes to the process and leaves its input open; the process may stop reading at any time.
  func write(_ data: Data) {
    guard let input else { return }
    Writer.start(data, to: input.fileHandleForWriting, closing: false).wait()
  }

  /// Writes everything, beside the draining of the outputs, and closes the input.
  func feed(_ data: Data) {
    guard let input else { return }
    _ = Writer.start(data, to: input.fileHandleForWriting, closing: true)
  }

  func closeInput() {
    try? input?.fileHandleForWriting.close()
  }

  /// Waits, at most `seconds`, until `condition` holds.
  func wait(seconds: Double = 30, until condition: (Child) -> Bool) -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while !condition(self) {
      if Date() > deadline { return false }
      usleep(5_000)
    }
    return true
  }

  /// Waits for the end of the process; one that hangs is killed and is an error.
  func finish(seconds: Int = 180) throws -> Run {
    if ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw Failure.stillRunning(
        afterSeconds: seconds, stderr: String(decoding: errors.bytes, as: UTF8.self))
    }
    let stdout = output.finish()
    let stderr = errors.finish()
    let signal = process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
    return Run(
      status: signal.map { 128 + $0 } ?? process.terminationStatus, signal: signal,
      stdout: stdout, stderr: stderr)
  }
}

extension Process {
  /// Starts it as a shell would. It inherits what is blocked on this thread, and threads of a test
  /// runner block nearly every signal.
  func runWithAllSignals() throws {
    var (none, former) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    try run()
  }
}

/// Reads a stream to its end on a thread of its own.
private final class Drain: Sendable {
  private let collected = Mutex(Data())
  private let ended = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    let thread = Thread { [self] in
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        // `FileHandle.read(upToCount:)` waits for as many bytes as were asked for.
        let count = read(handle.fileDescriptor, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { break }
        collected.withLock { $0.append(contentsOf: buffer[..<count]) }
      }
      try? handle.close()
      ended.signal()
    }
    thread.start()
  }

  var bytes: Data { collected.withLock { $0 } }

  func finish() -> Data {
    ended.wait()
    return bytes
  }
}

private enum Writer {
  /// Writes on a thread of its own that blocks SIGPIPE. Ignoring the signal would be simpler, but
  /// the processes that the tests start would inherit that, and how they end by it is tested.
  static func start(_ data: Data, to handle: FileHandle, closing: Bool) -> DispatchSemaphore {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &signals, nil)
      var rest = data[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { bytes in
          #if canImport(Darwin)
            Darwin.write(handle.fileDescriptor, bytes.baseAddress, bytes.count)
          #else
            Glibc.write(handle.fileDescriptor, bytes.baseAddress, bytes.count)
          #endif
        }
        if written < 0 && errno == EINTR { continue }
        if written < 0 { break }
        rest = rest.dropFirst(written)
      }
      if closing { try? handle.close() }
      done.signal()
    }
    thread.start()
    return done
  }
}

/// Makes a folder for one test and removes it afterwards.
func withTemporaryDirectory<T>(_ body: (URL) throws -> T) throws -> T {
  let directory = FileManager.default.temporaryDirectory
    .appendingPathComponent("kczg-check-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  return try body(directory)
}
