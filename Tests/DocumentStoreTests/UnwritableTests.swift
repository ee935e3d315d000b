import Foundation
import Model
import Testing

@testable import DocumentStore

/// A thing that may be one that cannot be written, as one with a number that JSON lacks could not.
private struct Unwritable: FieldHolder {
    static let fields: [Field<Unwritable>] = []

    var id = UUID(naming: ["x"])
    var isWritable = false
    var label: String { "" }

    private enum CodingKeys: String, CodingKey {
        case id
    }

    func encode(to encoder: any Encoder) throws {
        guard isWritable else {
            throw EncodingError.invalidValue(self, .init(codingPath: [], debugDescription: "no"))
        }
        var box = encoder.container(keyedBy: CodingKeys.self)
        try box.encode(id, forKey: .id)
    }
}

@Suite struct UnwritableTests {
    /// Else a thing that could not be written would read as one that somebody took away.
    @Test func aChangeOfAThingThatCannotBeWrittenSaysNothing() {
        let thing = Unwritable()
        var other = thing
        other.isWritable = true
        #expect(saysNothing(from: [], to: [thing]))
        #expect(saysNothing(from: [other], to: [thing]))
        #expect(saysNothing(from: [other, other], to: [thing]))
        #expect(!saysNothing(from: [], to: [other]))
        #expect(!saysNothing(from: [other], to: []))
    }

    private func saysNothing(from old: [Unwritable], to new: [Unwritable]) -> Bool {
        EntityPlace(path: ["things"], unknown: .none).changes(from: old, to: new).contains { $0.isEmpty }
    }

    @Test func aDocumentThatIsThereIsNeverCheckpointedAsOneThatIsNot() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let old = try scratch.text("documents/servizi.json")
        #expect(throws: ArchiveError.self) {
            try store.withState { (state) throws(ArchiveError) in
                try state.checkpoint(.services, text: nil, over: nil)
            }
        }
        #expect(try scratch.text("documents/servizi.json") == old)
    }
}
