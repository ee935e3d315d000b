import DocumentStore
import Localization

extension BundleError {
    /// What happened, where, and what to do: one or two sentences. `file` is the bundle's name.
    public func words(file: String) -> String {
        [happening(file: file), hintWords].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What happened and where.
    public func happening(file: String) -> String {
        switch self {
        case .file(let error), .archive(let error): return error.happening
        case .tooLarge(let size, let limit):
            return tr(
                "{path} has {size} bytes; the limit is {limit}.",
                ["path": file, "size": Words.number(size), "limit": Words.number(limit)])
        case .malformed(let problem):
            return tr(
                "{path}, line {line}, character {column}: {problem}.",
                [
                    "path": file, "line": "\(problem.line)", "column": "\(problem.column)",
                    "problem": problem.reason.words,
                ])
        case .notABundle: return tr("{file} is no bundle of Barometro.", ["file": file])
        case .wrongDigest:
            return tr(
                "{file} is not as it was written: its digest is not that of what it holds.", ["file": file])
        case .newerFormat(let found, let supported), .unknownFormat(let found, let supported):
            return tr(
                "{file} has format {found}; this program knows up to {supported}.",
                ["file": file, "found": "\(found)", "supported": "\(supported)"])
        case .undecodable(let field):
            return tr(
                "{file}, field {field}: it does not say what it must say.",
                ["file": file, "field": field.joined(separator: ".")])
        case .unknownDocument(let name):
            return tr("{file} holds «{name}», which no archive has.", ["file": file, "name": name])
        case .document(_, let error):
            return tr("{file}: {problem}", ["file": file, "problem": error.happening])
        case .otherArchive(let municipality):
            return tr(
                "{file} belongs to another archive ({municipality}). Nothing was changed.",
                ["file": file, "municipality": municipality])
        case .outdated: return tr("The archive was changed meanwhile. Nothing was merged.")
        case .nothingInScope: return tr("Nothing of the archive belongs to what was chosen.")
        }
    }

    private var hintWords: String {
        switch hint {
        case .askForASmallerOne: tr("Ask for a bundle with fewer sectors or one year.")
        case .askForItAgain: tr("Ask whoever sent it to export it again.")
        case .chooseAnotherFile: tr("Choose the file that the colleague sent.")
        case .openItsArchive: tr("Open the archive from which it was made.")
        case .reviewAgain: tr("Look at the changes again.")
        case .chooseAnotherScope: tr("Choose another sector or service.")
        case .archive(let hint): hint.words
        }
    }
}

extension MergeConflict.Kind {
    /// In what archive and bundle disagree, within a sentence.
    public var words: String {
        switch self {
        case .value: tr("both changed it")
        case .order: tr("both put it in another order")
        case .place: tr("both moved it")
        case .removedHere: tr("taken away here, changed in the bundle")
        case .removedThere: tr("changed here, taken away in the bundle")
        case .added: tr("only in the bundle")
        case .reference: tr("taken over, it would leave something that names nothing or is there twice")
        }
    }
}
