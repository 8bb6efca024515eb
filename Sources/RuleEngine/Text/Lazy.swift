/// A value that is made when it is first asked for, once for all threads.
final class Lazy<Value: Sendable>: Sendable {
  private enum State {
    case unmade(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Lock<State>

  init(_ make: @escaping @Sendable () -> Value) { state = Lock(.unmade(make)) }

  var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .unmade(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
