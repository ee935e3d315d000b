import Foundation
import Testing

@testable import DocumentStore

@Suite("The coat of arms of an archive")
struct EmblemTests {
    /// A PNG of one grey pixel.
    private func picture(_ number: Int) throws -> Data {
        let text = [
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==",
        ][number]
        return try #require(Data(base64Encoded: text))
    }

    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "stemma-" + UUID().uuidString, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func kept(_ folder: URL) throws -> Data? { try Emblem.image(in: folder).map { Data($0) } }

    @Test func whatWasReplacedOrTakenOutComesBack() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let pictures = try [picture(0), picture(1)]
        for (order, bytes) in pictures.enumerated() {
            let file = folder.appending(path: "\(order).png")
            try bytes.write(to: file)
            try Emblem.keep(file, in: folder)
        }
        #expect(try kept(folder) == pictures[1])
        try Emblem.restore(in: folder)
        #expect(try kept(folder) == pictures[0])
        try Emblem.restore(in: folder)
        try Emblem.remove(from: folder)
        #expect(try kept(folder) == nil)
        try Emblem.restore(in: folder)
        #expect(try kept(folder) == pictures[1])
        #expect(!Emblem.hasFormer(in: folder))
    }

    @Test("What cannot be read is not replaced, and the former one stays")
    func unreadable() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.png")
        try picture(0).write(to: file)
        try Emblem.keep(file, in: folder)
        try Emblem.remove(from: folder)
        let place = folder.appending(path: "attachments/stemma.png", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        #expect(throws: (any Error).self) { try Emblem.keep(file, in: folder) }
        #expect(throws: (any Error).self) { try Emblem.restore(in: folder) }
        #expect(throws: (any Error).self) { try Emblem.remove(from: folder) }
        #expect(Emblem.hasFormer(in: folder))
    }
}
