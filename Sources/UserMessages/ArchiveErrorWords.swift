import DocumentStore
import Foundation
import Localization

extension ArchiveError {
    /// What happened, where, and what to do: one or two sentences.
    public var words: String {
        [happening, hint.words].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What happened to a file that a person gave to be read, and what to do.
    var inputWords: String {
        switch self {
        case .unreadable(let error):
            let remedy =
                switch error.code {
                case ENOENT, ENOTDIR, ENAMETOOLONG: tr("Check its name and place.")
                case EACCES, EPERM: tr("Ask for permission to read it.")
                default: Hint.checkTheDisk.words
                }
            return happening + " " + remedy
        case .tooLarge: return happening + " " + tr("Divide it into parts.")
        default: return happening
        }
    }

    /// What happened and where.
    public var happening: String {
        switch self {
        case .notAnArchive(let folder): tr("{folder} is no archive of Barometro.", ["folder": folder])
        case .folderNotEmpty(let folder):
            tr("{folder} is not empty: an archive is made in an empty folder.", ["folder": folder])
        case .newerFormat(let found, let supported), .unknownFormat(let found, let supported):
            tr(
                "The archive has format {found}; this program knows up to {supported}.",
                ["found": "\(found)", "supported": "\(supported)"])
        case .readOnly(let reason): reason.words
        case .unreadable(let error): tr("{path} cannot be read: {reason}.", error.values)
        case .notSaved(let error):
            tr("{path} was not saved: {reason}. What was on disk is as it was before.", error.values)
        case .notAFile(let path):
            tr("{path} is a folder, a pipe or a device, not a file. Give the file itself.", ["path": path])
        case .tooLarge(let path, let size, let limit):
            tr(
                "{path} has {size} bytes; the limit is {limit}.",
                ["path": path, "size": Words.number(size), "limit": Words.number(limit)])
        case .malformed, .undecodable, .duplicateIdentity, .danglingReference, .yearMismatch:
            documentWords
        case .outdated: tr("The archive holds something else by now. Nothing was changed.")
        case .yearLocked(let year):
            tr(
                "The year {year} is locked: its figures do not change. Nothing was changed.",
                ["year": "\(year)"])
        case .backup(let problem): problem.words
        case .documentMissing(let path): tr("{path} is missing.", ["path": path])
        case .foreignFile(let path):
            tr(
                "{path} is none of the archive's files. Perhaps it is a copy with a colleague's changes.",
                ["path": path])
        case .sourcesLost(let path, let file):
            tr(
                "{path} is missing or damaged: what fields from {file} were read from is not shown. The fields are there.",
                ["path": path, "file": file])
        case .changedOutside(let path):
            tr("{path} was changed by another program. It was not overwritten.", ["path": path])
        case .historyBroken(let path, let line, let problem):
            tr(
                "{path}, line {line}: {problem}.",
                ["path": path, "line": "\(line)", "problem": problem.words])
        }
    }

    private var documentWords: String {
        switch self {
        case .malformed(let path, let problem):
            tr(
                "{path}, line {line}, character {column}: {problem}.",
                [
                    "path": path, "line": "\(problem.line)", "column": "\(problem.column)",
                    "problem": problem.reason.words,
                ])
        // What the decoder says is in no person's language.
        case .undecodable(let path, let field, _) where field.isEmpty:
            tr("{path} is not written as a document of the archive.", ["path": path])
        case .undecodable(let path, let field, _):
            tr(
                "{path}, field {field}: what stands there is not what belongs there.",
                ["path": path, "field": field.joined(separator: ".")])
        case .duplicateIdentity(let path, let field, let identity):
            tr(
                "{path}, field {field}: the identity {identity} is there twice.",
                ["path": path, "field": field.joined(separator: "."), "identity": identity])
        case .danglingReference(let path, let field, let identity):
            tr(
                "{path}, field {field}: it names {identity}, which is not there.",
                ["path": path, "field": field.joined(separator: "."), "identity": identity])
        case .yearMismatch(let path, let year):
            tr("{path} holds the year {year}.", ["path": path, "year": "\(year)"])
        default: ""
        }
    }
}

extension ArchiveError.Hint {
    /// What the user can do.
    var words: String {
        switch self {
        case .chooseAnotherFolder: tr("Choose another folder.")
        case .updateProgram: tr("Update the program.")
        case .waitForTheOther: tr("Wait until the archive is closed there, then open it again.")
        case .askForPermission: tr("Ask for permission to write there.")
        case .freeSpace: tr("Free some room on the disk.")
        case .checkTheDisk: tr("Check the disk or the network folder.")
        case .moveTheDocumentAway:
            tr(
                "The history has every change: move this file elsewhere and open the archive again, which builds it anew. A backup brings back less."
            )
        case .restoreTheFile: tr("Restore the file from a copy.")
        case .reopen: tr("Open the archive again.")
        case .chooseAnotherBackup: tr("Choose another backup.")
        case .correctTheFile: tr("Correct the file.")
        case .lookAtTheFile: tr("Look at what it holds, then move it out of the archive.")
        case .doItAgain: tr("Look at it as it is now, and do it again.")
        case .unlockTheYear: tr("Unlock the year first, with a reason.")
        case .none: ""
        }
    }
}

extension ArchiveError.ReadOnlyReason {
    /// Why nothing can be written.
    public var words: String {
        switch self {
        case .asked: tr("The archive was opened to be read only.")
        case .heldBy(let owner?):
            tr(
                "{user} has the archive open on {host} (process {process}).",
                ["user": owner.user, "host": owner.host, "process": "\(owner.process)"])
        case .heldBy(nil): tr("Somebody else has the archive open.")
        case .notWritable(let error):
            tr("{path} cannot be written: {reason}.", error.values) + " "
                + tr("Ask for permission to write there.")
        case .notMigrated(let error):
            tr(
                "The archive is of an older format, and bringing it to this program's failed. It can be read. {reason}",
                ["reason": error.happening])
        case .notSettled(let error):
            tr("The archive can be read, but not written. {reason}", ["reason": error.happening])
        case .broken(let error):
            tr(
                "The archive's history does not hold. It can be read, and is not written until somebody decides. {reason}",
                ["reason": error.happening])
        case .closed: tr("The archive is closed.")
        }
    }
}

extension SystemError {
    /// The file and what the system says about it.
    var values: [String: String] {
        ["path": path, "reason": SystemReason.words(ofCode: code)]
    }
}
