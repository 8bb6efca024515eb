import Foundation
import RuleEngine

// `embed-rules OUTPUT FILE…`: checks the files of rules/ and writes a Swift source that holds them.
//
// What is wrong in any of them is told as compilers tell it, all at once; then nothing is written,
// and the build fails.
let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
  Complaint.write("usage: embed-rules OUTPUT FILE…")
  exit(64)
}
do {
  let folder = try RulesFolder(paths: Array(arguments.dropFirst()))
  try folder.check()
  try folder.source.write(toFile: output, atomically: true, encoding: .utf8)
} catch let complaints as Complaints {
  for complaint in complaints.lines { Complaint.write(complaint) }
  exit(1)
} catch {
  Complaint.write("\(output): error: \(error.localizedDescription)")
  exit(1)
}
