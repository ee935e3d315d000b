import Reading

/// What a typed cell shows, and what it holds.
struct TypedText {
    /// The text, the Italian way.
    let text: String
    /// The type.
    let type: CellType

    /// A text with a type.
    init(_ text: String, _ type: CellType = .text) {
        self.text = text
        self.type = type
    }

    /// A number by its format; the text itself where it is no number.
    init(number raw: [UInt8], kind: NumberKind, is1904: Bool) {
        let shift = if case .percent = kind { 2 } else { 0 }
        guard let exact = DecimalText.exact(raw, timesTenTo: shift) else {
            self.init(String(decoding: raw, as: UTF8.self))
            return
        }
        switch kind {
        case .number: self.init(DecimalText.italian(exact), .number(exact))
        case .percent(let decimals):
            self.init(DecimalText.italian(exact, decimals: decimals) + "%", .percent(exact))
        case .euro: self.init(DecimalText.italian(exact) + " €", .number(exact))
        case .text: self.init(DecimalText.italian(exact))
        case .date, .time, .elapsed: self.init(serial: exact, kind, is1904)
        }
    }

    private init(serial exact: String, _ kind: NumberKind, _ is1904: Bool) {
        guard let serial = DateSerial(exact) else {
            self.init(DecimalText.italian(exact), .number(exact))
            return
        }
        switch kind {
        case .date(let shape): self.init(day: serial.dayTime(is1904: is1904), shape)
        case .elapsed: self.init(DayTime.clock(serial.days * 86_400 + serial.seconds))
        default: self.init(DayTime.clock(serial.seconds))
        }
    }

    /// A day.
    init(day: DayTime, _ shape: NumberKind.DateShape) { self.init(day.italian(shape), .date(day.iso)) }

    /// True or false, as spreadsheets show it in Italian.
    init(boolean: Bool) { self.init(boolean ? "VERO" : "FALSO", .boolean(boolean)) }
}
