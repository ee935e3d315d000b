import DocumentStore
import Foundation
import Importing
import Localization
import UserMessages

/// The layouts by which a command reads documents.
enum LayoutChoice {
    /// The layouts that are given by name or file, before those that are kept with the archive. One that cannot be read
    /// is an error where it was asked for, and told where it is only kept.
    static func layouts(_ given: [String], of common: CommonOptions) throws(ToolFailure) -> [Layout] {
        let (kept, problems) = LayoutFolder(archive: common.folder).list()
        for problem in problems { Console.tell(problem.words) }
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

    /// The layout in a file.
    static func file(_ path: String) throws(ToolFailure) -> Layout {
        try ToolFailure.input { () throws(InputFile.Problem) in
            try LayoutFolder.layout(in: URL(filePath: path))
        }
    }
}
