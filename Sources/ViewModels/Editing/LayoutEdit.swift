import Foundation
import Importing
import Model
import UserMessages

/// A change of the layouts of tables that are kept with the archive.
public enum LayoutEdit: Hashable, Sendable {
    /// Takes one out.
    case remove(UUID)
    /// Gives one another name, which no other one has.
    case rename(UUID, String)

    /// Makes the change in `content`; on a refusal `content` is as it was.
    func apply(to content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .remove(let id):
            guard content.layouts?.layouts.take(out: id) == true else { throw .gone }
        case .rename(let id, let written):
            guard let place = content.layouts?.layouts.firstIndex(where: { $0.id == id }) else { throw .gone }
            guard let name = content.layouts?.newName(written, of: id) else {
                throw written.allSatisfy(\.isWhitespace)
                    ? .emptyName : .notDone(LayoutWords.nameTaken(written))
            }
            content.layouts?.layouts[place].name = name
        }
    }
}
