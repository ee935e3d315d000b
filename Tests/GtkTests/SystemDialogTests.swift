import CGtk
import CGtkShim
import XCTest

@testable import Gtk

/// What GTK's own dialogs leave behind when they go, where the desktop has none.
final class SystemDialogTests: WidgetTestCase {
    /// Seen before: the program ended with a fault while a folder was read for a dialog that was gone.
    func testKindsOfFilesOutliveTheDialogThatOffersThem() throws {
        try onMain {
            let window = show(Label("x"))
            var isDone = false
            NativeFilePicker().pick(
                FileRequest(
                    .save(name: "a.pdf"), title: "Export", accept: "Export", cancel: "Cancel",
                    filters: [.init("PDF", ["*.pdf"])], folder: URL(fileURLWithPath: "/tmp")),
                for: window
            ) { _ in isDone = true }
            MainLoop.run(until: { false }, seconds: 1)
            let dialog = try XCTUnwrap(Self.open(gtk_file_chooser_dialog_get_type()))
            let list = try XCTUnwrap(gtk_file_chooser_get_filters(dialog.opaque))
            let kind = Object(g_list_model_get_item(list, 0), .borrowed)
            g_object_unref(kind.raw)
            g_object_unref(UnsafeMutableRawPointer(list))
            dialog.close()
            XCTAssertTrue(MainLoop.run(until: { isDone && !dialog.isAlive }))
            XCTAssertTrue(kind.isAlive, "the field of GTK 4.8 reads it without holding it")
            window.destroy()
        }
    }

    /// Seen before: a critical warning of GTK after Ctrl+P and Escape.
    func testAPrintDialogThatIsGoneHearsNoMoreOfPrinters() {
        onMain {
            let window = show(Label("x"))
            var printers: UnsafeMutableRawPointer?
            var seen: UnsafeMutableRawPointer?
            Gtk.Timer.every(milliseconds: 100) {
                guard let dialog = Self.open(g_type_from_name("GtkPrintUnixDialog")), dialog.isMapped else {
                    return true
                }
                let table = dialog.descendant(of: gtk_column_view_get_type())?.opaque
                printers = table.flatMap { gtk_column_view_get_model($0) }.map {
                    g_object_ref(UnsafeMutableRawPointer($0))
                }
                seen = dialog.raw
                XCTAssertEqual(Self.listeners(to: printers, of: seen), 1, "an open one hears of them")
                dialog.close()
                return false
            }
            let job = PrintJob("test", sheets: [.init(width: 595, height: 842)]) { _, _ in }
            XCTAssertEqual(job.run(over: window), .cancelled)
            XCTAssertNotNil(printers)
            XCTAssertEqual(Self.listeners(to: printers, of: seen), 0)
            if let printers { g_object_unref(printers) }
            window.destroy()
        }
    }

    /// Seen before: a colon, which folders shared with other systems refuse.
    func testAFileThatIsPrintedToHasANameThatEveryFolderTakes() {
        onMain {
            XCTAssertEqual(PrintSetup.fileName(of: "Allegato C: mappe 2025"), "Allegato C - mappe 2025")
            XCTAssertEqual(PrintSetup.fileName(of: #"a/b\c*?"<>|:d"#), "a-b-c-------d")
        }
    }

    /// The window of a type that is open.
    @MainActor private static func open(_ type: GType) -> Window? {
        type == 0 ? nil : Window.all.first { shim_is_a($0.raw, type) != 0 }
    }

    /// 1 where a handler of an object is ready to be called for a change of the list, else 0.
    @MainActor private static func listeners(
        to list: UnsafeMutableRawPointer?, of listener: UnsafeMutableRawPointer?
    ) -> Int {
        guard let list, let listener else { return 0 }
        let match = GSignalMatchType(G_SIGNAL_MATCH_DATA.rawValue | G_SIGNAL_MATCH_UNBLOCKED.rawValue)
        return g_signal_handler_find(list, match, 0, 0, nil, nil, listener) == 0 ? 0 : 1
    }
}
