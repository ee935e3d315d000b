import CGtk
import CGtkShim
import Foundation

/// What the system's dialog was told the last time: printer, copies, sides, paper tray; kept in a file between runs.
/// Pages are chosen anew each time.
public final class PrintSetup {
    private let file: URL

    /// What a file keeps; nothing where it is not there or cannot be read.
    public init(_ file: URL) {
        self.file = file
    }

    /// Gives it to an operation before it runs.
    func prepare(_ operation: UnsafeMutablePointer<GtkPrintOperation>) {
        guard FileManager.default.fileExists(atPath: file.path),
            let settings = gtk_print_settings_new_from_file(file.path, nil)
        else { return }
        gtk_print_operation_set_print_settings(operation, settings)
        g_object_unref(UnsafeMutableRawPointer(settings))
    }

    /// Keeps what an operation ran with. A disk that refuses costs the memory only.
    func keep(_ operation: UnsafeMutablePointer<GtkPrintOperation>) {
        guard let settings = gtk_print_operation_get_print_settings(operation) else { return }
        for key in ["print-pages", "page-ranges", "output-uri"] { gtk_print_settings_unset(settings, key) }
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        _ = gtk_print_settings_to_file(settings, file.path, nil)
    }
}
