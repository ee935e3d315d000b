import Model

extension ImportProposal {
    /// What taking this proposal would change in the archive's content.
    public func review(against content: ArchiveContent) -> ImportReview {
        ImportReview(ImportMerge(choice: .all).merged(parts, into: content).changes)
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

    func merged(_ parts: ImportParts, into content: ArchiveContent) -> (
        content: ArchiveContent, changes: [ImportChange]
    ) {
        var result = content
        var log = MergeLog(choice, sent: parts.sent)
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
            FieldMerge.merge(&result.services.services, services, &log)
        }
        if choice.parts.contains(.projects), let book = parts.projects, book.year > 0,
            !choice.excluded.contains(book.id)
        {
            log.part = .projects
            mergeByYear(
                &result.projects[book.year], book, empty: ProjectBook(id: book.id, year: book.year), &log)
        }
        return (result, log.changes)
    }

    private func mergeOrganisation(
        _ parts: ImportParts, _ content: inout ArchiveContent, _ log: inout MergeLog
    ) {
        log.part = .organisation
        var imported = Municipality(id: content.municipality.id, name: parts.municipalityName ?? "")
        imported.sectors = parts.sectors
        imported.units = parts.units
        FieldMerge.merge(&content.municipality, imported, &log)
    }

    /// A document of a year merges into that year's, or into an empty one.
    private func mergeByYear<Document: FieldHolder>(
        _ slot: inout Document?, _ document: Document, empty: Document, _ log: inout MergeLog
    ) {
        var target = slot ?? empty
        if slot == nil { log.added(document.id, name: document.label) }
        log.within(document.label) { FieldMerge.merge(&target, document, &$0) }
        slot = target
    }
}
