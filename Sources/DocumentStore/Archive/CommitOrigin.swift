import Foundation

/// What a commit came from, beside a person's edit.
public enum CommitOrigin: Hashable, Sendable {
    /// Somebody changed something.
    case edit
    /// Somebody took a commit back.
    case undo(of: UUID)
    /// Somebody made a commit again that had been taken back.
    case redo(of: UUID)
    /// A colleague's file was merged.
    case merge(MergeMark)
    /// The archive was brought to a newer format by the step of this name.
    case migration(step: String)
    /// A former state was brought back from this backup.
    case restore(from: String)
}

/// Which colleague's file a commit merged.
public struct MergeMark: Hashable, Sendable {
    /// The digest that the file carries.
    public var bundle: String
    /// Who wrote it.
    public var author: String
    /// When it was written, to the second.
    public var date: Date

    /// The mark of a file.
    public init(bundle: String, author: String, date: Date) {
        self.bundle = bundle
        self.author = author
        self.date = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
    }
}

extension CommitOrigin {
    /// The origin as a history keeps it; nil for an edit, of which the line says nothing more.
    var json: JSONValue? {
        let members: [String: String]
        switch self {
        case .edit: return nil
        case .undo(let commit): members = ["kind": "undo", "of": commit.uuidString]
        case .redo(let commit): members = ["kind": "redo", "of": commit.uuidString]
        case .merge(let mark):
            members = [
                "kind": "merge", "bundle": mark.bundle, "author": mark.author,
                "at": mark.date.formatted(.iso8601),
            ]
        case .migration(let step): members = ["kind": "migration", "step": step]
        case .restore(let name): members = ["kind": "restore", "from": name]
        }
        return .object(members.mapValues(JSONValue.string))
    }

    /// Reads what `json` gives; no value is an edit, an unknown one gives nil.
    init?(json: JSONValue?) {
        guard let json else {
            self = .edit
            return
        }
        let commit = json["of"]?.text.flatMap(UUID.init(uuidString:))
        switch (json["kind"]?.text, commit, json["bundle"]?.text, json["step"]?.text, json["from"]?.text) {
        case ("undo", let commit?, _, _, _): self = .undo(of: commit)
        case ("redo", let commit?, _, _, _): self = .redo(of: commit)
        case ("merge", _, let bundle?, _, _):
            guard let author = json["author"]?.text, let moment = json["at"]?.text,
                let date = try? Date(moment, strategy: .iso8601)
            else { return nil }
            self = .merge(MergeMark(bundle: bundle, author: author, date: date))
        case ("migration", _, _, let step?, _): self = .migration(step: step)
        case ("restore", _, _, _, let name?): self = .restore(from: name)
        default: return nil
        }
    }
}
