import DocumentStore
import Localization

extension Backup.Reason {
    /// Why a backup was made.
    public var words: String {
        switch self {
        case .automatic: tr("automatic")
        case .byHand: tr("made by hand")
        case .beforeFormat(let format): tr("before format {format}", ["format": "\(format)"])
        case .beforeRestore: tr("before a restore")
        case .damaged: tr("damaged, set aside by a restore")
        }
    }
}

extension BackupRule {
    /// What stays, for the user.
    public var words: String {
        [
            tr("An automatic backup is made on the first opening of a day."),
            tr(
                "What stays of them: the last of each of the last {days} days, {weeks} weeks and {months} months that have one.",
                [
                    "days": Words.number(days), "weeks": Words.number(weeks), "months": Words.number(months),
                ]),
            tr("All other backups stay until somebody deletes them."),
        ].joined(separator: " ")
    }
}

extension BackupProblem {
    /// What is wrong and where.
    public var words: String {
        switch self {
        case .missing(let name): tr("The archive has no backup «{name}».", ["name": name])
        case .unreadable(let path):
            tr("{path} does not say what the backup holds: nothing is restored from it.", ["path": path])
        case .changed(let path):
            tr(
                "{path} is missing or is not as it was when the backup was made: nothing is restored from it.",
                ["path": path])
        case .ofAnother(let path): tr("{path} is a backup of another archive.", ["path": path])
        case .unfinished(let folder):
            tr(
                "A restore in {folder} was broken off. It is finished when the archive is opened to be written.",
                ["folder": folder])
        }
    }
}
