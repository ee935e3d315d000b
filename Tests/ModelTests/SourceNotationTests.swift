import Model
import Testing

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
