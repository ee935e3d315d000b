import Synchronization
import Testing

@testable import Model

@Suite struct SourceNotationTests {
    @Test func fieldsOfAPlaceStandTogetherAndYearsInARowAsOne() {
        let places = [
            "name": "a12", "values.2019": "a12", "values.2020": "a12", "values.2022": "a12", "due": "b3.2",
            "": "b3.2",
        ]
        let text = SourceNotation.write(places)
        #expect(text == "b3.2 * due; a12 name values.2019-2020 values.2022")
        #expect(text.flatMap { SourceNotation.read($0) { String($0) } } == places)
    }

    @Test(arguments: ["a b", "a;b", "*", "a-b", "è", "values.2019-2020"])
    func aNameThatTheNotationUsesIsNotWritten(name: String) {
        #expect(SourceNotation.write([name: "a1"]) == nil)
    }

    @Test(arguments: [
        "", "a1", "a1 ", " name", "a1 name;a2 x", "a1 name; ", "a1 x; a2 x", "a1 values.2020-2019",
        "a1 values.2019-2019",
        "a1 values.1000-9999", "a1 2019-2020", "a1 v.0001-0002", "a1 b-c",
    ])
    func whatIsNoNotationIsNotRead(text: String) {
        #expect(SourceNotation.read(text) { String($0) } == nil)
        #expect(!SourceNotation.isNotation(text) { _ in true })
    }

    @Test(arguments: [
        "a1 *", "a12 name values.2019-2024; b3.2 due",
        "a1 a; a2 b; a3 values.2019; b1 values.2020 x.2020-2021",
    ])
    func whatCanBeReadIsANotation(text: String) {
        #expect(SourceNotation.isNotation(text) { _ in true })
        #expect(SourceNotation.read(text) { String($0) }?.isEmpty == false)
        #expect(!SourceNotation.isNotation(text) { $0 != "a1" && $0 != "b3.2" })
    }

    @Test(arguments: [
        "a1 x x", "a1 * *", "a1 values.2019-2022; a2 values.2020", "a1 values.2020-2021 values.2021-2022",
    ])
    func aFieldHasOneSource(text: String) {
        #expect(SourceNotation.read(text) { String($0) } == nil)
        #expect(!SourceNotation.isNotation(text) { _ in true })
    }

    @Test func textsAreLookedUpOnlyWhenSomebodyAsksForThem() throws {
        let lookups = Mutex(0)
        let reader = SourceReader(knows: { _ in true }) { place in
            lookups.withLock { $0 += 1 }
            return Source(file: "relazione.txt", line: 1, text: String(place))
        }
        let text = "a1 target; a2 actual"
        let sources = try Sources(from: PackedText(text: text, sources: reader))
        let others = try Sources(from: PackedText(text: text, sources: reader))
        #expect(sources == others)
        #expect(lookups.withLock { $0 } == 0)
        #expect(sources["actual"]?.text == "a2")
        #expect(sources.byField.count == 2)
        var changed = sources
        changed["target"] = nil
        #expect(changed != sources)
        changed["target"] = sources["target"]
        #expect(changed == sources)
        #expect(changed.hashValue == sources.hashValue)
    }

    @Test(arguments: [
        ("800", "800"), ("1.858", "1858"), ("12,5", "12.5"), ("-1.234,50", "-1234.50"), ("12.5", "12.5"),
        ("1.234.567", "1234567"), ("0800", "0800"),
    ])
    func aPlainFigureIsItsTextAlone(text: String, value: String) {
        #expect(BareFigure.value(of: text) == value)
    }

    @Test(arguments: [
        "", "-", ",5", "5,", "1.2.3", "12.34,5", "1,2,3", "5 %", "n.d.", "1.2345,0", "+5", "1e3", "٣",
    ])
    func whatLeavesADoubtIsNoPlainFigure(text: String) {
        #expect(BareFigure.value(of: text) == nil)
    }
}

/// A decoder that stands at a text of a document with short forms.
private struct PackedText: ShortFormDecoder {
    var text: String?
    var sources: SourceReader?
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private struct NoText: Error {}

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        throw NoText()
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NoText() }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw NoText() }
}
