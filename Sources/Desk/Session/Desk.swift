import DocumentStore
import Foundation
import Localization
import Model
import Scoring
import Wording

/// The open archive as the window works on it: the content, what follows from it, and every change.
///
/// A change goes through `perform(_:)` and is on disk when it returns; undo and redo are changes too.
@MainActor public final class Desk {
    /// What the archive holds.
    public private(set) var content: ArchiveContent
    /// The year on show.
    public private(set) var year: Int
    /// Who makes the changes.
    public let author: String
    /// What can be undone and redone.
    public private(set) var history = UndoHistory()
    /// What is on disk.
    public private(set) var saveState: SaveState
    /// The scores of the year's plan; nil where the year has none.
    public private(set) var score: PlanScore?
    /// The findings that nobody has answered, in the order of the checks.
    public private(set) var findings: [Finding] = []

    private var services: (checked: [ServiceMap], findings: [Finding])?
    private let keeper: (any ArchiveKeeper)?
    /// The clock.
    let now: () -> Date
    private var observers: [Int: @MainActor () -> Void] = [:]
    private var nextObserver = 0

    /// A desk on `content`; `keeper` puts changes on disk, without one they stay in memory.
    public init(
        content: ArchiveContent, keeper: (any ArchiveKeeper)? = nil, author: String,
        now: @escaping () -> Date
    ) {
        self.content = content
        self.keeper = keeper
        self.author = author
        self.now = now
        year =
            content.plans.keys.max() ?? content.years.last
            ?? Calendar(identifier: .gregorian).component(.year, from: now())
        saveState = keeper?.readOnlyHolder.map { .readOnly(holder: $0) } ?? .saved(at: nil)
        recompute()
    }

    /// The plan of the year on show.
    public var plan: Plan? { content.plans[year] }
    /// The folder of the archive; nil where changes stay in memory.
    public var folder: URL? { keeper?.folder }
    /// Nothing can be changed.
    public var isReadOnly: Bool { keeper?.readOnlyHolder != nil }

    /// Shows another year.
    public func show(year: Int) {
        guard year != self.year else { return }
        self.year = year
        recompute()
        tell()
    }

    /// Makes a change and puts it on disk. A refused edit changes nothing; a failure of the disk keeps the
    /// change in memory and is told by `saveState`.
    public func perform(_ edit: Edit) throws(EditRefusal) {
        if let holder = keeper?.readOnlyHolder { throw .readOnly(holder: holder) }
        var changed = content
        try edit.apply(to: &changed)
        guard changed != content else { return }
        history.note(edit, before: content, after: changed)
        adopt(changed, summary: edit.title)
    }

    /// Takes the last edit back.
    public func undo() {
        guard let step = history.undo() else { return }
        adopt(step.before, summary: tr("Undo: {edit}", ["edit": step.edit.title]))
    }

    /// Makes the last edit that was taken back again.
    public func redo() {
        guard let step = history.redo() else { return }
        adopt(step.after, summary: tr("Redo: {edit}", ["edit": step.edit.title]))
    }

    /// Calls `action` after every change, until the returned number is given to `stopObserving`.
    @discardableResult
    public func observe(_ action: @escaping @MainActor () -> Void) -> Int {
        nextObserver += 1
        observers[nextObserver] = action
        return nextObserver
    }

    /// Ends the calls to the action of `number`.
    public func stopObserving(_ number: Int) {
        observers[number] = nil
    }

    /// Lets go of the archive.
    public func close() {
        keeper?.close()
    }

    private func adopt(_ changed: ArchiveContent, summary: String) {
        content = changed
        if content.plans[year] == nil, content.projects[year] == nil, let last = content.years.last {
            year = last
        }
        save(summary)
        recompute()
        tell()
    }

    private func save(_ summary: String) {
        guard let keeper else { return }
        let moment = now()
        do {
            try keeper.commit(content, summary: summary, author: author, at: moment)
            saveState = .saved(at: moment)
        } catch {
            saveState = .failed((error as? ArchiveError)?.words ?? "\(error)")
        }
    }

    private func recompute() {
        score = plan.map { PlanScore($0, profile: content.municipality.profile) }
        let all = Checks.run(content: content, year: year, services: serviceFindings())
        findings = Checks.open(all, dismissals: content.dismissals)
    }

    /// The findings about the services: looked for again only where a map has changed.
    private func serviceFindings() -> [Finding] {
        let maps = content.services.services
        if let services, services.checked == maps { return services.findings }
        let findings = Checks.services(content.services)
        services = (maps, findings)
        return findings
    }

    private func tell() {
        for number in observers.keys.sorted() { observers[number]?() }
    }
}
