import CGtk
import CGtkShim
import Foundation

/// What a person is asked to choose.
public struct FileRequest: Equatable, Sendable {
    /// What the choice is for.
    public enum Purpose: Equatable, Sendable {
        /// One file that exists.
        case open
        /// One or more files that exist.
        case openSeveral
        /// A place for a new file, with a name proposed. The desktop asks before it replaces one.
        case save(name: String)
        /// A folder.
        case folder
    }

    /// Files of some kind.
    public struct Filter: Hashable, Sendable {
        /// The words for the kind.
        public var name: String
        /// Name patterns such as `*.csv`; the case of letters does not matter.
        public var patterns: [String]

        /// A kind of files.
        public init(_ name: String, _ patterns: [String]) {
            self.name = name
            self.patterns = patterns
        }
    }

    /// The words above the choice.
    public var title: String
    /// The words of the button that takes the choice.
    public var accept: String
    /// The words of the button that gives up.
    public var cancel: String
    /// What the choice is for.
    public var purpose: Purpose
    /// The kinds of files to choose from, the first one chosen; all files where empty.
    public var filters: [Filter]
    /// Where to begin; the desktop's last place when nil.
    public var folder: URL?

    /// A request.
    public init(
        _ purpose: Purpose, title: String, accept: String, cancel: String, filters: [Filter] = [],
        folder: URL? = nil
    ) {
        self.purpose = purpose
        self.title = title
        self.accept = accept
        self.cancel = cancel
        self.filters = filters
        self.folder = folder
    }
}

/// Asks a person for files. A protocol, so that tests answer in a person's place.
public protocol FilePicker: AnyObject {
    /// Asks, and calls the body once with what was chosen; with nothing if the person gave up.
    func pick(
        _ request: FileRequest, for window: Window?, then body: @escaping @MainActor ([URL]) -> Void)
}

extension FilePicker {
    /// Asks, and returns what was chosen; nothing if the person gave up.
    public func pick(_ request: FileRequest, for window: Window?) async -> [URL] {
        await withCheckedContinuation { continuation in
            pick(request, for: window) { continuation.resume(returning: $0) }
        }
    }
}

/// Asks by the desktop's own dialog.
public final class NativeFilePicker: FilePicker {
    /// The dialogs that are open: GTK does not keep them.
    private var open: [ObjectIdentifier: Object] = [:]

    /// A picker.
    public init() {}

    /// Shows the dialog and calls the body when it is answered.
    public func pick(
        _ request: FileRequest, for window: Window?, then body: @escaping @MainActor ([URL]) -> Void
    ) {
        let made = gtk_file_chooser_native_new(
            request.title, window?.pointer(GtkWindow.self), request.purpose.action, request.accept,
            request.cancel)
        let dialog = Object(made.map { UnsafeMutableRawPointer($0) }, .owned)
        guard let chooser = dialog.opaque else { return body([]) }
        gtk_native_dialog_set_modal(dialog.pointer(GtkNativeDialog.self), 1)
        prepare(chooser, request)
        let id = ObjectIdentifier(dialog)
        open[id] = dialog
        let end: @MainActor (Bool) -> Void = { [self] isAccepted in
            guard let dialog = open.removeValue(forKey: id), let chooser = dialog.opaque else { return }
            let files = isAccepted ? NativeFilePicker.files(of: chooser) : []
            for chooser in Widget.choosersOnScreen { chooser.endCompletion() }
            gtk_native_dialog_destroy(dialog.pointer(GtkNativeDialog.self))
            body(files)
        }
        // GTK leaves the dialog of a window that goes on the screen.
        let windowEnd = window?.onDestroy { end(false) }
        dialog.onNumber("response") { response in
            windowEnd?.disconnect()
            end(response == Int(GTK_RESPONSE_ACCEPT.rawValue))
        }
        gtk_native_dialog_show(dialog.pointer(GtkNativeDialog.self))
        for chooser in Widget.choosersOnScreen { chooser.searchFilesByControlF() }
    }

    private func prepare(_ chooser: OpaquePointer, _ request: FileRequest) {
        if case .save(let name) = request.purpose { gtk_file_chooser_set_current_name(chooser, name) }
        if request.purpose == .openSeveral { gtk_file_chooser_set_select_multiple(chooser, 1) }
        for filter in request.filters {
            NativeFilePicker.made(filter).held { gtk_file_chooser_add_filter(chooser, $0.opaque) }
        }
        if let path = request.folder?.path ?? NativeFilePicker.firstFolder(for: request.purpose),
            let file = g_file_new_for_path(path)
        {
            gtk_file_chooser_set_current_folder(chooser, file, nil)
            g_object_unref(UnsafeMutableRawPointer(file))
        }
    }

    /// GTK's filters, which are few and kept for good: the field of a file's name in GTK 4.8 does not hold the one that it
    /// completes by, and reads it after the dialog is gone where a folder is still being read.
    private static var filters: [FileRequest.Filter: Object] = [:]

    private static func made(_ filter: FileRequest.Filter) -> Object {
        if let known = filters[filter] { return known }
        let made = gtk_file_filter_new()
        gtk_file_filter_set_name(made, filter.name)
        for pattern in filter.patterns {
            // A suffix is compared without regard to case; a pattern is not.
            if pattern.hasPrefix("*."), !pattern.dropFirst(2).contains("*") {
                gtk_file_filter_add_suffix(made, String(pattern.dropFirst(2)))
            } else {
                gtk_file_filter_add_pattern(made, pattern)
            }
        }
        let kept = Object(made.map { UnsafeMutableRawPointer($0) }, .owned)
        filters[filter] = kept
        return kept
    }

    /// Where a folder is looked for first: GTK begins with the files that were open last, among which is none, and where
    /// none can be made.
    private static func firstFolder(for purpose: FileRequest.Purpose) -> String? {
        guard purpose == .folder else { return nil }
        return (g_get_user_special_dir(G_USER_DIRECTORY_DOCUMENTS) ?? g_get_home_dir())
            .map { String(cString: $0) }
    }

    private static func files(of chooser: OpaquePointer) -> [URL] {
        guard let list = gtk_file_chooser_get_files(chooser) else { return [] }
        defer { g_object_unref(UnsafeMutableRawPointer(list)) }
        return (0..<g_list_model_get_n_items(list)).compactMap { index in
            guard let file = g_list_model_get_item(list, index) else { return nil }
            defer { g_object_unref(file) }
            return url(of: OpaquePointer(file))
        }
    }
}

extension Widget {
    /// The parts of GTK's own dialogs, where the desktop has none, in which files are chosen.
    fileprivate static var choosersOnScreen: [Widget] {
        guard let windows = gtk_window_get_toplevels() else { return [] }
        return (0..<g_list_model_get_n_items(windows)).compactMap { index in
            guard let window = g_list_model_get_item(windows, index) else { return nil }
            defer { g_object_unref(window) }
            return Widget(borrowing: window).descendant(of: gtk_file_chooser_widget_get_type())
        }
    }

    /// Has Ctrl+F on the list of files look for files: the list's own search opens in GTK 4.8 with a critical warning.
    fileprivate func searchFilesByControlF() {
        let mark = "barometro-search"
        guard let list = descendant(of: gtk_tree_view_get_type()), let raw = list.raw,
            g_object_get_data(gobject(raw), mark) == nil
        else { return }
        g_object_set_data(gobject(raw), mark, raw)
        list.ask("start-interactive-search") { [self] in
            g_signal_stop_emission_by_name(list.raw, "start-interactive-search")
            emit("search-shortcut")
            return true
        }
    }

    /// Completes no more names in the field: what GTK 4.8 compares them by is gone with the dialog, which a folder that
    /// is still being read outlives.
    fileprivate func endCompletion() {
        let type = g_type_from_name("GtkFileChooserEntry")
        guard type != 0, let entry = descendant(of: type)?.pointer(GtkEntry.self),
            let completion = gtk_entry_get_completion(entry)
        else { return }
        gtk_entry_completion_set_match_func(completion, { _, _, _, _ in 0 }, nil, nil)
    }

    /// The first widget of a type inside this one.
    func descendant(of type: GType) -> Widget? {
        guard let widget else { return nil }
        if shim_is_a(widget, type) != 0 { return self }
        var child = gtk_widget_get_first_child(widget)
        while let here = child {
            if let found = Widget(borrowing: here).descendant(of: type) { return found }
            child = gtk_widget_get_next_sibling(here)
        }
        return nil
    }
}

extension FileRequest.Purpose {
    /// GTK's word for it.
    fileprivate var action: GtkFileChooserAction {
        switch self {
        case .open, .openSeveral: GTK_FILE_CHOOSER_ACTION_OPEN
        case .save: GTK_FILE_CHOOSER_ACTION_SAVE
        case .folder: GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
        }
    }
}

/// Answers from a list, for tests.
public final class ScriptedFilePicker: FilePicker {
    /// What is still to be answered, the next first; when it is empty the answer is to give up.
    public var answers: [[URL]]
    /// What was asked.
    public private(set) var requests: [FileRequest] = []

    /// A picker that gives these answers.
    public init(_ answers: [[URL]] = []) { self.answers = answers }

    /// Answers at once.
    public func pick(
        _ request: FileRequest, for window: Window?, then body: @escaping @MainActor ([URL]) -> Void
    ) {
        requests.append(request)
        body(answers.isEmpty ? [] : answers.removeFirst())
    }
}
