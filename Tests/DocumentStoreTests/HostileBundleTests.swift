import Foundation
import Model
import Sample
import Testing

@testable import DocumentStore

/// A bundle's text, changed by hand and sealed again.
struct ForgedBundle {
    var members: [String: JSONValue]

    init(_ bytes: [UInt8]) throws {
        guard case .object(let members) = try StrictJSON.read(bytes, deepest: 99) else {
            throw BundleError.notABundle
        }
        self.members = members
    }

    /// The text with a digest that fits.
    var bytes: [UInt8] {
        var rest = members
        rest["digest"] = nil
        var sealed = rest
        sealed["digest"] = .string(Digest.sha256(JSONValue.object(rest).lineText))
        return JSONValue.object(sealed).documentText
    }

    /// Changes the text of a document's part.
    mutating func edit(_ document: String, _ change: (String) -> String) throws {
        guard case .object(var documents) = members["documents"],
            case .object(var entry) = documents[document], let part = entry["part"]
        else { throw BundleError.notABundle }
        let old = String(decoding: part.lineText, as: UTF8.self)
        let new = change(old)
        try #require(new != old)
        entry["part"] = try StrictJSON.read(Array(new.utf8), deepest: 999)
        documents[document] = .object(entry)
        members["documents"] = .object(documents)
    }
}

@Suite struct HostileBundleTests {
    private let scratch: Scratch
    private let store: ArchiveStore
    private let good: [UInt8]

    init() throws {
        scratch = try Scratch()
        store = try ArchiveStore.small(in: scratch)
        good = try store.exportBundle(BundleScope(), author: "office", at: moment)
    }

    /// What is said about a bundle; nil where it is taken.
    private func refusal(_ bytes: [UInt8]) -> BundleError? {
        do {
            _ = try store.review(bundle: bytes)
            return nil
        } catch {
            return error
        }
    }

    private func refusal(_ change: (inout ForgedBundle) throws -> Void) throws -> BundleError? {
        var forged = try ForgedBundle(good)
        try change(&forged)
        return refusal(forged.bytes)
    }

    @Test func theUnchangedBundleIsTaken() throws {
        #expect(refusal(good) == nil)
        #expect(try ForgedBundle(good).bytes == good)
    }

    @Test func aBundleThatUnpacksToTooMuchIsRefused() throws {
        let text = String(repeating: "x", count: 1 << 20)
        let places = (0..<200).map { "a1 field\($0)" }.joined(separator: "; ")
        let error = try refusal { forged in
            forged.members["sourceFiles"] = .object([
                "a": .object(["file": .string("f.txt"), "texts": .object(["1": .string(text)])])
            ])
            try forged.edit("servizi") { part in
                part.replacingOccurrences(of: "\"sources\":{}", with: "\"sources\":\"\(places)\"")
            }
        }
        guard case .tooLarge = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        "b1 name", "a2 name", "a1", "a1  name", "a01 name", "a1 name; a1 name", "a1 name-2019", "",
    ])
    func aBundleWithAPlaceThatNoFileHasIsRefused(places: String) throws {
        let error = try refusal { forged in
            forged.members["sourceFiles"] = .object([
                "a": .object(["file": .string("f.txt"), "texts": .object(["1": .string("riga")])])
            ])
            try forged.edit("servizi") { part in
                part.replacingOccurrences(of: "\"sources\":{}", with: "\"sources\":\"\(places)\"")
            }
        }
        guard case .document(.services, .undecodable) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aBundleThatWasCutAnywhereIsRefused() {
        for length in stride(from: 0, to: good.count - 1, by: 97) {
            guard case .malformed = refusal(Array(good[..<length])) else {
                Issue.record("\(length) bytes were taken")
                return
            }
        }
    }

    @Test func aByteThatChangedIsNoticed() {
        for place in stride(from: 10, to: good.count, by: 61) {
            var bytes = good
            bytes[place] = bytes[place] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
            #expect(refusal(bytes)?.isUnreadable == true, "byte \(place)")
        }
    }

    @Test func aNameThatIsThereTwiceIsRefusedWithItsPlace() throws {
        let text = String(decoding: good, as: UTF8.self)
        let twice = text.replacingOccurrences(of: "\"author\":", with: "\"author\": \"x\",\n  \"author\":")
        guard case .malformed(let problem) = refusal(Array(twice.utf8)) else {
            Issue.record("The bundle was taken.")
            return
        }
        #expect(problem.reason == .duplicateKey("author"))
        #expect(problem.line > 1)
    }

    @Test func textsThatAreNoBundleAreToldApart() {
        #expect(refusal(Array("{}".utf8)) == .notABundle)
        #expect(refusal(Array("[1]".utf8)) == .notABundle)
        #expect(refusal(Array("{\"kind\": \"barometro-bundle\"}".utf8)) == .wrongDigest)
        guard case .malformed = refusal([]), case .malformed = refusal(Array("Comune".utf8)) else {
            Issue.record("Something was taken.")
            return
        }
    }

    @Test func deepNestingIsRefused() throws {
        let deep = String(repeating: "[", count: 100_000)
        guard case .malformed(let problem) = refusal(Array(deep.utf8)) else {
            Issue.record("The bundle was taken.")
            return
        }
        guard case .tooDeep = problem.reason else {
            Issue.record("\(problem)")
            return
        }
        // A part that fits into a bundle, but not into a document's file.
        let levels = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
        let error = try refusal { forged in
            try forged.edit("servizi") {
                $0.replacingOccurrences(
                    of: "{\"dismissals\"", with: "{\"a\":{\"b\":\(levels)},\"dismissals\"")
            }
        }
        guard case .document(.services, .malformed) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        "1e999999999", "-1e-999999999", "1E400", String(repeating: "9", count: 200_000),
        "0." + String(repeating: "1", count: 200_000),
    ])
    func hugeNumbersInFieldsAreRefused(_ number: String) throws {
        for value in [number, "\"\(number)\""] {
            let error = try refusal { forged in
                try forged.edit("piano-2025") {
                    $0.replacingOccurrences(of: "\"year\":2025", with: "\"year\":\(value)")
                }
            }
            #expect(error?.isUnreadable == true)
            let weight = try refusal { forged in
                try forged.edit("piano-2025") {
                    $0.replacingOccurrences(of: "\"phases\":[]", with: "\"phases\":[],\"weight\":\(value)")
                }
            }
            #expect(weight?.isUnreadable == true)
        }
        for field in ["format", "baseFormat"] {
            #expect(try refusal { $0.members[field] = .number(number) } == .undecodable(field: [field]))
        }
    }

    @Test func aHugeNumberInAnUnknownFieldIsKept() throws {
        var forged = try ForgedBundle(good)
        forged.members["colour"] = .number("1e999999999")
        try forged.edit("servizi") {
            $0.replacingOccurrences(of: "{\"dismissals\"", with: "{\"a\":1e999999999,\"dismissals\"")
        }
        let working = try ArchiveStore.create(
            at: scratch.folder.appending(path: "working"), fromBundle: forged.bytes, summary: "Opened",
            author: "colleague", date: moment)
        let back = try working.exportBundle(BundleScope(), author: "colleague", at: moment)
        let text = String(decoding: back, as: UTF8.self)
        #expect(text.components(separatedBy: "1e999999999").count == 3)
        let review = try store.review(bundle: back)
        #expect(review.changes.map(\.change.after) == [.number("1e999999999")])
        try store.merge(review, summary: "Merged", author: "office", at: moment)
        #expect(store.checkpoint().isEmpty)
        #expect(try scratch.text("documents/servizi.json").contains("1e999999999"))
        #expect(try ArchiveStore.verify(at: scratch.archive).isEmpty)
    }

    @Test func anotherArchiveIsRefused() throws {
        for field in ["archive", "municipalityID"] {
            let error = try refusal { $0.members[field] = .string(UUID().uuidString) }
            #expect(error == .otherArchive(municipality: "Comune di Prova"))
        }
        let error = try refusal { forged in
            try forged.edit("ente") {
                $0.replacingOccurrences(of: store.content.municipality.id.uuidString, with: UUID().uuidString)
            }
        }
        #expect(error == .otherArchive(municipality: "Comune di Prova"))
    }

    @Test func aNewerFormatIsRefusedWithBothAndAnOlderOneIsBroughtUp() throws {
        guard case .newerFormat(99, let supported) = try refusal({ $0.members["format"] = .number("99") })
        else {
            Issue.record("The bundle was taken.")
            return
        }
        #expect(
            try refusal { $0.members["format"] = .number("0") }
                == .unknownFormat(found: 0, supported: supported))
        let older = try refusal { forged in
            forged.members["format"] = .number("1")
            try forged.edit("ente") { $0.replacingOccurrences(of: "\"locks\":[],", with: "") }
        }
        #expect(older == nil)
    }

    @Test(arguments: ["../ente", "piano-2025/../../x", "ente.json", "", "piano-20255", "/etc/passwd", "lock"])
    func namesOfDocumentsThatNoArchiveHasAreRefused(_ name: String) throws {
        let error = try refusal { forged in
            guard case .object(var documents) = forged.members["documents"] else { return }
            documents[name] = documents["servizi"]
            forged.members["documents"] = .object(documents)
        }
        #expect(error == .unknownDocument(name))
    }

    @Test(arguments: ["../../../etc/passwd", "ABC", String(repeating: "g", count: 64)])
    func whatIsNoDigestIsRefused(_ text: String) throws {
        #expect(try refusal { $0.members["sent"] = .array([.string(text)]) } == .undecodable(field: ["sent"]))
        let error = try refusal { forged in
            guard case .object(var documents) = forged.members["documents"],
                case .object(var entry) = documents["ente"]
            else { return }
            entry["base"] = .string(text)
            documents["ente"] = .object(entry)
            forged.members["documents"] = .object(documents)
        }
        #expect(error == .undecodable(field: ["documents", "ente"]))
    }

    @Test func anIdentityThatIsThereTwiceIsRefused() throws {
        let error = try refusal { forged in
            try forged.edit("servizi") { text in
                guard let start = text.range(of: "\"services\":["),
                    let end = text.range(of: "]", options: .backwards)
                else { return text }
                let service = text[start.upperBound..<end.lowerBound]
                return text.replacingCharacters(in: end, with: ",\(service)]")
            }
        }
        guard case .document(.services, .duplicateIdentity) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aPartThatNamesWhatItDoesNotHoldIsRead() throws {
        let error = try refusal { forged in
            try forged.edit("piano-2025") {
                $0.replacingOccurrences(
                    of: "\"phases\":[]",
                    with: "\"phases\":[],\"strategicObjectiveID\":\"\(UUID().uuidString)\"")
            }
        }
        #expect(error == nil)
    }

    @Test func membersOfAnotherKindAreRefusedWithTheirName() throws {
        for field in [
            "archive", "municipality", "municipalityID", "author", "at", "scope", "documents", "sent",
            "baseFormat",
        ] {
            #expect(try refusal { $0.members[field] = .bool(true) } == .undecodable(field: [field]))
            #expect(try refusal { $0.members[field] = nil } == .undecodable(field: [field]))
        }
    }

    @Test func aBundleWithoutMunicipalityIsRefused() throws {
        let error = try refusal { forged in
            guard case .object(var documents) = forged.members["documents"] else { return }
            documents["ente"] = nil
            forged.members["documents"] = .object(documents)
        }
        guard case .document(.municipality, .documentMissing) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func nothingIsWrittenForABundleThatIsRefused() throws {
        let before = scratch.names
        _ = refusal(Array(good.dropLast(9)))
        #expect(throws: BundleError.self) {
            try ArchiveStore.create(
                at: scratch.folder.appending(path: "working"), fromBundle: Array("{}".utf8),
                summary: "Opened", author: "colleague", date: moment)
        }
        #expect(scratch.names == before)
        #expect(
            !FileManager.default.fileExists(atPath: scratch.folder.path(percentEncoded: false) + "working"))
    }

    @Test(.enabled(if: JSONCorpus.isThere, "SKIPPED: ../shared/corpora/json is not there"))
    func everyTextOfTheCorpusIsRefused() throws {
        let files = try JSONCorpus.files()
        #expect(files.count > 300)
        for file in files {
            let bytes = try [UInt8](Data(contentsOf: file))
            #expect(refusal(bytes)?.isUnreadable == true, "\(file.lastPathComponent)")
            // The same as a document within a bundle, where it is JSON at all.
            guard let value = try? StrictJSON.read(bytes) else { continue }
            let error = try refusal { forged in
                forged.members["documents"] = .object(["ente": .object(["part": value])])
            }
            #expect(error?.isUnreadable == true, "\(file.lastPathComponent)")
        }
    }
}

/// The texts by which readers of JSON are tested, beside the project.
enum JSONCorpus {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/corpora/json/test_parsing")

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) }

    static func files() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
    }
}
