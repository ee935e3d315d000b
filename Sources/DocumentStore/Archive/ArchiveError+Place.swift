import Glibc

extension ArchiveError {
    /// Where it is.
    public struct Place: Hashable, Sendable {
        /// The file or folder; nil where it is not about one.
        public var path: String?
        /// The line, from 1.
        public var line: Int?
        /// The character in the line, from 1.
        public var column: Int?
        /// The field, from the document's root.
        public var field: [String] = []
    }

    /// Where it is.
    public var place: Place {
        switch self {
        case .newerFormat, .unknownFormat: Place(path: "archive.json")
        case .notAnArchive(let folder), .folderNotEmpty(let folder): Place(path: folder)
        case .readOnly(.notWritable(let error)), .unreadable(let error), .notSaved(let error):
            Place(path: error.path)
        case .readOnly(.notMigrated(let error)), .readOnly(.notSettled(let error)),
            .readOnly(.broken(let error)):
            error.place
        case .readOnly, .yearLocked, .outdated: Place()
        case .backup(let problem): Place(path: problem.path)
        case .notAFile(let path), .tooLarge(let path, _, _), .documentMissing(let path),
            .changedOutside(let path), .foreignFile(let path), .yearMismatch(let path, _),
            .sourcesLost(let path, _):
            Place(path: path)
        case .malformed(let path, let problem): Place(path: path, line: problem.line, column: problem.column)
        case .undecodable(let path, let field, _), .duplicateIdentity(let path, let field, _),
            .danglingReference(let path, let field, _):
            Place(path: path, field: field)
        case .historyBroken(let path, let line, _): Place(path: path, line: line)
        }
    }

    /// The archive's own files are broken, so that a backup can take their place. False where the archive is whole but
    /// cannot be read or written now, or is for another program.
    public var isDamage: Bool {
        switch self {
        case .notAnArchive, .malformed, .undecodable, .tooLarge, .documentMissing, .changedOutside,
            .historyBroken, .notAFile, .duplicateIdentity, .danglingReference, .yearMismatch, .unknownFormat,
            .backup(.unfinished):
            true
        case .unreadable(let error): error.code == EIO
        case .folderNotEmpty, .newerFormat, .readOnly, .notSaved, .yearLocked, .outdated, .backup,
            .foreignFile, .sourcesLost:
            false
        }
    }

    /// What the user can do.
    public var hint: Hint {
        switch self {
        case .notAnArchive, .folderNotEmpty, .notAFile: .chooseAnotherFolder
        case .newerFormat, .unknownFormat: .updateProgram
        case .readOnly(.heldBy): .waitForTheOther
        case .readOnly(.asked): .none
        case .readOnly(.closed), .backup(.unfinished): .reopen
        case .readOnly(.notMigrated(let error)), .readOnly(.notSettled(let error)),
            .readOnly(.broken(let error)):
            error.hint
        case .backup: .chooseAnotherBackup
        case .readOnly(.notWritable(let error)), .unreadable(let error), .notSaved(let error):
            Self.hint(for: error)
        case .malformed, .undecodable, .changedOutside:
            isAboutADocument ? .moveTheDocumentAway : .restoreTheFile
        case .tooLarge, .documentMissing, .historyBroken, .sourcesLost: .restoreTheFile
        case .duplicateIdentity, .danglingReference, .yearMismatch: .correctTheFile
        case .foreignFile: .lookAtTheFile
        case .yearLocked: .unlockTheYear
        case .outdated: .doItAgain
        }
    }

    /// It is about the file of a document, which its history can build anew.
    private var isAboutADocument: Bool {
        let parts = place.path?.split(separator: "/") ?? []
        guard let file = parts.last, file.hasSuffix(".json") else { return false }
        return parts.dropLast().last == "documents" && DocumentName(file.dropLast(5)) != nil
    }

    private static func hint(for error: SystemError) -> Hint {
        switch error.code {
        case ENOSPC, EDQUOT, EFBIG: .freeSpace
        case EACCES, EPERM, EROFS: .askForPermission
        default: .checkTheDisk
        }
    }
}
