import Foundation

/// Something wrong in a file of the page, in the form in which compilers tell errors.
struct Complaint: Error {
  let file: String
  /// From 1; nil where it is about the file as a whole.
  var line: Int?
  let text: String

  var sentence: String {
    let place = line.map { "\(file):\($0):1" } ?? file
    return "\(place): error: \(text)\n"
  }
}

/// Everything that is wrong.
struct Complaints: Error {
  let all: [Complaint]
}
