import Foundation
import Gtk
import Localization
import ViewModels

/// Tells that an archive was not opened, and offers to put a backup in its place where there is one.
struct DamagedArchive {
    private let problem: Archives.Problem
    private let folder: URL?
    private let window: Window
    private let title: String

    /// The archive in `folder`, which did not open for this reason; `title` says so.
    init(
        _ problem: Archives.Problem, folder: URL?, over window: Window,
        title: String
    ) {
        self.title = title
        self.problem = problem
        self.folder = folder
        self.window = window
    }

    /// Tells it; `reopen` gets the folder once a backup has been put in place.
    func tell(_ reopen: @escaping @MainActor (URL) -> Void) {
        let presenter = Presenter(window)
        guard let folder, problem.isDamage,
            Archives.backups(at: folder).list().contains(where: \.canBeRestored)
        else { return presenter.stop(title, meaning: problem.words) }
        presenter.ask(
            title, detail: problem.words,
            answers: [("close", tr("_Close"), .normal), ("restore", tr("_Restore a backup…"), .suggested)]
        ) { answer in
            if answer == "restore" { choose(folder, reopen).present() }
        }
    }

    /// The window in which a backup is chosen.
    private func choose(_ folder: URL, _ reopen: @escaping @MainActor (URL) -> Void) -> BackupsWindow {
        let backups = Archives.backups(at: folder)
        return BackupsWindow(
            backups, over: window, author: nil,
            meaning: tr(
                "The chosen backup is put in the place of the archive that does not open. What is there now is set aside among the backups, so that nothing is lost."
            )
        ) { row, finished in
            Task { @MainActor in
                let result = await Task.detached { backups.restoreDamaged(row) }.value
                switch result {
                case .failure(let problem): finished(problem.words)
                case .success:
                    finished(nil)
                    reopen(folder)
                }
            }
        }
    }
}
