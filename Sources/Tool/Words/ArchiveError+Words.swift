import DocumentStore
import Localization

extension ArchiveError {
    /// What happened, where, and what to do.
    var words: String {
        [sentence, hint.words].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var sentence: String {
        switch self {
        case .notAnArchive(let folder):
            tr("There is no archive in {folder}.", ["folder": folder])
        case .folderNotEmpty(let folder):
            tr("An archive cannot be made in {folder}: the folder is not empty.", ["folder": folder])
        case .newerFormat(let found, let supported):
            tr(
                "The archive has format {found}; this program reads up to format {supported}.",
                ["found": "\(found)", "supported": "\(supported)"])
        case .unknownFormat(let found, let supported):
            tr(
                "The archive has format {found}, and there is no way from it to format {supported}.",
                ["found": "\(found)", "supported": "\(supported)"])
        case .readOnly(let reason): reason.words
        case .documentMissing(let path):
            tr("{file} is missing, and there is no history to build it from.", ["file": path])
        case .changedOutside(let path):
            tr(
                "{file} was changed by something else than this program; it is not overwritten.",
                ["file": path])
        case .notSaved(let error):
            tr(
                "Nothing was saved: {reason} ({file}). What was there before is as it was.",
                ["reason": Reason.words(ofCode: error.code), "file": error.path])
        default: fileSentence
        }
    }

    private var fileSentence: String {
        switch self {
        case .unreadable(let error):
            tr(
                "{file} cannot be read: {reason}.",
                ["file": error.path, "reason": Reason.words(ofCode: error.code)])
        case .notAFile(let path): tr("{file} is not a file.", ["file": path])
        case .tooLarge(let path, let size, let limit):
            tr(
                "{file} has {size} bytes; the limit is {limit}.",
                ["file": path, "size": Words.number(size), "limit": Words.number(limit)])
        case .malformed(let path, let problem):
            tr(
                "{file}, line {line}, column {column}: {problem}.",
                [
                    "file": path, "line": "\(problem.line)", "column": "\(problem.column)",
                    "problem": problem.reason.words,
                ])
        case .undecodable(let path, let field, let detail):
            tr(
                "{file}, field {field}: not what the format asks for. {detail}",
                ["file": path, "field": field.joined(separator: "."), "detail": detail])
        case .historyBroken(let path, let line, let problem):
            tr(
                "{file}, line {line}: {problem}.",
                ["file": path, "line": "\(line)", "problem": problem.words])
        case .duplicateIdentity(let path, let field, let identity):
            tr(
                "{file}, field {field}: the identity {identity} is there twice.",
                ["file": path, "field": field.joined(separator: "."), "identity": identity])
        case .danglingReference(let path, let field, let identity):
            tr(
                "{file}, field {field}: there is nothing with the identity {identity}.",
                ["file": path, "field": field.joined(separator: "."), "identity": identity])
        case .yearMismatch(let path, let year):
            tr("{file}: the year inside is {year}.", ["file": path, "year": "\(year)"])
        default: ""
        }
    }
}

extension ArchiveError.ReadOnlyReason {
    /// Why nothing can be written.
    var words: String {
        switch self {
        case .asked: tr("The archive is open to be read only.")
        case .heldBy(nil): tr("Somebody else has the archive open.")
        case .heldBy(let owner?):
            tr(
                "{user} has the archive open on {host} (process {process}).",
                ["user": owner.user, "host": owner.host, "process": "\(owner.process)"])
        case .notWritable(let error):
            tr(
                "The archive can only be read: {reason} ({file}).",
                ["reason": Reason.words(ofCode: error.code), "file": error.path])
        case .closed: tr("The archive is closed.")
        }
    }
}

extension ArchiveError.Hint {
    /// What to do.
    var words: String {
        switch self {
        case .chooseAnotherFolder: tr("Choose another folder with --archive.")
        case .updateProgram: tr("Update Barometro.")
        case .waitForTheOther: tr("Try again when they have closed it.")
        case .askForPermission: tr("Ask for the right to write there, or choose another folder.")
        case .freeSpace: tr("Make room on the disk, then try again.")
        case .checkTheDisk: tr("Check the disk or the network, then try again.")
        case .restoreTheFile: tr("Put back the file from a copy.")
        case .reopen: tr("Open it again.")
        case .correctTheFile: tr("Correct it in the window, or put back the file from a copy.")
        case .none: ""
        }
    }
}

extension ArchiveError.HistoryProblem {
    /// What is wrong with the line, within a sentence.
    var words: String {
        switch self {
        case .unreadable: tr("this is no line of a history")
        case .digest: tr("the line was altered: its digest is another")
        case .chain: tr("the line does not follow the one before it")
        case .changes: tr("the changes do not fit what was there before")
        case .result: tr("the changes do not give the document that the line names")
        }
    }
}

extension JSONProblem.Reason {
    /// What is wrong, within a sentence.
    var words: String {
        switch self {
        case .unexpectedCharacter: tr("something else should stand here")
        case .unexpectedEnd: tr("the text ends in the middle")
        case .trailingContent: tr("the text goes on after its end")
        case .trailingComma: tr("a comma with nothing after it")
        case .duplicateKey(let name): tr("the name «{name}» is there twice", ["name": name])
        case .badUTF8: tr("bytes that are not UTF-8")
        case .badEscape: tr("a wrong sequence after \\")
        case .controlCharacter: tr("a control character")
        case .badNumber: tr("not a number")
        case .tooDeep(let limit): tr("more than {limit} levels", ["limit": "\(limit)"])
        }
    }
}
