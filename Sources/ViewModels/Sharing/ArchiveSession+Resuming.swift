import DocumentStore
import Foundation
import Localization
import Model
import UserMessages

/// What came of taking an archive up to write.
public enum Resumption: Hashable, Sendable {
    /// This window writes. What of its own changes found no place is told in words.
    case writing(unplaced: [String])
    /// Somebody else has the archive.
    case held
    /// Fields that were changed here and are not on disk were changed by the other too, in words; nothing was done.
    case conflicts([String])
}

/// What to do with fields that were changed here and by another.
public enum ConflictAnswer: Hashable, Sendable {
    /// What was typed here stands; the other's values stay in the history.
    case mine
    /// What the other saved stands.
    case theirs
}

extension ArchiveSession {
    /// Opens the archive again to write, with what is on disk by now; changes of this window that are not on disk are
    /// made on top of it.
    /// - Parameters:
    ///   - byForce: also where another computer is named whose lock nothing upholds.
    ///   - answer: for fields that another has changed too; without one they are told, and nothing is done.
    public func resume(
        byForce: Bool = false, answer: ConflictAnswer? = nil
    ) -> Result<Resumption, Archives.Problem> {
        guard let archive, let folder else { return .success(.writing(unplaced: [])) }
        let base = archive.content
        // What this window still holds of the lock would stand in its own way.
        if archive.access == .readWrite { archive.close() }
        do throws(ArchiveError) {
            let opened = try DiskBackend(
                opening: folder, mode: byForce ? .takeOver : .readWrite, author: author)
            guard opened.readOnlyHolder == nil else {
                opened.close()
                return .success(.held)
            }
            let waiting = WaitingChanges(from: base, to: content, onto: opened.content)
            guard waiting.conflicts.isEmpty || answer != nil else {
                opened.close()
                return .success(.conflicts(waiting.conflicts.map(\.sentence)))
            }
            let (merged, unplaced) = waiting.placed(answer ?? .mine)
            take(opened, content: merged)
            return .success(.writing(unplaced: unplaced.map(\.sentence)))
        } catch {
            return .failure(Archives.Problem(words: error.words))
        }
    }

    private func take(_ opened: DiskBackend, content merged: ArchiveContent) {
        replaceBackend(by: opened)
        guard merged != opened.content else { return }
        do throws(EditRefusal) {
            try perform(tr("Changes that had waited for the archive"), making: merged)
        } catch {
            // The year was locked meanwhile: what was typed stays on screen and is told.
            keepInMemory(merged, reason: error.words)
        }
    }
}

/// Changes that are in memory only, against what another has made of the archive meanwhile.
struct WaitingChanges {
    /// What another changed too, as it was changed here.
    private(set) var conflicts: [ChangeWords] = []
    private var others: [ChangeWords] = []
    private let theirs: ArchiveContent

    /// The changes from `base` to `mine`, to be made on `theirs`.
    init(from base: ArchiveContent, to mine: ArchiveContent, onto theirs: ArchiveContent) {
        self.theirs = theirs
        guard base != mine else { return }
        let names = EntityNames(mine.trees + theirs.trees)
        for change in ChangeWords.list(of: base.changes(to: mine), names: names) {
            if base.agrees(with: theirs, on: change) {
                others.append(change)
            } else {
                conflicts.append(change)
            }
        }
    }

    /// The content with the changes made, and those that found no place.
    func placed(_ answer: ConflictAnswer) -> (ArchiveContent, unplaced: [ChangeWords]) {
        var content = theirs
        var unplaced: [ChangeWords] = []
        for change in others + (answer == .mine ? conflicts : []) {
            do throws(RevertProblem) {
                content = try content.putting(change.changes, in: change.document)
            } catch {
                unplaced.append(change)
            }
        }
        return (content, unplaced)
    }
}

extension ArchiveContent {
    /// Whether what `change` is about is the same in both.
    fileprivate func agrees(with other: ArchiveContent, on change: ChangeWords) -> Bool {
        change.changes.allSatisfy {
            value(at: $0.path, of: change.document) == other.value(at: $0.path, of: change.document)
        }
    }
}
