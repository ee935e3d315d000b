import DocumentStore
import Foundation
import Localization
import Model
import Reporting
import UserMessages

/// What can be printed.
public enum Printables {
    /// The documents that `content` has something for in `year`.
    public static func kinds(of content: ArchiveContent, year: Int) -> [PrintKind] {
        PrintKind.allCases.filter { kind in
            switch kind {
            case .allegatoB, .piano, .relazione: !(content.plans[year]?.lines.isEmpty ?? true)
            case .allegatoC: content.services.hasData(of: year)
            case .progetti: !(content.projects[year]?.projects.isEmpty ?? true)
            }
        }
    }

    /// The sectors of which a part of a document can be printed, by name.
    public static func sectors(of content: ArchiveContent, year: Int, kind: PrintKind) -> [String] {
        let names =
            switch kind {
            case .allegatoC: content.services.services.map(\.sector)
            case .allegatoB, .piano, .relazione: content.plans[year]?.objectives.map(\.sector) ?? []
            case .progetti: [String]()
            }
        return Set(names).filter { !$0.isEmpty }.sorted()
    }

    /// The marks of the objectives of which a part of a document can be printed, by name.
    public static func tags(of content: ArchiveContent, year: Int, kind: PrintKind) -> [String] {
        guard kind != .allegatoC, kind != .progetti else { return [] }
        return Set(content.plans[year]?.objectives.flatMap(\.tags).map(\.title) ?? []).sorted()
    }
}

extension PrintKind {
    /// The document's name on screen.
    public var title: String {
        switch self {
        case .allegatoB: tr("Annex B: state of the objectives")
        case .allegatoC: tr("Annex C: maps of the services")
        case .piano: tr("Cards of the plan (PIAO 2.2)")
        case .progetti: tr("Performance projects")
        case .relazione: tr("Report on the performance")
        }
    }
}

extension PrintPart {
    /// The part's name on screen.
    public var title: String {
        switch self {
        case .cover: tr("Title page")
        case .contents: tr("Contents")
        case .presentation: tr("The office's own chapters")
        case .results: tr("Results by line, sector and head")
        case .method: tr("How scores come about")
        case .organisation: tr("Organisation of the municipality")
        case .objectives: tr("Lines with their objectives")
        case .years: tr("Indicators over the years")
        case .changes: tr("What was left out, set by hand or changed")
        case .closing: tr("Payment times, acts and annexes")
        case .services: tr("Maps of the services")
        }
    }
}

extension ArchiveSession {
    /// The coat of arms that the archive has; nil for none.
    public var emblem: [UInt8]? { folder.flatMap(Emblem.read) }

    /// The archive has a coat of arms, whether it can be printed or not.
    public var hasEmblem: Bool { emblem != nil || !emblemProblem.isEmpty }

    /// Why the coat of arms that the archive has is not printed, in words; empty where it is, or there is none.
    public var emblemProblem: String {
        do throws(Emblem.Refusal) {
            _ = try folder.map { (folder) throws(Emblem.Refusal) in try Emblem.image(in: folder) }
            return ""
        } catch {
            return error.words(file: "stemma.png")
        }
    }

    /// Keeps an image as the archive's coat of arms, in place of the one that it has. Throws `Emblem.Refusal`, or what
    /// the system says.
    public func keepEmblem(from file: URL) throws {
        guard let folder, !isReadOnly else { return }
        try Emblem.keep(file, in: folder)
    }

    /// Takes the coat of arms out of the archive. Throws what the system says.
    public func removeEmblem() throws {
        guard let folder, !isReadOnly else { return }
        try Emblem.remove(from: folder)
    }

    /// There is a coat of arms that was replaced or taken out, and can be brought back.
    public var hasFormerEmblem: Bool { folder.map(Emblem.hasFormer) ?? false }

    /// Brings the former coat of arms back, in place of the one that is there. Throws what the system says.
    public func restoreEmblem() throws {
        guard let folder, !isReadOnly else { return }
        try Emblem.restore(in: folder)
    }
}
