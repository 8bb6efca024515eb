/// Which of `candidates` a misspelt word was most likely meant to be; nil where none is near.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  nearest(1, to: word, among: candidates).first
}

/// The `count` nearest of them, the nearest first.
func nearest(_ count: Int, to word: String, among candidates: some Sequence<String>) -> [String] {
  let letters = Array(word.lowercased().utf8)
  guard !letters.isEmpty, letters.count <= 64 else { return [] }
  var near: [(distance: Int, candidate: String)] = []
  for candidate in candidates {
    let other = Array(candidate.lowercased().utf8)
    let bound = max(1, max(letters.count, other.count) / 3)
    guard abs(letters.count - other.count) <= bound else { continue }
    let distance = editDistance(letters, other)
    if distance <= bound { near.append((distance, candidate)) }
  }
  var distance = 0
  var found: [String] = []
  while found.count < count, !near.isEmpty {
    for candidate in near where candidate.distance == distance {
      if !found.contains(candidate.candidate) { found.append(candidate.candidate) }
    }
    near.removeAll { $0.distance == distance }
    distance += 1
  }
  return Array(found.prefix(count))
}

/// Insertions, deletions, replacements and swaps of neighbours that make `b` of `a`.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1] + [Int](repeating: 0, count: b.count)
    for j in 0..<b.count {
      row[j + 1] = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
