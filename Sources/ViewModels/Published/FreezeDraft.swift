import Foundation
import Localization
import Model
import Reporting

/// What is asked for before a document is frozen: the act that approved it.
public struct FreezeDraft: Hashable, Sendable {
    /// A field of it.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case body, number, date
    }

    /// What is printed.
    public var kind: PrintKind
    /// The year.
    public var year: Int
    /// Who approved it.
    public var body = ""
    /// The act's number.
    public var number = ""
    /// The act's day, as typed.
    public var date = ""
    /// The year is locked with it.
    public var locksYear = false

    /// Nothing typed yet.
    public init(_ kind: PrintKind, year: Int) {
        self.kind = kind
        self.year = year
    }

    /// What is wrong with a field, in words; nil where nothing is.
    public func problem(of field: Field) -> String? {
        switch field {
        case .body: body.trimmingWhitespace().isEmpty ? tr("Write who approved the document.") : nil
        case .number: number.trimmingWhitespace().isEmpty ? tr("Write the number of the act.") : nil
        case .date:
            day == nil ? tr("Write the day of the act as day/month/year, such as 31/12/2025.") : nil
        }
    }

    /// Nothing is wrong.
    public var isReady: Bool { Field.allCases.allSatisfy { problem(of: $0) == nil } }

    /// The act.
    public var act: Act {
        Act(body: body.trimmingWhitespace(), number: number.trimmingWhitespace(), date: day)
    }

    /// Why the year is locked: the act.
    public var lockReason: String {
        tr("Approved and published: {act}", ["act": FrozenRow.words(of: act)])
    }

    private var day: CalendarDate? {
        CalendarDate(italian: date) ?? CalendarDate(iso: date.trimmingWhitespace())
    }
}
