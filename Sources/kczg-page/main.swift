import Foundation

var page = ""
for piece in PageContents.pieces {
  switch piece {
  case .text(let text): page += text.description
  case .slot(.options): page += "{\"language\":\"zh\"}"
  case .slot(.engine): page += PageContents.engine?.description ?? ""
  case .slot(.rules): page += "H4sIAAAAAAACA2NgYGCoBgBhtFHvBQAAAA=="
  case .slot: page += "x"
  }
}
print(page)
