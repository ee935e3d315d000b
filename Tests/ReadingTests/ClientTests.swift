import Foundation
import Reading
import Testing

@Suite("A program of its own reads")
struct ClientTests {
    /// What reading by a program of `Programs` is refused with. The programs lie in the repository: a program that is
    /// written and started at once is busy where another test starts a child meanwhile.
    private func failure(_ name: String, seconds: Int = 10) throws -> ReadingError? {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let client = DocumentReaderClient(
            budget: ReadingBudget(secondsPerMegabyte: 1, leastSeconds: seconds),
            program: folder.appending(path: "Programs/" + name))
        return refusal { () throws(ReadingError) in try client.read(Array("a\tb\n".utf8)) }
    }

    @Test("Text, a workbook and a page come through it as they are; so do refusals")
    func through() throws {
        let client = DocumentReaderClient()
        #expect(shorthand(try client.read(Array("a\tb\n1\t2\n".utf8))) == ["T a|b / 1|2"])
        let workbook = TestWorkbook("<row><c t=\"str\"><v>a</v></c><c><v>0.5</v></c></row>")
        #expect(try client.read(workbook.bytes) == workbook.read())
        #expect(shorthand(try client.read(Array("<table><tr><td>x<td>y</table>".utf8))) == ["T x|y"])
        #expect(refusal { () throws(ReadingError) in try client.read(Array(" \n".utf8)) } == .empty)
        #expect(refusal { () throws(ReadingError) in try client.read([0x50, 0x4B, 3, 4]) } != nil)
        #expect(
            refusal { () throws(ReadingError) in try client.read(Array("{\\rtf1".utf8)) }
                == .unsupported(format: "rtf"))
    }

    @Test("A program that lies below /tmp reads too, also where bubblewrap shuts it in")
    func belowTemporaryFolder() throws {
        let folder = URL(filePath: "/tmp/barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let reader = folder.appending(path: "barometro-reader")
        try FileManager.default.createSymbolicLink(
            at: reader, withDestinationURL: DocumentReaderClient.standardProgram)
        let client = DocumentReaderClient(program: reader)
        #expect(shorthand(try client.read(Array("<table><tr><td>x<td>y</table>".utf8))) == ["T x|y"])
    }

    @Test("A crash, a hang, nonsense and an endless answer are refusals")
    func faults() throws {
        #expect(try failure("crash") == .readerFailed(detail: "signal 11"))
        #expect(try failure("failure") == .readerFailed(detail: "exit 3"))
        #expect(try failure("hang", seconds: 1) == .tooSlow(seconds: 3))
        #expect(try failure("nonsense") == .readerFailed(detail: "answer broken at byte 0"))
        let endless = try failure("endless", seconds: 60)
        let budget = ReadingBudget.standard
        #expect(endless == .tooLarge(what: "answer", limit: budget.textBytes + budget.cells * 64))
    }

    @Test("The program ends with the one that asked it, also while it waits for the rest of a file")
    func endsWithItsParent() throws {
        let (input, output) = (Pipe(), Pipe())
        let program = Process()
        program.executableURL = DocumentReaderClient.standardProgram
        program.standardInput = input
        program.standardOutput = output
        try program.run()
        try input.fileHandleForWriting.write(contentsOf: Data("a\tb\n".utf8))
        try? output.fileHandleForWriting.close()
        try output.fileHandleForReading.close()
        program.waitUntilExit()
        #expect(program.terminationStatus == 1)
        try input.fileHandleForWriting.close()
    }

    @Test("Without the program text is read all the same, other files are refused")
    func missing() throws {
        let client = DocumentReaderClient(program: URL(filePath: "/nowhere/barometro-reader"))
        #expect(shorthand(try client.read(Array("a\tb\n".utf8))) == ["T a|b"])
        #expect(
            refusal { () throws(ReadingError) in try client.read(Array("<p>a".utf8)) }
                == .readerFailed(detail: "/nowhere/barometro-reader"))
    }

    @Test(
        "Any document survives the way between the programs; a broken answer is a refusal", arguments: 1...30)
    func compactForm(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let texts = ["", "a", "città\nalta", "1.250,5", "x"]
        func text() -> String { texts[Int(random.next() % UInt64(texts.count))] }
        func number(_ limit: UInt64) -> Int { Int(random.next() % limit) }
        let types: [CellType] = [
            .text, .number("-1.5"), .percent("30"), .date("2024-01-31"), .boolean(true), .boolean(false),
            .error,
        ]
        let blocks = (0..<8).map { index in
            let place = Place(
                page: number(3), sheet: ["a", nil, "b"][number(3)], line: number(9), block: index)
            let cells = (0..<3).map { row in
                (0..<2).map { column in
                    Cell(
                        text(), type: types[number(7)],
                        place: Place(line: 1, row: row, column: column, block: index),
                        rowSpan: 1 + number(2), columnSpan: 1 + number(2), isCovered: number(2) == 1)
                }
            }
            let contents: [Block.Content] = [
                .heading(text(), level: number(2) == 1 ? 2 : nil), .paragraph(text()), .item(text()),
                .table(Table(rows: cells, headRows: number(2))),
            ]
            return Block(contents[number(4)], at: place)
        }
        let findings = [ReadingFinding(.hiddenRead, at: Place(sheet: "a"), detail: text())]
        let document = SourceDocument(
            format: .ods, blocks: blocks, headersAndFooters: [blocks[0]], findings: findings)
        var bytes = CompactWriter.bytes(of: document)
        #expect(try CompactReader.document(bytes, budget: .standard) == document)
        for _ in 0..<40 {
            bytes[number(UInt64(bytes.count))] = UInt8(number(256))
            _ = refusal { () throws(ReadingError) in try CompactReader.document(bytes, budget: .standard) }
        }
        let cut = Array(bytes.prefix(number(UInt64(bytes.count))))
        #expect(
            refusal { () throws(ReadingError) in try CompactReader.document(cut, budget: .standard) } != nil)
    }

    @Test(
        "Every refusal survives the way",
        arguments: [
            ReadingError.empty, .unsupported(format: "xls"), .unknownFormat, .encrypted, .scanned(pages: 3),
            .damaged(format: .xlsx, detail: "a b"), .tooLarge(what: "cells", limit: 5), .tooSlow(seconds: 9),
            .readerFailed(detail: "x"),
        ])
    func refusals(error: ReadingError) {
        let bytes = CompactWriter.bytes(of: error)
        #expect(
            refusal { () throws(ReadingError) in try CompactReader.document(bytes, budget: .standard) }
                == error)
    }
}
