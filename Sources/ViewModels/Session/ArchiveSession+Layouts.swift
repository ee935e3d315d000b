import Importing
import Localization
import UserMessages

extension ArchiveSession {
    /// The columns of tables that were named by hand and are kept with the archive, and what of them cannot be read.
    public func keptLayouts() -> (layouts: [Layout], problems: [String]) {
        guard let folder else { return ([], []) }
        let (layouts, problems) = LayoutFolder(archive: folder).list()
        return (layouts, problems.map(\.words))
    }

    /// Keeps what a person named, for the next files with these heads; gives what could not be kept, in words.
    public func keep(_ layouts: [Layout]) -> [String] {
        guard let folder, !isReadOnly else { return [] }
        var problems: [String] = []
        for layout in layouts {
            do throws(InputFile.Problem) {
                try LayoutFolder(archive: folder).keep(layout)
            } catch {
                problems.append(error.words)
            }
        }
        return problems
    }

    /// Removes a layout by its name; gives why it could not be, in words.
    public func forgetLayout(named name: String) -> String? {
        guard let folder, !isReadOnly else { return nil }
        do throws(InputFile.Problem) {
            try LayoutFolder(archive: folder).remove(name)
            return nil
        } catch {
            return error.words
        }
    }
}

/// A layout that is kept, as a row.
public struct LayoutRow: Hashable, Sendable, Identifiable {
    /// Its name.
    public let id: String
    /// Its heads and what each column is, in words.
    public let columns: String

    init(_ layout: Layout) {
        id = layout.name
        columns = zip(layout.signature, layout.terms)
            .map { head, term in (head.isEmpty ? "—" : head) + ": " + (term?.title ?? tr("not used")) }
            .joined(separator: "; ")
    }
}

extension ArchiveSession {
    /// The layouts that are kept as rows, and what cannot be read.
    public func layoutRows() -> (rows: [LayoutRow], problems: [String]) {
        let (layouts, problems) = keptLayouts()
        return (layouts.map(LayoutRow.init), problems)
    }
}
