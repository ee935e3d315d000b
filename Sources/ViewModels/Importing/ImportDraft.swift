import Foundation
import Importing
import Localization
import Model
import Reporting
import UserMessages

/// A document on the Importa screen: what was understood, what was not, and what the user takes.
public struct ImportDraft: Sendable, Identifiable {
    /// The file's name.
    public let id: String
    /// What was read.
    public let proposal: ImportProposal
    /// What would change in the archive.
    public private(set) var review: ImportReview
    /// What the user takes.
    public var choice = ImportChoice.all
    /// The document, to understand it again in another way; nil where there is none.
    public internal(set) var document: InputDocument?
    /// What a person decided about it.
    public internal(set) var decision = ImportDecision()
    /// The document does not say its year, nor did a person: one was assumed.
    public internal(set) var isYearAssumed = false
    /// Its tables as they were read.
    public internal(set) var tables: [TableNaming] = []
    /// The divisions of columns by which they were read.
    var splits: [ColumnSplit] = []

    /// The kept layouts of labels of cards by which it was read.
    var formerCards: [Layout] = []
    /// Texts that were named and do not stand in it one behind the other: nothing is taken of these.
    public internal(set) var textsNotFound: [NamedText] = []

    /// The draft of what was read from a file, against what the archive holds.
    public init(_ proposal: ImportProposal, against content: ArchiveContent) {
        id = proposal.file
        self.proposal = proposal
        review = proposal.review(against: content)
    }

    /// The year of its plan or projects; nil where it has none of either, or the document does not say it.
    public var year: Int? {
        [proposal.parts.plan?.year, proposal.parts.projects?.year].compactMap { $0 }.first { $0 > 0 }
    }

    /// It has a plan or projects, and these are of one year.
    public var isOfAYear: Bool { proposal.parts.plan != nil || proposal.parts.projects != nil }

    /// The same compared anew with what the archive holds by now; what the user takes stays.
    public func reviewed(against content: ArchiveContent) -> ImportDraft {
        var copy = self
        copy.review = proposal.review(against: content, identified: choice.identified)
        return copy
    }

    /// Takes over what a copy found when it was compared anew; nothing where this one was understood in another way since,
    /// or other things of it were said to be the archive's.
    public mutating func takeReview(of copy: ImportDraft) {
        guard copy.id == id, copy.decision == decision, copy.choice.identified == choice.identified else {
            return
        }
        review = copy.review
    }

    /// The parts that the document has something for.
    public var parts: [ImportPart] {
        ImportPart.allCases.filter { part in
            switch part {
            case .organisation: proposal.parts.municipalityName != nil || !proposal.parts.sectors.isEmpty
            case .plan: proposal.parts.plan != nil
            case .services: !proposal.parts.services.isEmpty
            case .projects: proposal.parts.projects != nil
            }
        }
    }

    /// What was recognised, in a few words.
    public var summary: String {
        let counts = proposal.recognised
        let said: [(Int, String)] = [
            (counts.sectors, trn("{count} sector", "{count} sectors", counts.sectors)),
            (counts.strategicLines, trn("{count} line", "{count} lines", counts.strategicLines)),
            (counts.objectives, trn("{count} objective", "{count} objectives", counts.objectives)),
            (counts.indicators, trn("{count} indicator", "{count} indicators", counts.indicators)),
            (counts.services, trn("{count} service", "{count} services", counts.services)),
            (
                counts.outputSeries + counts.userSeries,
                trn("{count} series", "{count} series", counts.outputSeries + counts.userSeries)
            ),
            (counts.projects, trn("{count} project", "{count} projects", counts.projects)),
            (counts.participants, trn("{count} participant", "{count} participants", counts.participants)),
            (counts.tables, trn("{count} plain table", "{count} plain tables", counts.tables)),
        ]
        return said.filter { $0.0 > 0 }.map(\.1).joined(separator: ", ")
    }

    /// What should be looked at before anything is taken; nil for nothing.
    public var warning: String? {
        review.otherMunicipality.map {
            tr("The document is of another municipality, {name}: is it meant for this archive?", ["name": $0])
        }
    }

    /// How the lines were taken, in a few words.
    public var lineWords: String {
        tr(
            "{total} lines: {bound} understood, {blank} blank, {unread} not understood",
            [
                "total": "\(proposal.lines.total)", "bound": "\(proposal.lines.bound)",
                "blank": "\(proposal.lines.blank)", "unread": "\(proposal.lines.unread)",
            ])
    }

    /// The edit that takes this draft's choice into the archive, and keeps how its columns were named.
    public var edit: Edit {
        .accept([AcceptedProposal(proposal, choice: choice, named: layoutsToKeep, replaced: layoutsReplaced)])
    }
}

extension ImportPart {
    /// The part's name on screen.
    public var title: String {
        switch self {
        case .organisation: tr("Municipality and sectors")
        case .plan: trc("part", "Plan")
        case .services: trc("part", "Services")
        case .projects: trc("part", "Projects")
        }
    }
}

extension ImportKind {
    /// The kind's name on screen.
    public var title: String {
        switch self {
        case .relazione: tr("Report on the performance")
        case .piano: tr("Performance plan")
        case .mappe: tr("Maps of the services")
        case .progetti: tr("Performance projects")
        case .tabella: tr("Plain tables")
        }
    }
}

extension ImportChange {
    /// The field's name on screen.
    public var fieldTitle: String { Self.title(of: field) }

    /// The name on screen of a field of the archive.
    static func title(of field: String) -> String {
        if field == "name" { return tr("Name") }
        if let year = field.split(separator: ".").last.flatMap({ Int($0) }) { return "\(year)" }
        let typed =
            IndicatorField(rawValue: field)?.title ?? ObjectiveField(rawValue: field)?.title
            ?? ServiceField(rawValue: field)?.title
        return typed ?? FieldNames.title(of: field.split(separator: ".").map(String.init))
    }
}

extension ImportChange.Kind {
    /// What the change does, on screen.
    public var title: String {
        switch self {
        case .added: trc("change", "New")
        case .filled: trc("change", "Filled")
        case .renewed: trc("change", "Newer")
        case .conflict: trc("change", "Conflict")
        }
    }
}
