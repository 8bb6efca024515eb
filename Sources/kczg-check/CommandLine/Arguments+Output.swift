extension Arguments {
  /// Refuses an output that is one of the inputs, through links too: the report would take its place.
  func refuseInputAsOutput() throws(UsageError) {
    guard let output, let identity = FilePath(output).regularIdentity else { return }
    func refuse(_ input: FilePath) throws(UsageError) {
      if input.identity == identity { throw .outputIsInput(output, input.name) }
    }
    for file in files + [recommender].compactMap({ $0 }) where file.name != "-" {
      if file.isDirectory {
        // Why a folder cannot be read is told where it is read.
        let folder = try? InputFolder(file, isRecursive: isRecursive)
        for file in folder?.files ?? [] { try refuse(file) }
      } else {
        try refuse(file)
      }
    }
    if let rulesDirectory {
      let listing = try? Directory.list(FilePath(rulesDirectory), suffix: ".json")
      for file in listing?.files ?? [] { try refuse(file) }
    }
  }
}
