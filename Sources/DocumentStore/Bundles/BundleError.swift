/// Why a bundle could not be read, made or merged; words for people are made elsewhere.
public enum BundleError: Error, Hashable, Sendable {
    // The bundle cannot be read.
    /// The file cannot be read, or is no file.
    case file(ArchiveError)
    /// It is larger than the program takes, in bytes.
    case tooLarge(size: Int, limit: Int)
    /// It is no JSON that the program accepts.
    case malformed(JSONProblem)
    /// It is JSON, but no bundle.
    case notABundle
    /// Its digest is not that of what it holds: it was changed or cut on the way.
    case wrongDigest
    /// It was written by a later version of the program.
    case newerFormat(found: Int, supported: Int)
    /// It is of an old format for which there is no step.
    case unknownFormat(found: Int, supported: Int)
    /// A field does not say what it must say.
    case undecodable(field: [String])
    /// It holds a document of a name that no archive has.
    case unknownDocument(String)
    /// A document in it does not say what a document must say.
    case document(DocumentName, ArchiveError)

    // It can be read, but not taken.
    /// It was made from another archive than this one.
    case otherArchive(municipality: String)
    /// The archive was changed since the review that is to be merged: it is to be reviewed again.
    case outdated
    /// Nothing of the archive belongs to the scope.
    case nothingInScope
    /// The archive cannot be read or written.
    case archive(ArchiveError)

    /// Whether the bundle itself cannot be read; else the archive does not take it.
    public var isUnreadable: Bool {
        switch self {
        case .file, .tooLarge, .malformed, .notABundle, .wrongDigest, .newerFormat, .unknownFormat,
            .undecodable, .unknownDocument, .document:
            true
        case .otherArchive, .outdated, .nothingInScope, .archive: false
        }
    }

    /// What the user can do.
    public var hint: Hint {
        switch self {
        case .file(let error), .archive(let error): .archive(error.hint)
        case .tooLarge: .askForASmallerOne
        case .malformed, .wrongDigest, .undecodable, .unknownDocument, .document: .askForItAgain
        case .notABundle: .chooseAnotherFile
        case .newerFormat, .unknownFormat: .archive(.updateProgram)
        case .otherArchive: .openItsArchive
        case .outdated: .reviewAgain
        case .nothingInScope: .chooseAnotherScope
        }
    }

    /// What the user can do.
    public enum Hint: Hashable, Sendable {
        case askForASmallerOne, askForItAgain, chooseAnotherFile, openItsArchive, reviewAgain
        case chooseAnotherScope
        /// As with an archive.
        case archive(ArchiveError.Hint)
    }
}
