import Foundation
import Model

/// A change of the layouts of tables that are kept with the archive.
public enum LayoutEdit: Hashable, Sendable {
    /// Takes one out.
    case remove(UUID)

    /// Makes the change in `content`; on a refusal `content` is as it was.
    func apply(to content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .remove(let id):
            guard content.layouts?.layouts.take(out: id) == true else { throw .gone }
        }
    }
}
