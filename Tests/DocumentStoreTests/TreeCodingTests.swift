import Foundation
import Model
import Testing

@testable import DocumentStore

/// Values become trees and trees values as they would by way of a JSON text.
@Suite struct TreeCodingTests {
    private func byText(_ value: some Encodable) throws -> JSONValue {
        try StrictJSON.read([UInt8](JSONEncoder().encode(value)))
    }

    @Test func aDocumentIsTheTreeThatItsTextGives() throws {
        let content = SchemaTests.fullContent
        for name in content.documents {
            let document = try #require(DecodedDocument(name, in: content))
            let tree = try #require(document.tree)
            switch document {
            case .municipality(let value): #expect(try tree == byText(value))
            case .plan(let value): #expect(try tree == byText(value))
            case .services(let value): #expect(try tree == byText(value))
            case .projects(let value): #expect(try tree == byText(value))
            case .layouts(let value): #expect(try tree == byText(value))
            }
            var read = content
            read.put(try DecodedDocument(name, tree: tree, path: ""), at: name)
            #expect(read == content)
        }
    }

    private struct Nested: Codable, Equatable {
        var list: [[Int]] = [[1], [], [2, 3]]
        var byYear: [Int: String?] = [2019: "a", 2020: nil]
        var byName: [String: [String: Bool]] = ["x": ["y": true]]
        var small: UInt8 = 255
        var missing: String?
        var kind = Kind.two(name: "n", count: 7)

        enum Kind: Codable, Equatable {
            case one
            case two(name: String, count: Int)
        }
    }

    @Test func listsAndCasesWithinEachOtherAreKept() throws {
        let value = Nested()
        let tree = try TreeEncoder.encode(value)
        #expect(try tree == byText(value))
        #expect(try TreeDecoder.decode(Nested.self, from: tree, sources: nil) == value)
    }

    @Test func aTextIsDecodedAsItsTreeIsWhateverItsNamesAndHoweverMany() throws {
        let many = Dictionary(uniqueKeysWithValues: (1900..<2100).map { ($0, "\($0)") })
        let text = try StrictJSON.text(Array(JSONValue.object(["y": TreeEncoder.encode(many)]).lineText))
        #expect(try TreeDecoder.decode([String: [Int: String]].self, from: text, sources: nil) == ["y": many])
        // Names out of order, escaped, beyond ASCII; a text with all that can be escaped.
        let odd = #"{"perché": "\u00e8 \ud83d\ude00", "\u0061": "\"\\\/\b\f\n\r\t", "Z": ""}"#
        let read = try TreeDecoder.decode(
            [String: String].self, from: StrictJSON.text(Array(odd.utf8)), sources: nil)
        #expect(read == ["perché": "è 😀", "a": "\"\\/\u{8}\u{C}\n\r\t", "Z": ""])
    }

    @Test func aNumberThatDoesNotFitIsRefusedWithItsPlace() throws {
        for (text, field) in [("300", "small"), ("2.5", "small"), ("-1", "small")] {
            var members = try #require(try? TreeEncoder.encode(Nested()).members)
            members[field] = .number(text)
            #expect(throws: DecodingError.self) {
                try TreeDecoder.decode(Nested.self, from: .object(members), sources: nil)
            }
        }
        #expect(try TreeDecoder.decode([Int].self, from: .array([.number("7.0")]), sources: nil) == [7])
        do {
            _ = try TreeDecoder.decode([[Int]].self, from: .array([.array([.string("7")])]), sources: nil)
            Issue.record("a text is no number")
        } catch let error as DecodingError {
            #expect(error.field == ["0", "0"])
        }
    }

    @Test func aBinaryFractionHasNoPlaceInADocument() {
        #expect(throws: EncodingError.self) { try TreeEncoder.encode([0.1]) }
    }
}

extension JSONValue {
    fileprivate var members: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}
