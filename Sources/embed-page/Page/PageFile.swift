import Foundation

/// A file of the folder of the page.
struct PageFile {
  /// Its path, as messages name it.
  let path: String
  /// Its path in the folder, as modules name it.
  let name: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The line that has an offset of the text, from 1.
  func line(of index: String.Index) -> Int { text[..<index].count { $0 == "\n" } + 1 }

  /// Refuses a word after which a browser would no longer take the text for what it is.
  ///
  /// - Parameter words: in small letters.
  func refuse(_ words: [String], in element: String) throws(Complaint) {
    for (number, line) in lines.enumerated() {
      for word in words where line.lowercased().contains(word) {
        throw Complaint(
          file: path, line: number + 1,
          text: "\"\(word)\" would end the \(element) that this becomes; write it in two pieces")
      }
    }
  }
}
