import DocumentStore
import Foundation
import Importing
import Localization
import Model
import UserMessages

/// The layouts by which a command reads documents.
struct LayoutChoice {
    /// The layouts that are given, before those that are kept and are of something else.
    let all: [Layout]
    /// The layouts that are given, with what was written for each.
    let given: [(written: String, layout: Layout)]

    /// Tells which of the layouts that are given say nothing of any of the documents, and how one is made that does.
    func tellUnused(by documents: [InputDocument]) {
        for (written, layout) in given where documents.allSatisfy({ $0.fitting([layout]).isEmpty }) {
            Console.tell(
                tr(
                    "The layout «{name}» fits nothing in {files}: it was made for other heads, labels or texts. «barometroctl tables FILE --json» shows those of a document; one that fits is made in the window, by naming them, and written with «layouts export».",
                    ["name": written, "files": Words.list(documents.map(\.name))]))
        }
    }

    /// The layouts that are given by name or file, before those that are kept with the archive. One that cannot be read
    /// is an error where it was asked for, and told where it is only kept.
    static func layouts(
        _ given: [String], keptIn content: ArchiveContent?
    ) throws(ToolFailure) -> LayoutChoice {
        let kept = kept(in: content)
        var chosen: [Layout] = []
        for text in given {
            if let known = kept.first(where: { $0.name == text }) {
                chosen.append(known)
            } else {
                chosen.append(try file(text))
            }
        }
        let subjects = Set(chosen.map(\.subject))
        return LayoutChoice(
            all: chosen + kept.filter { !subjects.contains($0.subject) },
            given: zip(given, chosen).map { ($0, $1) })
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
