import Glibc
import Rules

// What libFuzzer calls. `.ci/fuzz` builds it together with ReportWalk and HostileBytes of
// RuleEngineTests, so that what a seed finds here fails there too.

/// What the bytes are taken for, by `FUZZ_KIND`.
private let kind: HostileBytes = {
  let name = getenv("FUZZ_KIND").map { String(cString: $0) } ?? "application"
  guard let kind = HostileBytes(rawValue: name) else { fatalError("FUZZ_KIND is no kind: \(name)") }
  return kind
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let contradictions = kind.contradictions(
    in: bytes,
    HostileBytes.Looks(
      report: { Rendering.contradictions(of: $0) },
      match: { Rendering.contradictions(ofMatch: $0) },
      screening: { Rendering.contradictions(of: $0, $1) },
      errors: { Rendering.contradictions(of: $0) }))
  guard contradictions.isEmpty else { fatalError(contradictions.joined(separator: "\n")) }
  return 0
}

/// Half of the mutations are libFuzzer's own, which mostly break the text; the others keep it JSON.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ seed: UInt32
) -> Int {
  guard seed % 2 == 0 else { return mutateBytes(data, count, capacity) }
  var mutator = JSONMutator(Array(UnsafeBufferPointer(start: data, count: count)), seed: seed)
  let mutated = mutator.mutated()
  guard !mutated.isEmpty, mutated.count <= capacity else {
    return mutateBytes(data, count, capacity)
  }
  data.update(from: mutated, count: mutated.count)
  return mutated.count
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(
  _ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int
) -> Int
