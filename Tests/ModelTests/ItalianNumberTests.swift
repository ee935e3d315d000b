import Testing

@testable import Model

@Suite struct ItalianNumberTests {
    @Test(arguments: [
        ("1.234,56", "1234.56"), ("389000", "389000"), ("389.000", "389000"), ("12,5", "12.5"),
        ("-22,12", "-22.12"), ("−8.848", "-8848"), ("1.082.072", "1082072"), ("0", "0"), (" 7 ", "7"),
        ("007", "7"), ("5331,00", "5331"), ("+3", "3"),
    ])
    func readsWholeCells(text: String, plain: String) throws {
        #expect(ItalianNumber.read(text)?.description == plain)
    }

    @Test(arguments: [
        "", "1.23", "12.34.567", "1234.567", "1,2,3", "0x1F", "3 linee", "1e3", ",5", "5,", "--5", "١٢",
        "NaN",
        "1.234.56", "12 345", String(repeating: "9", count: 61),
    ])
    func refusesWhatIsNoNumber(text: String) {
        #expect(ItalianNumber.read(text) == nil)
    }

    @Test func writesGroupsAndDecimals() throws {
        let value = try #require(ExactDecimal(plain: "-1234567.5"))
        #expect(ItalianNumber.write(value) == "-1.234.567,5")
        #expect(ItalianNumber.write(value, places: 2) == "-1.234.567,50")
        #expect(ItalianNumber.write(value, grouping: false) == "-1234567,5")
        #expect(ItalianNumber.write(try #require(ExactDecimal(plain: "0.05"))) == "0,05")
    }

    @Test func knowsWhichCellsCouldMeanTwoNumbers() {
        #expect(ItalianNumber.isAmbiguous("389.000"))
        #expect(!ItalianNumber.isAmbiguous("1.389.000"))
        #expect(!ItalianNumber.isAmbiguous("389,000"))
    }

    @Test func writingAndReadingGiveTheSameValue() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let value = ExactDecimal(
                mantissa: .init(Int.random(in: -9_999_999...9_999_999, using: &random)),
                scale: Int.random(in: 0...5, using: &random))
            #expect(ItalianNumber.read(ItalianNumber.write(value, places: 2)) == value)
            #expect(ExactDecimal(plain: value.description) == value)
        }
    }
}
