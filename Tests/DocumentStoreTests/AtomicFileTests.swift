import DocumentStore
import Foundation
import Testing

@Suite("A file that a person asked for is written whole, or stays as it was")
struct AtomicFileTests {
    private struct Stop: Error {}

    @Test(
        "Pieces that come one after the other are one file, with the permissions of the one that it replaces")
    func pieces() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "stampa.pdf")
        try Data("vecchio".utf8).write(to: file)
        chmod(file.plainPathOfTest, 0o640)
        let made = try AtomicFile.write(to: file.plainPathOfTest) { put in
            for piece in ["uno ", "", "due"] { try put(Data(piece.utf8)) }
            return 2
        }
        #expect(made == 2)
        #expect(try String(contentsOf: file, encoding: .utf8) == "uno due")
        #expect(try mode(of: file) == 0o640)
        #expect(try names(in: scratch) == ["stampa.pdf"])
    }

    @Test(
        "What stops in the middle leaves the file that was there, and nothing beside it",
        arguments: [true, false])
    func stopped(isThere: Bool) throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "stampa.pdf")
        if isThere { try Data("vecchio".utf8).write(to: file) }
        #expect(throws: Stop.self) {
            try AtomicFile.write(to: file.plainPathOfTest) { put in
                try put(Data("metà".utf8))
                throw Stop()
            }
        }
        #expect(try names(in: scratch) == (isThere ? ["stampa.pdf"] : []))
        if isThere { #expect(try String(contentsOf: file, encoding: .utf8) == "vecchio") }
    }

    private func names(in scratch: Scratch) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.plainPathOfTest)
    }

    private func mode(of file: URL) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: file.plainPathOfTest)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}
