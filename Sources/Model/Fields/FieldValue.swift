import Foundation

/// What a field can say.
public protocol FieldValue: Equatable {
    /// Nothing was entered.
    var isBlank: Bool { get }
    /// As it is told in a review, as written where it was written.
    var fieldText: String { get }
    /// Whether both say the same, however they are written.
    func says(_ other: Self) -> Bool
    /// What values that say the same have in common, as a text.
    var meaning: String { get }
    /// The same as a cell of a spreadsheet keeps it that has lost its format: shares as parts of 1.
    var bareMeaning: String { get }
}

extension FieldValue {
    /// False: there is something.
    public var isBlank: Bool { false }
    /// Whether they are equal.
    public func says(_ other: Self) -> Bool { self == other }
    /// What is told in a review.
    public var meaning: String { fieldText }
    /// What values that say the same have in common.
    public var bareMeaning: String { meaning }
}

extension FieldValue where Self: RawRepresentable<String> {
    /// The word that the archive keeps.
    public var fieldText: String { rawValue }
}

extension FieldValue where Self: CustomStringConvertible {
    /// The value in digits.
    public var fieldText: String { description }
}

extension String: FieldValue {
    /// An empty text.
    public var isBlank: Bool { isEmpty }
    /// Itself.
    public var fieldText: String { self }
    /// Its words: spreadsheets keep line breaks and spaces each in its own way.
    public var meaning: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Int: FieldValue {}

extension UUID: FieldValue {
    /// The identity.
    public var fieldText: String { uuidString }
}

extension Bool: FieldValue {
    /// What was not set.
    public var isBlank: Bool { !self }
}

extension ReportedValue: FieldValue {
    /// An empty cell.
    public var isBlank: Bool { self == .notEntered }
    /// As written.
    public var fieldText: String { raw }

    /// Two cells that mean the same are the same, however they are written; words mean what they are.
    public func says(_ other: ReportedValue) -> Bool {
        if case .text = other.content { return raw == other.raw }
        let isSame = content == other.content || isDone(as: other) || other.isDone(as: self)
        return isSame && comparison == other.comparison && note == other.note && mark == other.mark
    }

    /// The value with what stands beside it; words as they are written.
    public var meaning: String { meaning(figure: number) }

    /// The same, shares as parts of 1.
    public var bareMeaning: String {
        meaning(
            figure: number.map {
                unit == .percent ? ExactDecimal(mantissa: $0.mantissa, scale: $0.scale + 2) : $0
            })
    }

    private func meaning(figure: ExactDecimal?) -> String {
        let value =
            switch content {
            case .number: "=" + (figure?.description ?? "")
            case .onOff(let done): done ? "=1" : "=0"
            case .date(let date): date.iso
            case .text: raw.meaning
            case .missing(let kind): kind == .notEntered ? "" : "!" + kind.rawValue
            }
        return ([value, comparison?.rawValue ?? "", note ?? "", mark ?? ""]).joined(separator: "|")
    }

    /// Whether this says done or not done, and the other the same as a figure, 1 or 0.
    private func isDone(as other: ReportedValue) -> Bool {
        guard case .onOff(let done) = content, case .number(let figure) = other.content else { return false }
        return figure == ExactDecimal(done ? 1 : 0) && other.unit == .none
    }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    /// None, or one that is blank.
    public var isBlank: Bool { self?.isBlank ?? true }
    /// That of the value; empty where there is none.
    public var fieldText: String { self?.fieldText ?? "" }
    /// That of the value; empty where there is none.
    public var meaning: String { self?.meaning ?? "" }
    /// That of the value; empty where there is none.
    public var bareMeaning: String { self?.bareMeaning ?? "" }

    /// Whether both have a value that says the same, or none.
    public func says(_ other: Wrapped?) -> Bool {
        guard let self, let other else { return self == other }
        return self.says(other)
    }
}

extension Array: FieldValue where Element: Equatable {
    /// An empty list.
    public var isBlank: Bool { isEmpty }
    /// How many there are.
    public var fieldText: String { "\(count)" }
}

extension ExactDecimal: FieldValue {}

extension CalendarDate: FieldValue {
    /// The day, as the archive writes it.
    public var fieldText: String { iso }
}

extension Neutralisation: FieldValue {
    /// The reason.
    public var fieldText: String { reason }
}

extension Continuity: FieldValue {
    /// The identity of the indicator of an earlier year; empty for a new one.
    public var fieldText: String { indicatorID.fieldText }
}

extension ScoreOverride: FieldValue {
    /// The achievement that was set.
    public var fieldText: String { achievement.fieldText }
}

extension Act: FieldValue {
    /// Who, the number and the day.
    public var fieldText: String {
        [body, number, date?.iso ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension PaymentTimeAnswer: FieldValue {
    /// The share of the result pay.
    public var fieldText: String { shareOfResultPay.fieldText }
}

extension ProjectAmount: FieldValue {
    /// Whether the other says nothing else: the same net, and the same gross or none.
    public func says(_ other: ProjectAmount) -> Bool {
        guard net.says(other.net) else { return false }
        guard let theirs = other.gross else { return true }
        return gross?.says(theirs) ?? false
    }

    /// The net amount, as written.
    public var fieldText: String { net.raw }
}

extension IndicatorDimension: FieldValue {}
extension Measure: FieldValue {}
extension Direction: FieldValue {}
extension ScoringRule: FieldValue {}
extension RollUp: FieldValue {}
extension ManagementKind: FieldValue {}
extension TenureRole: FieldValue {}
extension FindingCode: FieldValue {}
