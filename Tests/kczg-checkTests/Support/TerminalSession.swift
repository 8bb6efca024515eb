import Foundation
import Synchronization

@testable import TestSupport

/// The program on a terminal, with someone who types: both standard input and output are it.
final class TerminalSession {
  private let process = Process()
  private let controller: FileHandle
  private let shown = Shown()
  private let ended = DispatchSemaphore(value: 0)
  private let drained = DispatchSemaphore(value: 0)

  init(_ arguments: [String], directory: URL) throws {
    var controllerEnd: Int32 = -1
    var line: Int32 = -1
    guard openpty(&controllerEnd, &line, nil, nil, nil) == 0 else { throw Child.Failure.noTerminal }
    _ = fcntl(controllerEnd, F_SETFD, FD_CLOEXEC)
    _ = fcntl(line, F_SETFD, FD_CLOEXEC)
    controller = FileHandle(fileDescriptor: controllerEnd, closeOnDealloc: true)
    let terminal = FileHandle(fileDescriptor: line, closeOnDealloc: true)
    process.executableURL = Command.executable
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = Command.environment(adding: [:])
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.runWithAllSignals()
    try? terminal.close()
    let descriptor = controllerEnd
    let thread = Thread { [shown, drained] in
      var buffer = [UInt8](repeating: 0, count: 4096)
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      while !shown.isUnwanted.withLock({ $0 }) {
        if poll(&wanted, 1, 20) == 0 { continue }
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { break }
        shown.bytes.withLock { $0.append(contentsOf: buffer[..<count]) }
      }
      drained.signal()
    }
    thread.start()
  }

  var text: String {
    shown.bytes.withLock { String(decoding: $0, as: UTF8.self) }.replacing("\r\n", with: "\n")
  }

  /// Waits until the program asks for more than `prompts` answers.
  func waitForPrompt(after prompts: Int) -> Bool {
    let deadline = Date(timeIntervalSinceNow: 30)
    while text.components(separatedBy: "> ").count - 1 <= prompts || !text.hasSuffix("> ") {
      if Date() > deadline { return false }
      usleep(5_000)
    }
    return true
  }

  func type(_ text: String) { controller.write(Data(text.utf8)) }

  /// Sends a signal, as what runs on a terminal gets it from the keyboard.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Takes the terminal away.
  func hangUp() {
    // It is not gone while someone waits to read from it.
    shown.isUnwanted.withLock { $0 = true }
    drained.wait()
    try? controller.close()
  }

  /// The exit status; 128 + the signal's number if a signal ended the program.
  func finish() -> Int32 {
    if ended.wait(timeout: .now() + .seconds(60)) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    // What the terminal still holds.
    usleep(20_000)
    return process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
  }
}

/// What a terminal has shown so far.
private final class Shown: Sendable {
  let bytes = Mutex(Data())
  let isUnwanted = Mutex(false)
}
