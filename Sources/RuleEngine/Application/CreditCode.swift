/// The check character of a unified social credit code, GB 32100-2015.
enum CreditCode {
  /// The check character that goes with the characters before it: the weights are 3⁰, 3¹, 3² …
  /// modulo the size of the alphabet.
  static func checkCharacter(of characters: some Sequence<UInt8>, _ alphabet: Alphabet) -> UInt8 {
    let size = alphabet.characters.count
    var weight = 1
    var sum = 0
    for character in characters {
      sum += (alphabet.value(of: character) ?? 0) * weight
      weight = weight * 3 % size
    }
    return alphabet.characters[(size - sum % size) % size]
  }
}
