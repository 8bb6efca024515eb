/// Makes reports of a file of lines on all processors; they are collected in the order of the file.
final class LineWalk<Collector: ReportCollector>: @unchecked Sendable {
  private let source: LineSource
  private let file: InputFile
  private let folder: ApplicationFolder
  private let walk: InputWalk<Collector>
  /// Guards `collectedCount`, `applicationCount` and the collector.
  private let turn = Monitor()
  private var collectedCount = 0
  private(set) var applicationCount = 0

  init(_ source: LineSource, _ file: InputFile, of walk: InputWalk<Collector>) {
    self.source = source
    self.file = file
    folder = ApplicationFolder(of: file)
    self.walk = walk
  }

  func run(_ maker: inout ReportMaker<Collector.Batch>) {
    var threads: [Threads.Handle] = []
    var count = 0
    while let piece = source.next() {
      count += piece.bytes.count
      // For little work, no thread is worth its start.
      if threads.isEmpty, count >= LineSource.pieceSize / 2 {
        threads = (1..<Threads.processorCount).compactMap { _ in
          Threads.start { [self] in runThread() }
        }
      }
      work(&maker, piece)
    }
    for thread in threads { thread.join() }
  }

  private func runThread() {
    var maker = walk.makeMaker()
    while let piece = source.next() { work(&maker, piece) }
  }

  private func work(_ maker: inout ReportMaker<Collector.Batch>, _ piece: LineSource.Piece) {
    maker.report(on: piece, name: file.name, in: folder)
    turn.wait(
      until: { collectedCount == piece.number },
      then: {
        walk.collector.accept(maker.batch)
        applicationCount += maker.batch.messages.count
        collectedCount += 1
      })
  }
}
