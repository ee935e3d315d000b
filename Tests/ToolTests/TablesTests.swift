import Foundation
import Testing

@Suite struct TablesTests {
    @Test func aFileIsShownAsItsBlocksAndTables() throws {
        let scratch = try Scratch()
        let path = scratch.path("a.csv")
        try Data("Comune di Prova\n\nNome;Target\nAlberi;12\n".utf8).write(to: URL(filePath: path))
        let run = try ToolRun(["tables", path, "--json"])
        #expect(run.code == 0)
        let json = try run.json
        #expect(json["format"] as? String == "csv")
        let blocks = try #require(json["blocks"] as? [[String: Any]])
        #expect(blocks.map { $0["kind"] as? String } == ["heading", "table"])
        #expect(blocks[0]["text"] as? String == "Comune di Prova")
        let place = try #require(blocks[1]["place"] as? [String: Any])
        #expect(place["line"] as? Int == 3)
        #expect(place["page"] is NSNull)
        let tables = try #require(json["tables"] as? [[String: Any]])
        #expect(tables.map { $0["rows"] as? [[String]] } == [[["Nome", "Target"], ["Alberi", "12"]]])
    }

    @Test func aFileThatCannotBeReadSaysWhyAndWhatToDo() throws {
        let scratch = try Scratch()
        let path = scratch.path("a.rtf")
        try Data("{\\rtf1 testo}".utf8).write(to: URL(filePath: path))
        let run = try ToolRun(["tables", path])
        #expect(run.code == 3)
        #expect(run.errors.contains("RTF"))
        #expect(run.errors.contains("XLSX"))
    }
}
