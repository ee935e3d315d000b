import CGtk
import CGtkShim
import Foundation

/// What the system's dialog was told the last time: printer, copies, sides, paper tray; kept in a file between runs.
/// Pages are chosen anew each time, and the paper is that of the pages.
public final class PrintSetup {
    private let file: URL

    /// What a file keeps; nothing where it is not there or cannot be read.
    public init(_ file: URL) {
        self.file = file
    }

    /// Gives an operation what was kept, before it runs; a file that is printed to is called by the job's name, beside the
    /// person's documents.
    static func prepare(
        _ operation: UnsafeMutablePointer<GtkPrintOperation>, from setup: PrintSetup?, name: String
    ) {
        guard let settings = setup?.kept ?? gtk_print_settings_new() else { return }
        forgetJob(settings)
        gtk_print_settings_set(settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, fileName(of: name))
        if let folder = g_get_user_special_dir(G_USER_DIRECTORY_DOCUMENTS) ?? g_get_home_dir() {
            gtk_print_settings_set(settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder)
        }
        gtk_print_operation_set_print_settings(operation, settings)
        g_object_unref(UnsafeMutableRawPointer(settings))
    }

    /// The name of a job as one of a file, which folders of other systems take too.
    static func fileName(of job: String) -> String {
        let parts = job.replacingOccurrences(of: ": ", with: " - ")
        return String(parts.map { #"/\:*?"<>|"#.contains($0) ? "-" : $0 })
    }

    private var kept: OpaquePointer? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return gtk_print_settings_new_from_file(file.path, nil)
    }

    /// Keeps what an operation ran with. A disk that refuses costs the memory only.
    func keep(_ operation: UnsafeMutablePointer<GtkPrintOperation>) {
        guard let settings = gtk_print_operation_get_print_settings(operation) else { return }
        PrintSetup.forgetJob(settings)
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        _ = gtk_print_settings_to_file(settings, file.path, nil)
    }

    /// Takes what belongs to one job only out of settings.
    private static func forgetJob(_ settings: OpaquePointer) {
        let pages = ["print-pages", "page-ranges"]
        let paper = ["paper-format", "paper-width", "paper-height", "orientation"]
        for key in pages + paper + ["output-uri", "output-basename", "output-dir"] {
            gtk_print_settings_unset(settings, key)
        }
    }
}
