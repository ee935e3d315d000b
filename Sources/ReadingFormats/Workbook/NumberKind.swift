/// What a number format makes of a number.
enum NumberKind: Hashable {
    /// Digits.
    case number
    /// A share as per cent, with at least so many decimals.
    case percent(decimals: Int)
    /// An amount in euro.
    case euro
    /// A date.
    case date(DateShape)
    /// A time of day.
    case time
    /// Hours and minutes that go beyond a day.
    case elapsed
    /// The text as written.
    case text

    /// Which parts of a date a format shows.
    struct DateShape: Hashable {
        /// The day of the month.
        var hasDay = true
        /// The month.
        var hasMonth = true
        /// The time.
        var hasTime = true
    }

    /// The kind of a format that every workbook knows by its number (ECMA-376, 18.8.30); nil for one of its own.
    init?(builtIn number: Int) {
        switch number {
        case 9: self = .percent(decimals: 0)
        case 10: self = .percent(decimals: 2)
        case 14, 15, 16, 27...31, 36, 50...54, 57, 58: self = .date(DateShape(hasTime: false))
        case 17, 55: self = .date(DateShape(hasDay: false, hasTime: false))
        case 18...21, 32...35, 45, 47: self = .time
        case 46: self = .elapsed
        case 22: self = .date(DateShape())
        case 49: self = .text
        case 0..<50, 56, 59...81: self = .number
        default: return nil
        }
    }

    /// The kind of a format by its code, of which the first section decides.
    init(code: String) {
        let marks = Self.marks(code)
        if marks.contains("@") {
            self = .text
        } else if marks.contains("%") {
            self = .percent(decimals: Self.decimals(code))
        } else if marks.contains("0"), Self.isInEuro(code) {
            self = .euro
        } else if marks.contains("[") {
            self = .elapsed
        } else if marks.contains("y") || marks.contains("d") {
            let hasTime = marks.contains("h") || marks.contains("s")
            self = .date(
                DateShape(hasDay: marks.contains("d"), hasMonth: marks.contains("m"), hasTime: hasTime))
        } else if marks.contains("h") || marks.contains("s") {
            self = .time
        } else {
            self = marks.contains("m") && !marks.contains("0") ? .date(DateShape(hasDay: false)) : .number
        }
    }

    /// How many decimals the first section of a format always shows; 0–15.
    private static func decimals(_ code: String) -> Int {
        let section = code.prefix { $0 != ";" }
        guard let point = section.firstIndex(of: ".") else { return 0 }
        return min(15, section[point...].dropFirst().prefix { $0 == "0" }.count)
    }

    /// True where the first section of a format shows the sign of the euro or its name.
    private static func isInEuro(_ code: String) -> Bool {
        let section = code.prefix { $0 != ";" }
        return section.contains("€") || section.uppercased().contains("EUR")
    }

    /// The letters and signs that mean something, `[` for elapsed time; literals and colours are left out.
    private static func marks(_ code: String) -> Set<Character> {
        var marks: Set<Character> = []
        var rest = Substring(code.lowercased())
        while let sign = rest.popFirst() {
            switch sign {
            case ";": return marks
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let content = rest.prefix { $0 != "]" }
                if !content.isEmpty, content.allSatisfy({ "hms".contains($0) }) { marks.insert("[") }
                rest = rest.dropFirst(content.count + 1)
            case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
            default: if "ydmhs%@0#?".contains(sign) { marks.insert(sign == "#" || sign == "?" ? "0" : sign) }
            }
        }
        return marks
    }
}
