import Foundation
import Model

/// What keeps the archive on disk.
@MainActor public protocol ArchiveKeeper: AnyObject {
    /// The folder.
    var folder: URL { get }
    /// Who has the archive open, where it can only be read here; nil where it can be written.
    var readOnlyHolder: String? { get }
    /// Puts `content` on disk before it returns; throws where it could not, and what was on disk stays.
    func commit(_ content: ArchiveContent, summary: String, author: String, at moment: Date) throws
    /// Lets go of the archive.
    func close()
}

/// What the status line says about the disk.
public enum SaveState: Hashable, Sendable {
    /// Everything is on disk, since this moment; nil where nothing changed since opening.
    case saved(at: Date?)
    /// The last changes are in memory only, for this reason.
    case failed(String)
    /// Nothing can be written; who has the archive.
    case readOnly(holder: String)
}
