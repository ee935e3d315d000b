import Foundation
import Model
import Reading

@testable import Importing

/// The folder of our own invented documents.
private let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/importing")

/// Documents of offices, which are there only where the project is worked on.
enum SharedDocuments {
    static let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        .appending(path: "../shared/documents")

    /// True where the folder is there; tells loudly where it is not.
    static let isThere: Bool = {
        if FileManager.default.fileExists(atPath: folder.path) { return true }
        print("SKIPPED: ../shared/documents is not there; the tests on published documents did not run")
        return false
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    static func proposal(_ name: String) throws -> ImportProposal {
        try Importer.propose(bytes: bytes(name), file: name)
    }
}

/// The bytes of a fixture.
func fixtureBytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: fixtures.appending(path: name)))
}

/// What importing a fixture proposes.
func fixture(_ name: String, kind: ImportKind? = nil, year: Int? = nil) throws -> ImportProposal {
    try Importer.propose(bytes: fixtureBytes(name), file: name, kind: kind, year: year)
}

/// A workbook: the name of each sheet, and its rows with a bar between the cells.
func workbook(_ sheets: [(name: String, rows: [String])]) -> SourceDocument {
    let blocks = sheets.map { sheet -> Block in
        let rows = sheet.rows.enumerated().map { number, row in
            row.split(separator: "|", omittingEmptySubsequences: false).enumerated().map { column, cell in
                Cell(
                    String(cell).trimmingWhitespace(),
                    place: Place(
                        sheet: sheet.name, cell: "\(UnicodeScalar(UInt8(65 + column)))\(number + 1)"))
            }
        }
        return Block(.table(Table(rows: rows)), at: Place(sheet: sheet.name, cell: "A1"))
    }
    return SourceDocument(format: .xlsx, blocks: blocks, findings: [])
}

extension ImportProposal {
    /// The findings of a code.
    func findings(_ code: FindingCode) -> [Finding] { findings.filter { $0.code == code } }

    /// The objectives of the plan.
    var objectives: [Objective] { parts.plan?.objectives ?? [] }

    /// The objective with this title.
    func objective(_ title: String) -> Objective? { objectives.first { $0.title == title } }

    /// The indicator with this name, of any objective.
    func indicator(_ name: String) -> Indicator? {
        objectives.lazy.flatMap(\.indicators).first { $0.name == name }
    }
}
