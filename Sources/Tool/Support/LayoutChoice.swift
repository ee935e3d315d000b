import DocumentStore
import Foundation
import Importing
import Localization
import Model
import UserMessages

/// The layouts by which a command reads documents.
enum LayoutChoice {
    /// The layouts that are given by name or file, before those that are kept with the archive. One that cannot be read
    /// is an error where it was asked for, and told where it is only kept.
    static func layouts(_ given: [String], keptIn content: ArchiveContent?) throws(ToolFailure) -> [Layout] {
        let kept = kept(in: content)
        var chosen: [Layout] = []
        for text in given {
            if let known = kept.first(where: { $0.name == text }) {
                chosen.append(known)
            } else {
                chosen.append(try file(text))
            }
        }
        return chosen + kept.filter { layout in !chosen.contains { $0.signature == layout.signature } }
    }

    /// The layouts that are kept with the archive, where there is one; those that cannot be applied are told.
    static func kept(by common: CommonOptions) throws(ToolFailure) -> [Layout] {
        kept(in: try common.known()?.content)
    }

    private static func kept(in content: ArchiveContent?) -> [Layout] {
        guard let (layouts, others) = content?.layouts?.understood else { return [] }
        for name in others { Console.tell(LayoutFile.notUnderstood(name)) }
        return layouts
    }

    /// The layout in a file.
    static func file(_ path: String) throws(ToolFailure) -> Layout {
        try ToolFailure.input { () throws(InputFile.Problem) in
            try LayoutFile.layout(in: URL(filePath: path))
        }
    }
}
