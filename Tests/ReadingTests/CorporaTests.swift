import Foundation
import Reading
import Testing

@Suite("Files of other projects", .enabled(if: SharedFolder.exists("corpora/spreadsheets")))
struct CorporaTests {
    /// What is refused, and with what; where openpyxl, calamine and LibreOffice agree, this agrees with them.
    private static let refused: [String: ReadingError] = [
        "issue_594_dos.ods": .tooLarge(what: "columns", limit: 16_384),
        "pass_protected.ods": .encrypted, "pass_protected.xlsx": .encrypted,
        "issue252.xlsx": .damaged(format: .xlsx, detail: "XML, line 1"),
        "empty_sheet.xlsx": .empty, "issue127.ods": .empty, "issue127.xlsx": .empty, "picture.ods": .empty,
        "picture.xlsx": .empty, "empty.docx": .empty, "external-picture.docx": .empty,
        "tiny-picture.docx": .empty, "tiny-picture-target-base-relative.docx": .empty,
    ]

    @Test("Each has the outcome that it should have, within the budget", arguments: ["spreadsheets", "docx"])
    func outcomes(folder: String) throws {
        let client = DocumentReaderClient()
        for name in try SharedFolder.names("corpora/" + folder) where name != "LICENSE" {
            let bytes = try SharedFolder.bytes("corpora/\(folder)/\(name)")
            #expect(
                refusal { () throws(ReadingError) in try client.read(bytes) } == Self.refused[name], "\(name)"
            )
        }
    }

    @Test(
        "Values that once were read wrong",
        arguments: [
            ("date.xlsx", "T 01/01/2021|15 / 02/01/2021|16 / 255:10:10|17"),
            ("date_1904.xlsx", "T 01/01/2021|15 / 02/01/2021|16 / 255:10:10|17"),
            ("has_x000D_.xlsx", "H ABC\nDEF"), ("encoded_entities.xlsx", "P &"),
            ("inlineStr_cdata.xlsx", "T Hello CDATA|World / 12345|NormalText"),
            ("merge_cells.xlsx", "T Row Merge|<|Not Merged / Column Merge|Chunk Merged|<"),
            ("nonstandard-xml-ns-prefix.xlsx", "T a|b / 1|3 / 2|4"),
            ("table_with_absolute_paths.xlsx", "T Item|Name / 100|North / 200|South / 101|West / 290|East"),
            ("number_rows_repeated.ods", "T A|B / C|D / C|D"),
        ])
    func values(name: String, first: String) throws {
        let document = try DocumentReaderClient().read(try SharedFolder.bytes("corpora/spreadsheets/" + name))
        #expect(shorthand(document).first == first)
    }
}
