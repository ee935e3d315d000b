import DocumentStore
import Foundation
import Model
import Sample
import Testing

@Suite struct VerifyTests {
    private func problems(after change: (Scratch) throws -> Void) throws -> [ArchiveError] {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        try store.commit(store.content.edited("Uno"))
        try store.commit(store.content.edited("Due"))
        store.close()
        try change(scratch)
        return try ArchiveStore.verify(at: scratch.archive)
    }

    private let servizi = "history/servizi.jsonl"

    @Test func anAlteredLineIsFoundByItsDigest() throws {
        let found = try problems { scratch in
            let text = try scratch.text(servizi)
            try scratch.write(
                text.replacingOccurrences(of: "«Uno»", with: "x").replacingOccurrences(
                    of: "\"Uno\"", with: "\"Uno!\""), to: servizi)
        }
        guard case .historyBroken(_, let line, .digest) = found.first else {
            Issue.record("\(found)")
            return
        }
        // After the first commit's line and its checkpoint's.
        #expect(line == 3)
    }

    @Test func aMissingLineIsFoundByTheChain() throws {
        let found = try problems { scratch in
            var lines = try scratch.text(servizi).components(separatedBy: "\n")
            lines.remove(at: 1)
            try scratch.write(lines.joined(separator: "\n"), to: servizi)
        }
        guard case .historyBroken(let path, let line, .chain) = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(path.hasSuffix(servizi))
        #expect(line == 2)
    }

    @Test func aDocumentThatIsNoneOfItsHistoryIsFound() throws {
        let found = try problems { scratch in
            let path = "documents/servizi.json"
            try scratch.write(try scratch.text(path).replacingOccurrences(of: "Due", with: "Tre"), to: path)
        }
        #expect(found.count == 1)
        guard case .changedOutside(let path) = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(path.hasSuffix("documents/servizi.json"))
    }

    @Test func whatAFieldNamesMustBeThere() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        var content = store.content
        let lost = UUID(naming: ["lost"])
        content.plans[SampleArchive.year]?.paymentTimes = PaymentTimeAnswer(
            objectiveID: lost, shareOfResultPay: nil)
        content.services.services.append(content.services.services[0])
        try store.commit(content)
        store.close()
        let found = try ArchiveStore.verify(at: scratch.archive)
        #expect(
            found.contains {
                guard case .danglingReference(_, ["paymentTimes", "objectiveID"], lost.uuidString) = $0 else {
                    return false
                }
                return true
            })
        #expect(
            found.contains {
                guard case .duplicateIdentity(_, ["services"], _) = $0 else { return false }
                return true
            })
    }

    @Test func aHeaderWithANameTwiceIsRefusedWithItsPlace() throws {
        let scratch = try Scratch()
        try ArchiveStore.sample(in: scratch).close()
        try scratch.write("{\n  \"format\": 1,\n  \"format\": 2\n}\n", to: "archive.json")
        #expect {
            _ = try ArchiveStore.open(at: scratch.archive)
        } throws: { error in
            guard let place = (error as? ArchiveError)?.place else { return false }
            return place.path?.hasSuffix("archive.json") == true && place.line == 3 && place.column == 3
        }
    }

    @Test func aFileThatIsTooLargeIsRefusedByItsSize() throws {
        let scratch = try Scratch()
        try ArchiveStore.sample(in: scratch).close()
        let handle = try FileHandle(forWritingTo: scratch.url("documents/servizi.json"))
        try handle.truncate(atOffset: 100 << 20)
        try handle.close()
        #expect(
            throws: ArchiveError.tooLarge(
                path: scratch.url("documents/servizi.json").plainPathOfTest, size: 100 << 20, limit: 64 << 20)
        ) {
            _ = try ArchiveStore.open(at: scratch.archive)
        }
    }
}
