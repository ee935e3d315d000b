import Foundation
import Gtk
import Localization
import ViewModels

/// Asks for files over one window, in the program's words.
final class FileDialogs {
    private let picker: any FilePicker
    private weak var window: Window?

    /// Asks by `picker`, over `window`.
    init(_ picker: any FilePicker, over window: Window?) {
        self.picker = picker
        self.window = window
    }

    /// The same over another window.
    func over(_ window: Window) -> FileDialogs { FileDialogs(picker, over: window) }

    /// One or more files to read; nothing is called where the person gives up.
    func filesToRead(_ title: String, then body: @escaping @MainActor ([URL]) -> Void) {
        ask(FileRequest(.openSeveral, title: title, accept: tr("_Open"), cancel: tr("_Cancel")), body)
    }

    /// One file of these kinds to read; nothing is called where the person gives up.
    func fileToRead(
        _ title: String, kinds: [FileRequest.Filter], then body: @escaping @MainActor (URL) -> Void
    ) {
        let request = FileRequest(
            .open, title: title, accept: tr("_Open"), cancel: tr("_Cancel"), filters: kinds)
        ask(request) { urls in urls.first.map(body) }
    }

    /// A folder; nothing is called where the person gives up.
    func folder(_ title: String, accept: String, then body: @escaping @MainActor (URL) -> Void) {
        ask(FileRequest(.folder, title: title, accept: accept, cancel: tr("_Cancel"))) { urls in
            urls.first.map(body)
        }
    }

    /// A place for a new file; nothing is called where the person gives up.
    func placeToSave(
        _ title: String, name: String, kinds: [FileRequest.Filter] = [],
        then body: @escaping @MainActor (URL) -> Void
    ) {
        let request = FileRequest(
            .save(name: name), title: title, accept: tr("_Save"), cancel: tr("_Cancel"), filters: kinds)
        ask(request) { urls in urls.first.map(body) }
    }

    /// The kind of file that a colleague sends.
    static var partKinds: [FileRequest.Filter] {
        [FileRequest.Filter(tr("Files of Barometro"), ["*" + ColleagueFile.suffix])]
    }

    /// What is typed is taken first: the dialogs are the system's, and so is what becomes of the program in them.
    private func ask(_ request: FileRequest, _ body: @escaping @MainActor ([URL]) -> Void) {
        PendingInput.takeAll()
        picker.pick(request, for: window) { urls in
            guard !urls.isEmpty else { return }
            body(urls)
        }
    }
}
