/// Why an archive could not be opened, read or written; words for people are made elsewhere.
public enum ArchiveError: Error, Hashable, Sendable {
    // The folder.
    /// The folder is not there, or holds no archive.
    case notAnArchive(folder: String)
    /// An archive cannot be made here: something stands in the folder.
    case folderNotEmpty(folder: String)
    /// The archive was written by a later version of the program.
    case newerFormat(found: Int, supported: Int)
    /// The archive is of an old format for which there is no step.
    case unknownFormat(found: Int, supported: Int)
    /// Nothing may be written.
    case readOnly(ReadOnlyReason)

    // Backups.
    /// A backup or a restore is not as it should be.
    case backup(BackupProblem)

    // Files.
    /// A system call failed while reading.
    case unreadable(SystemError)
    /// A folder, device or pipe stands where a file should.
    case notAFile(path: String)
    /// A file is larger than the program takes, in bytes.
    case tooLarge(path: String, size: Int, limit: Int)
    /// A file is no JSON that the program accepts.
    case malformed(path: String, JSONProblem)
    /// A document's JSON does not say what a document must say.
    case undecodable(path: String, field: [String], detail: String)
    /// A document is missing that every archive has.
    case documentMissing(path: String)
    /// A file was changed by something else than this program: it is never overwritten.
    case changedOutside(path: String)
    /// A line of a history, from 1, does not hold.
    case historyBroken(path: String, line: Int, HistoryProblem)
    /// A system call failed while saving; the state before stays on disk.
    case notSaved(SystemError)

    /// A file that is none of the archive's lies among its own: perhaps a copy that a program which synchronises folders
    /// made of a colleague's changes.
    case foreignFile(path: String)

    /// The texts that fields of an imported file came from are missing, or are no longer what they were; the fields are
    /// there all the same.
    case sourcesLost(path: String, file: String)

    // What the documents say.
    /// An identity is there twice in one document.
    case duplicateIdentity(path: String, field: [String], identity: String)
    /// A field names something that is not there.
    case danglingReference(path: String, field: [String], identity: String)
    /// A plan or book of projects stands under another year than its own.
    case yearMismatch(path: String, year: Int)
    /// What was to be kept is not what the archive holds by now.
    case outdated
    /// The change touches a year that is locked.
    case yearLocked(year: Int)

    /// Why an archive cannot be written.
    public indirect enum ReadOnlyReason: Hashable, Sendable {
        /// It was opened to be read.
        case asked
        /// Somebody else has it open; nil where it cannot be told who.
        case heldBy(LockOwner?)
        /// The folder or file system does not let us write.
        case notWritable(SystemError)
        /// It is of an older format, and bringing it to this one failed; nothing was changed by that but what the
        /// next opening goes on from.
        case notMigrated(ArchiveError)
        /// What a crash left could not be brought into order; what is committed can be read.
        case notSettled(ArchiveError)
        /// The whole history was gone through, and does not hold; nothing is written until a person decides.
        case broken(ArchiveError)
        /// It was closed.
        case closed
    }

    /// What is wrong with a line of a history.
    public enum HistoryProblem: Hashable, Sendable {
        /// It is no line of a history.
        case unreadable
        /// Its own digest is not that of its text.
        case digest
        /// It does not name the digest of the line before.
        case chain
        /// Its changes do not fit the state before.
        case changes
        /// Its changes do not give the document that it says.
        case result
    }

    /// What the user can do.
    public enum Hint: Hashable, Sendable {
        case chooseAnotherFolder, updateProgram, waitForTheOther, askForPermission, freeSpace, checkTheDisk
        case restoreTheFile, moveTheDocumentAway, reopen, correctTheFile, unlockTheYear, doItAgain,
            chooseAnotherBackup, lookAtTheFile, none
    }
}
