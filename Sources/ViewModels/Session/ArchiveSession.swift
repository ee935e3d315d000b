import DocumentStore
import Foundation
import Localization
import Model
import Scoring
import UserMessages

/// The view model of the open archive: the content, what follows from it, and every change.
///
/// A change goes through `perform(_:)` and is on disk when it returns; undo and redo are changes too.
@MainActor public final class ArchiveSession {
    /// What the archive holds.
    public private(set) var content: ArchiveContent
    /// The year on show.
    public private(set) var year: Int
    /// Who makes the changes.
    public private(set) var author: String
    /// What can be undone and redone.
    public internal(set) var history = UndoHistory()
    /// What is on disk.
    public private(set) var saveState: SaveState
    /// What went wrong beside the work and stops none of it, in words: the history cannot be read, so nothing of
    /// former sessions can be undone; what another commits cannot be followed; or the documents' files cannot be
    /// written. Nil where nothing did.
    public var warning: String? { followWarning ?? checkpointWarning ?? pastWarning }
    /// The scores of the year's plan; nil where the year has none.
    public private(set) var score: PlanScore?
    /// The findings that nobody has answered, in the order of the checks.
    public private(set) var findings: [Finding] = []

    /// Scores and findings of the year on show.
    private(set) var assessment: ArchiveAssessment?
    private var rowCache = IndicatorRowCache()
    /// What keeps the archive on disk; nil where changes stay in memory.
    private(set) var backend: (any ArchiveBackend)?
    /// The clock.
    let now: () -> Date
    private var observers: [Int: @MainActor () -> Void] = [:]
    private var nextObserver = 0
    private var isFollowing = false
    /// Edits are made together: they change the content, and are committed at the end as one.
    private var isCollecting = false
    /// A change is being made away from the main actor: until it is on disk no other is made.
    public private(set) var isPreparing = false
    private var pastWarning: String?
    private var followWarning: String?

    /// A session on `content`; `backend` puts changes on disk, without one they stay in memory.
    public convenience init(
        content: ArchiveContent, backend: (any ArchiveBackend)? = nil, author: String,
        now: @escaping () -> Date
    ) {
        let year = content.lastYear(now: now())
        self.init(
            content: content, backend: backend, author: author, now: now,
            assessed: (year, ArchiveAssessment(content, year: year)))
    }

    /// A session on `content` that was assessed already, for the year that is shown.
    init(
        content: ArchiveContent, backend: (any ArchiveBackend)?, author: String, now: @escaping () -> Date,
        assessed: (year: Int, assessment: ArchiveAssessment)
    ) {
        self.content = content
        self.backend = backend
        self.author = author
        self.now = now
        year = assessed.year
        assessment = assessed.assessment
        saveState = backend?.readOnlyHolder.map { .readOnly(holder: $0) } ?? .saved(at: nil)
        watchBackend()
        readPast()
        recompute()
    }

    /// The plan of the year on show.
    public var plan: Plan? { content.plans[year] }
    /// The folder of the archive; nil where changes stay in memory.
    public var folder: URL? { backend?.folder }
    /// Nothing can be changed.
    public var isReadOnly: Bool { readOnlyHolder != nil }
    /// Why nothing can be changed, in words; nil where it can.
    var readOnlyHolder: String? { backend?.readOnlyHolder }
    /// The archive on disk; nil where changes stay in memory.
    var archive: ArchiveStore? { backend?.archive }

    /// Signs the changes from now on with another name.
    public func sign(as name: String) {
        guard name != author, !name.isEmpty else { return }
        author = name
        tell()
    }

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
        var changed = content
        try edit.apply(to: &changed)
        try perform(edit.title(from: content, to: changed), making: changed)
    }

    /// Makes `changed` the content, as one step that can be undone.
    /// - Parameters:
    ///   - title: what was done, in words.
    ///   - origin: what it came from.
    public func perform(
        _ title: String, making changed: ArchiveContent, origin: CommitOrigin = .edit
    ) throws(EditRefusal) {
        try require(changed)
        if isCollecting {
            content = changed
            return
        }
        guard changed != content else { return }
        history.note(UndoHistory.Step(title: title, contents: (content, changed)))
        let commit = adopt(changed, summary: title, origin: origin)
        history.noteCommit(commit)
    }

    /// Makes a change that takes long away from the main actor and puts it on disk there, as one step that can be undone.
    /// Until it ends every other change is refused. A task that was cancelled before the disk is written changes nothing.
    /// - Parameter shown: the year to show when it is done; nil for the one on show.
    /// - Returns: whether the change was made.
    public func perform(away edit: Edit, showing shown: Int? = nil) async throws(EditRefusal) -> Bool {
        try requireAllowed(content)
        try beginPreparing()
        defer { endPreparing() }
        return try await makeAway(edit, showing: shown)
    }

    /// The same without waiting: every other change is refused from now on, until `finished` is told how it ended. The
    /// task that is given can be cancelled; nil where the change is refused at once.
    public func perform(
        away edit: Edit, showing shown: Int? = nil,
        finished: @escaping @MainActor (Result<Bool, EditRefusal>) -> Void
    ) -> Task<Void, Never>? {
        do throws(EditRefusal) {
            try requireAllowed(content)
            try beginPreparing()
        } catch {
            finished(.failure(error))
            return nil
        }
        return Task { @MainActor in
            let result: Result<Bool, EditRefusal>
            do throws(EditRefusal) {
                result = .success(try await makeAway(edit, showing: shown))
            } catch {
                result = .failure(error)
            }
            endPreparing()
            finished(result)
        }
    }

    /// Makes the change; meanwhile every other is refused.
    private func makeAway(_ edit: Edit, showing shown: Int?) async throws(EditRefusal) -> Bool {
        let (before, assessed, shown) = (content, assessment, shown ?? year)
        let prepared = try await Task.detached {
            PreparedChange.make(edit, from: before, assessed: assessed, year: shown)
        }.value.get()
        guard !Task.isCancelled else { return false }
        try requireAllowed(prepared.content)
        guard prepared.content != before else { return true }
        let commit = await adoptAway(prepared, origin: .edit, showing: shown)
        history.note(
            UndoHistory.Step(
                title: prepared.title, contents: (before, prepared.content), commit: commit))
        tell()
        return true
    }

    /// Puts what was prepared on disk away from the main actor and makes it the content; gives the commit. Who watches is
    /// not told yet.
    func adoptAway(_ change: PreparedChange, origin: CommitOrigin, showing shown: Int) async -> UUID? {
        let commit = await saveAway(change, origin)
        year = shown
        assessment = change.assessment
        take(change.content)
        return commit
    }

    /// From now on edits change the content only; says whether they did not before.
    func beginCollecting() -> Bool {
        defer { isCollecting = true }
        return !isCollecting
    }

    /// Ends what the outermost beginning began, with this content.
    func endCollecting(_ isOutermost: Bool, content: ArchiveContent) {
        guard isOutermost else { return }
        isCollecting = false
        self.content = content
    }

    /// Shows what another committed meanwhile, where the archive is open to be read; says whether there was anything.
    @discardableResult
    public func follow() -> Bool {
        guard let backend, isReadOnly else { return false }
        let isOther = followed(Result { try backend.refresh() })
        if isOther { show(backend.content) }
        return isOther
    }

    /// The same away from the main actor, for a window that looks again and again.
    public func followSoon() {
        guard let archive, isReadOnly, !isFollowing else { return }
        isFollowing = true
        Task { @MainActor in
            let refreshed = await Task.detached { Result { try archive.refresh() } }.value
            self.isFollowing = false
            guard archive === self.archive else { return }
            if self.followed(refreshed) { self.show(archive.content) }
        }
    }

    /// The rows of the indicators of the year on show; those of objectives that have not changed are made once.
    func indicatorRows() -> [IndicatorRow] {
        rowCache.rows(of: plan, score: score, profile: content.profile(of: year), findings: findings)
    }

    /// Which state of those rows it is, and where it says something else than the one before it.
    var indicatorState: (version: Int, changes: [Int]?) { (rowCache.version, rowCache.changes) }

    /// The sectors and heads of those rows.
    var indicatorNames: IndicatorRowCache.Names { rowCache.names }

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

    /// Closes the archive.
    public func close() {
        backend?.close()
    }

    /// Goes on with the archive as another opening has it.
    func replaceBackend(by opened: any ArchiveBackend) {
        backend?.close()
        backend = opened
        saveState = opened.readOnlyHolder.map { .readOnly(holder: $0) } ?? .saved(at: nil)
        readPast()
        watchBackend()
        show(opened.content)
    }

    /// Says it where the archive turns out to be one that must not be written, or its files cannot be.
    private func watchBackend() {
        backend?.onStateChange = { [weak self] in self?.noteBackendState() }
    }

    private func noteBackendState() {
        let holder = backend?.readOnlyHolder
        switch saveState {
        // What is in memory only stays so, whatever becomes of the access.
        case .failed: break
        case .saved: if let holder { saveState = .readOnly(holder: holder) }
        case .readOnly: saveState = holder.map { .readOnly(holder: $0) } ?? .saved(at: nil)
        }
        tell()
    }

    /// Lets an archive be written whose history does not hold: the person has read what is wrong with it. What is in
    /// memory only is put on disk.
    public func writeAllTheSame() {
        archive?.writeAllTheSame()
        if case .failed = saveState, !isReadOnly {
            _ = save(tr("Changes that had waited for the archive"), .edit)
        }
        noteBackendState()
    }

    /// Says that the documents' files are behind their histories; nil where they could be written.
    private var checkpointWarning: String? {
        // Where a change is in memory only, that is told instead: not every one is on disk then.
        guard let failure = backend?.checkpointFailures.first, !isWaiting else { return nil }
        return tr(
            "The documents' files could not be written, which is tried again after the next change. Every change is on disk in the history: nothing is lost. {reason}",
            ["reason": failure.words])
    }

    /// Notes a step that the archive itself has put on disk, and shows what came of it.
    func noteCommit(_ commit: UUID?, title: String) {
        guard let backend, backend.content != content else { return }
        history.note(UndoHistory.Step(title: title, contents: (content, backend.content), commit: commit))
        saveState = .saved(at: now())
        show(backend.content)
    }

    /// Shows what could not be put on disk, and says why.
    func keepInMemory(_ changed: ArchiveContent, reason: String) {
        saveState = .failed(reason)
        show(changed)
    }

    /// Reads what was done and undone before. Without its past the archive can be worked on all the same: that is
    /// told, and `verify` tells what is wrong with it.
    private func readPast() {
        do {
            history = try backend.map { UndoHistory(try $0.stacks()) } ?? UndoHistory()
            pastWarning = nil
        } catch {
            history = UndoHistory()
            pastWarning = tr(
                "What was done before cannot be undone here: {reason}",
                ["reason": (error as? ArchiveError)?.words ?? SystemReason.words(of: error)])
        }
    }

    /// Whether there is something new to show; a failure is told until reading succeeds again.
    private func followed(_ refreshed: Result<Bool, any Error>) -> Bool {
        let former = followWarning
        var isOther = false
        do {
            isOther = try refreshed.get()
            followWarning = nil
        } catch {
            followWarning = tr(
                "What others commit cannot be read at the moment; what you see may be old: {reason}",
                ["reason": (error as? ArchiveError)?.words ?? SystemReason.words(of: error)])
        }
        if followWarning != former { tell() }
        return isOther
    }

    /// Refuses what may not be done to the archive.
    func require(_ changed: ArchiveContent) throws(EditRefusal) {
        try requireNothingPrepared()
        try requireAllowed(changed)
    }

    /// Refuses a change while another is being made away from the main actor: it would be lost by that.
    func requireNothingPrepared() throws(EditRefusal) {
        if isPreparing { throw .busy }
    }

    /// From now on every change is refused, until `endPreparing()`.
    func beginPreparing() throws(EditRefusal) {
        try requireNothingPrepared()
        isPreparing = true
    }

    /// Changes can be made again.
    func endPreparing() {
        isPreparing = false
    }

    /// Refuses what may not be done to the archive, whoever does it.
    func requireAllowed(_ changed: ArchiveContent) throws(EditRefusal) {
        if let holder = backend?.readOnlyHolder { throw .readOnly(holder: holder) }
        if let year = content.lockedYear(changedBy: changed) { throw .yearLocked(year) }
    }

    /// Makes it the content and puts it on disk; gives the commit.
    @discardableResult
    func adopt(_ changed: ArchiveContent, summary: String, origin: CommitOrigin) -> UUID? {
        content = changed
        let commit = save(summary, origin)
        show(changed)
        return commit
    }

    private func show(_ changed: ArchiveContent) {
        take(changed)
        tell()
    }

    private func take(_ changed: ArchiveContent) {
        content = changed
        year = changed.shownYear(instead: year)
        recompute()
    }

    /// Changes wait in memory for the disk: the next commit holds them too.
    private var isWaiting: Bool {
        if case .failed = saveState { return true }
        return false
    }

    /// Puts the content on disk; gives the commit where it holds this one step and nothing that waited.
    private func save(_ summary: String, _ origin: CommitOrigin) -> UUID? {
        guard let backend else { return nil }
        let (moment, isWaiting) = (now(), isWaiting)
        let saved = Result {
            try backend.commit(
                content, summary: summary, author: author, at: moment, origin: isWaiting ? .edit : origin)
        }
        return noteSaved(saved, at: moment, isWaiting: isWaiting)
    }

    /// The same away from the main actor.
    private func saveAway(_ change: PreparedChange, _ origin: CommitOrigin) async -> UUID? {
        guard let backend else { return nil }
        let (moment, isWaiting) = (now(), isWaiting)
        let saved = await backend.commitAway(
            change.content, summary: change.title, author: author, at: moment,
            origin: isWaiting ? .edit : origin)
        return noteSaved(saved, at: moment, isWaiting: isWaiting)
    }

    private func noteSaved(_ saved: Result<UUID?, any Error>, at moment: Date, isWaiting: Bool) -> UUID? {
        switch saved {
        case .success(let commit):
            saveState = .saved(at: moment)
            return isWaiting ? nil : commit
        case .failure(let error):
            saveState = .failed((error as? ArchiveError)?.words ?? SystemReason.words(of: error))
            return nil
        }
    }

    /// Makes again what follows from what has changed.
    private func recompute() {
        let assessed =
            assessment?.updating(to: content, year: year) ?? ArchiveAssessment(content, year: year)
        assessment = assessed
        score = assessed.score
        findings = assessed.openFindings
    }

    /// Calls who watches.
    func tell() {
        for number in observers.keys.sorted() { observers[number]?() }
    }
}
