import Foundation
import Model

/// A change of the performance projects of a year beyond their typed fields.
public enum ProjectEdit: Hashable, Sendable {
    /// A new project at the end of a year's; the year's book is begun with it where there is none.
    case add(year: Int, PerformanceProject, book: UUID)
    /// Takes a project out.
    case remove(UUID)
    /// A project to another position in its year.
    case move(UUID, position: Int)
    /// What the project is about.
    case description(UUID, text: String)
    /// The amount of the municipality's own money gross of charges and IRAP; empty where it follows from the net.
    case ownGross(UUID, text: String)
    /// The amount of third parties' money gross of charges and IRAP; empty where it follows from the net.
    case thirdPartyGross(UUID, text: String)
    /// References to the DUP, parted by commas.
    case dupReferences(UUID, text: String)
    /// The objective that the project serves; nil for none.
    case objective(UUID, UUID?)

    /// Makes the change in `content`; on a refusal `content` is as it was.
    func apply(to content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .add(let year, let project, let book):
            guard (1900...2199).contains(year) else { throw .noYear(year) }
            content.projects[year, default: ProjectBook(id: book, year: year)].projects.append(project)
        case .remove(let id):
            try ProjectEdit.changeBook(of: id, in: &content) { _ = $0.projects.take(out: id) }
        case .move(let id, let position):
            try ProjectEdit.changeBook(of: id, in: &content) { _ = $0.projects.move(id, to: position) }
        case .description(let id, let text):
            try ProjectEdit.change(id, in: &content) { $0.description = text }
        case .ownGross(let id, let text):
            try ProjectEdit.change(id, in: &content) { $0.ownResources.setGross(text) }
        case .thirdPartyGross(let id, let text):
            try ProjectEdit.change(id, in: &content) { $0.thirdPartyResources.setGross(text) }
        case .dupReferences(let id, let text):
            let references = text.split(whereSeparator: { ",;".contains($0) })
                .map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
            try ProjectEdit.change(id, in: &content) { $0.dupReferences = references }
        case .objective(let id, let objective):
            if let objective, content.path(toObjective: objective) == nil { throw .gone }
            try ProjectEdit.change(id, in: &content) { $0.objectiveID = objective }
        }
    }

    private static func change(
        _ id: UUID, in content: inout ArchiveContent, _ change: (inout PerformanceProject) -> Void
    ) throws(EditRefusal) {
        try changeBook(of: id, in: &content) { book in
            guard let position = book.projects.firstIndex(where: { $0.id == id }) else { return }
            change(&book.projects[position])
        }
    }

    private static func changeBook(
        of id: UUID, in content: inout ArchiveContent, _ change: (inout ProjectBook) -> Void
    ) throws(EditRefusal) {
        guard let year = content.year(ofProject: id), var book = content.projects[year] else { throw .gone }
        change(&book)
        content.projects[year] = book
    }
}

extension ProjectAmount? {
    /// Sets the gross figure; a gross figure alone stands beside a net that is not entered.
    fileprivate mutating func setGross(_ text: String) {
        let gross = text.trimmingWhitespace().isEmpty ? nil : ReportedValue(reading: text, as: .euro)
        if self != nil {
            self?.gross = gross
        } else if gross != nil {
            self = ProjectAmount(net: .notEntered, gross: gross)
        }
    }
}
