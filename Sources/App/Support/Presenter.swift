import Foundation
import Gtk
import Localization
import Reporting
import ViewModels

/// The one place that tells a person that something went wrong, or was done.
final class Presenter {
    /// The window over which it tells.
    private(set) weak var window: Window?
    private var notice: @MainActor (String) -> Void = { _ in }

    private let prompter: any Prompter

    /// A presenter for `window`, which asks by `prompter`.
    init(_ window: Window, prompter: any Prompter = NativePrompter()) {
        self.window = window
        self.prompter = prompter
    }

    /// Where passing messages go.
    func onNotice(_ body: @escaping @MainActor (String) -> Void) {
        notice = body
    }

    /// Says in passing that something was done.
    func tell(_ text: String) {
        notice(text)
    }

    /// Performs an edit and says whether it was made; a refusal is told, and `refused` puts the field back.
    @discardableResult
    func perform(_ edit: Edit, on session: ArchiveSession, refused: () -> Void = {}) -> Bool {
        attempt(refused: refused) { () throws(EditRefusal) in try session.perform(edit) }
    }

    /// Does something that can be refused and says whether it was done; a refusal is told.
    @discardableResult
    func attempt(refused: () -> Void = {}, _ body: () throws(EditRefusal) -> Void) -> Bool {
        do throws(EditRefusal) {
            try body()
            notice("")
            return true
        } catch {
            notice(error.words)
            refused()
            return false
        }
    }

    /// Takes something out of the plan and says how to get it back.
    func remove(_ id: UUID, named name: String, on session: ArchiveSession) {
        remove(by: .remove(id), named: name, on: session)
    }

    /// Takes something out by an edit and says how to get it back.
    func remove(by edit: Edit, named name: String, on session: ArchiveSession) {
        guard perform(edit, on: session) else { return }
        tell(tr("Removed: {name}. Undo brings it back (Ctrl+Z).", ["name": name]))
    }

    /// Whether something can be done; a refusal is told.
    func value<Value>(of body: () throws(EditRefusal) -> Value) -> Value? {
        do throws(EditRefusal) {
            return try body()
        } catch {
            notice(error.words)
            return nil
        }
    }

    /// Asks, and calls the body with the answer's name; with nil where the person closed the question.
    func ask(
        _ what: String, detail: String, answers: [(id: String, title: String, style: Prompt.Answer.Style)],
        then body: @escaping @MainActor (String?) -> Void
    ) {
        let answers = answers.map { Prompt.Answer($0.id, $0.title, $0.style) }
        prompter.ask(Prompt(what, detail: detail, answers: answers), for: window, then: body)
    }

    /// Says that `file` was saved, and stops the person with the characters in it that no installed font has.
    func saved(_ file: String, missing: [MissingCharacter]) {
        tell(tr("Saved: {file}", ["file": file]))
        stop(missing)
    }

    /// Stops the person where characters are printed as boxes; does nothing where none is.
    func stop(_ missing: [MissingCharacter]) {
        guard !missing.isEmpty else { return }
        stop(
            tr("Some characters are printed as boxes"),
            meaning: missing.words(atMost: 6).joined(separator: "\n\n"))
    }

    /// Stops the person with what happened, what it means for the data and what to do.
    func stop(_ what: String, meaning: String, remedy: String = "") {
        let detail = [meaning, remedy].filter { !$0.isEmpty }.joined(separator: "\n\n")
        let prompt = Prompt(what, detail: detail, answers: [Prompt.Answer("close", tr("_Close"))])
        prompter.ask(prompt, for: window) { _ in }
    }
}
