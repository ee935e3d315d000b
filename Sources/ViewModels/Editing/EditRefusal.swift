import DocumentStore
import Foundation
import Localization
import Model
import Reporting
import UserMessages

/// Why an edit was not made; nothing has changed.
public enum EditRefusal: Error, Hashable, Sendable {
    /// What the edit is about is no longer there.
    case gone
    /// A name must not be empty.
    case emptyName
    /// The archive is open for reading only; the name of who has it.
    case readOnly(holder: String)
    /// Another change is being put on disk.
    case busy
    /// The change touches a year that is locked.
    case yearLocked(Int)
    /// A year is locked or unlocked with a reason.
    case noReason
    /// There is a plan of that year already.
    case yearTaken(Int)
    /// No plan can be of that year.
    case noYear(Int)
    /// A number was wanted, and the text is none.
    case noNumber(String)
    /// A date was wanted, and the text is none.
    case noDate(String)
    /// A role of a head was wanted, and the text is none.
    case noRole(String)
    /// A band was wanted, and the text is none.
    case noBand(String)
    /// A period ends before it begins.
    case endBeforeBeginning
    /// Two bands begin at the same bound.
    case sameBoundTwice
    /// A rate or an achievement is not between 0 and 100.
    case notPerCent
    /// The lowest band of the barometer begins above 0.
    case noLowestBand
    /// A former value was not put back, for this reason.
    case notReverted(String)
    /// What is to come back is what is there.
    case alreadySo
    /// What was asked for could not be done, in words.
    case notDone(String)
    /// The state before or after a step of a former session cannot be read, for this reason.
    case pastUnreadable(String)

    /// What happened and what to do, for a person.
    public var words: String {
        switch self {
        case .gone:
            tr("What you were changing is no longer in the archive. Nothing was changed.")
        case .busy:
            tr("Something is being taken into the archive. Nothing was changed: try again in a moment.")
        case .emptyName:
            tr("A name cannot be empty. Write one, or undo to get the former one back.")
        case .readOnly(let holder):
            tr("The archive is open for reading only: {holder} has it.", ["holder": holder])
        case .yearLocked(let year): ArchiveError.yearLocked(year: year).words
        case .noReason: tr("Write the reason: it is kept with the change.")
        case .yearTaken(let year):
            tr("There is a plan of {year} already. Nothing was changed.", ["year": "\(year)"])
        case .noYear(let year): tr("{year} is no year of a plan (1900–2199).", ["year": "\(year)"])
        case .noNumber(let text):
            tr("«{text}» is no number. Write it as 1.234,5.", ["text": text])
        case .noDate(let text):
            tr("«{text}» is no date. Write it as 31/12/2025.", ["text": text])
        case .noRole(let text):
            tr(
                "«{text}» is no role. The roles are {roles}.",
                ["text": text, "roles": Words.list(TenureRole.allCases.map(\.title))])
        case .noBand(let text):
            tr(
                "«{text}» is no band. Write the lower bound and the percentage: 80 → 100; 50 → 60.",
                ["text": text])
        case .endBeforeBeginning: tr("The period would end before it begins.")
        case .sameBoundTwice: tr("Two bands begin at the same value: give them different bounds.")
        case .notPerCent: tr("A percentage lies between 0 and 100.")
        case .noLowestBand: tr("The lowest band of the barometer begins at 0, so that every score has one.")
        case .notReverted(let reason): tr("Not put back. {reason}", ["reason": reason])
        case .alreadySo: tr("It is so already: nothing was changed.")
        case .notDone(let words): words
        case .pastUnreadable(let reason):
            tr("The former state could not be read: {reason} Nothing was changed.", ["reason": reason])
        }
    }
}
