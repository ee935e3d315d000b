import Foundation
import Model

extension ImportProposal {
    /// What taking this proposal would change in the archive's content.
    ///
    /// - Parameter identified: things of the document with the things of the archive that they are, as a person said.
    public func review(
        against content: ArchiveContent, identified: [UUID: UUID] = [:]
    ) -> ImportReview {
        let merge = ImportMerge(choice: ImportChoice(identified: identified), isReview: true)
        return ImportReview(merge.merged(parts, into: content).log)
    }

    /// The things of the document with those of the archive whose names are so much alike, what they hold included.
    ///
    /// - Parameter score: the least likeness, 0–100; none below `AlikeNames.least` is looked for.
    public func alikeThings(atLeast score: Int, in content: ArchiveContent) -> [UUID: UUID] {
        var identified: [UUID: UUID] = [:]
        while true {
            // What is in a thing is compared once the thing is known.
            let more = review(against: content, identified: identified).doubtful.filter {
                $0.alike.map { $0.score >= score } ?? false
            }
            guard !more.isEmpty else { return identified }
            for thing in more { identified[thing.id] = thing.alike?.id }
        }
    }

    /// The archive's content with the proposal merged in. Things are found again by identity, then by name; what is
    /// missing is added, empty fields are filled, and a value of the archive is replaced only where the choice says so.
    /// Taking the same proposal again changes nothing.
    public func apply(to content: ArchiveContent, _ choice: ImportChoice = .all) -> ArchiveContent {
        ImportMerge(choice: choice).merged(parts, into: content).content
    }
}

/// The merge of a proposal's parts into an archive's content.
struct ImportMerge {
    let choice: ImportChoice
    /// Nothing is taken: the changes are to be shown.
    var isReview = false

    func merged(_ parts: ImportParts, into content: ArchiveContent) -> (
        content: ArchiveContent, log: MergeLog
    ) {
        var result = content
        var log = MergeLog(choice, sent: parts.sent, isReview: isReview)
        if choice.parts.contains(.organisation) { mergeOrganisation(parts, &result, &log) }
        if choice.parts.contains(.plan), let plan = parts.plan, plan.year > 0,
            !choice.excluded.contains(plan.id)
        {
            log.part = .plan
            let plan = result.plans[plan.year].map { PlanPlacement(in: $0).placed(plan) } ?? plan
            mergeByYear(&result.plans[plan.year], plan, empty: Plan(id: plan.id, year: plan.year), &log)
        }
        if choice.parts.contains(.services) {
            log.part = .services
            let services = ServicePlacement(in: result.services.services).placed(parts.services)
            FieldMerge.merge(&result.services.services, services, in: "services", &log)
        }
        if choice.parts.contains(.projects), let book = parts.projects, book.year > 0,
            !choice.excluded.contains(book.id)
        {
            log.part = .projects
            mergeByYear(
                &result.projects[book.year], book, empty: ProjectBook(id: book.id, year: book.year), &log)
        }
        return (result, log)
    }

    private func mergeOrganisation(
        _ parts: ImportParts, _ content: inout ArchiveContent, _ log: inout MergeLog
    ) {
        log.part = .organisation
        var imported = Municipality(id: content.municipality.id, name: parts.municipalityName ?? "")
        imported.sectors = parts.sectors
        imported.units = parts.units
        log.thing(imported, of: "", entity: imported.id)
        FieldMerge.merge(&content.municipality, imported, &log)
    }

    /// A document of a year merges into that year's, or into an empty one.
    private func mergeByYear<Document: FieldHolder>(
        _ slot: inout Document?, _ document: Document, empty: Document, _ log: inout MergeLog
    ) {
        var target = slot ?? empty
        if slot == nil { log.added(document.id, name: document.label) }
        log.thing(document, of: "", entity: target.id)
        log.within(document.label) { FieldMerge.merge(&target, document, &$0) }
        slot = target
    }
}
