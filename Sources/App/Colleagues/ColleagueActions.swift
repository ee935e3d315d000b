import Foundation
import Gtk
import Localization
import ViewModels

/// What the menu does with colleagues' files: merge one, and write a part of the archive or the part filled in.
final class ColleagueActions {
    private let session: ArchiveSession
    private let presenter: Presenter
    private let files: FileDialogs
    private weak var window: Window?
    private let review: @MainActor (URL) -> Void
    private var merge: NamedAction?

    /// Adds the actions to `window`; `review` shows what a file would change.
    init(
        session: ArchiveSession, presenter: Presenter, files: FileDialogs, window: Window,
        review: @escaping @MainActor (URL) -> Void
    ) {
        self.session = session
        self.presenter = presenter
        self.files = files
        self.window = window
        self.review = review
        merge = window.action("merge-part") { [weak self] in self?.askForFile() }
        window.action("export-part") { [weak self] in self?.askForPart() }
    }

    /// Lets the person do what can be done now.
    func refresh() {
        merge?.isEnabled = !session.isReadOnly
    }

    /// Writes a part of the archive where the person says; from a part of another archive, all of it.
    func export(_ part: PartDraft?) {
        let title = part == nil ? tr("Send back") : tr("Export for a colleague")
        files.placeToSave(title, name: part?.fileName ?? session.returnName, kinds: FileDialogs.partKinds) {
            [session, presenter] url in
            do throws(EditRefusal) {
                try session.export(part, to: url)
                let words =
                    part == nil
                    ? tr("Saved: {file}. Send it to whoever gave you the part.", ["file": url.path])
                    : tr("Saved: {file}. Send it to the colleague.", ["file": url.path])
                presenter.tell(words)
            } catch {
                presenter.stop(tr("The file was not written"), meaning: error.words)
            }
        }
    }

    private func askForFile() {
        files.fileToRead(tr("Merge a colleague's file"), kinds: FileDialogs.partKinds) { [review] url in
            review(url)
        }
    }

    private func askForPart() {
        guard !session.isPart else { return export(nil) }
        PartDialog(session, over: window) { [weak self] part in self?.export(part) }.present()
    }
}
