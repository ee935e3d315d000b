import CGtk
import CGtkShim
import Foundation
import XCTest

@testable import Gtk

final class ProgramTests: WidgetTestCase {
    func testApplicationRunsItsActionsAndEnds() {
        onMain {
            let application = Application(id: "it.example.test", isUnique: false)
            var told: [String] = []
            application.action("quit") {
                told.append("quit")
                application.quit()
            }
            application.action("open", text: { told.append($0) })
            application.accelerators(["<Control>q"], for: "app.quit")
            application.onActivate {
                let window = Window(application, title: "Test")
                let dark = window.action("dark", isOn: false) { told.append("dark \($0)") }
                let print = window.action("print") { told.append("print") }
                window.child(Button("Quit"))
                window.present()
                window.activateAction("win.dark")
                XCTAssertTrue(dark.isOn)
                print.isEnabled = false
                window.activateAction("win.print")
                window.activateAction("app.quit")
            }
            XCTAssertEqual(application.run(["test"]), 0)
            XCTAssertEqual(told, ["dark true", "quit"])
        }
    }

    func testApplicationIsHandedFiles() {
        onMain {
            let application = Application(id: "it.example.open", isUnique: false)
            var opened: [URL] = []
            application.onOpen { urls in
                opened = urls
                application.quit()
            }
            XCTAssertEqual(application.run(["test", "/tmp/a b.md", "/tmp/è.csv"]), 0)
            XCTAssertEqual(opened.map(\.path), ["/tmp/a b.md", "/tmp/è.csv"])
        }
    }

    func testWindowAsksBeforeItCloses() {
        onMain {
            let window = show(Label("x"))
            let mayClose = Flag()
            window.onClose { mayClose.isOn }
            window.close()
            MainLoop.settle()
            XCTAssertTrue(window.isAlive)
            mayClose.isOn = true
            window.close()
            MainLoop.settle()
            XCTAssertFalse(window.isAlive)
        }
    }

    /// A browser that is being started holds the window from which it was asked.
    func testWindowThatIsHeldLongerThanTheOneThatItBelongsToEndsInSilence() {
        onMain {
            let main = show(Label("x"))
            let help = Window(title: "help")
            help.belongs(to: main)
            help.present()
            MainLoop.settle()
            let held = help.raw.flatMap { g_object_ref($0) }
            help.destroy()
            main.destroy()
            MainLoop.settle()
            XCTAssertFalse(main.isAlive)
            // Without fatal criticals the message alone would tell.
            var messages = 0
            withUnsafeMutablePointer(to: &messages) { count in
                let handler = g_log_set_handler(
                    "GLib-GObject", G_LOG_LEVEL_CRITICAL,
                    { _, _, _, data in data?.assumingMemoryBound(to: Int.self).pointee += 1 }, count)
                g_object_unref(held)
                g_log_remove_handler("GLib-GObject", handler)
            }
            XCTAssertEqual(messages, 0)
        }
    }

    func testWindowRemembersItsSize() {
        onMain {
            let window = Window()
            window.size = (1024, 700)
            XCTAssertEqual(window.size.width, 1024)
            XCTAssertEqual(window.size.height, 700)
            window.destroy()
        }
    }

    func testActionOfAGroupIsReachedFromInside() {
        onMain {
            let counter = Counter()
            let button = Button("Copy")
            let box = Box(.vertical) { button }
            ActionGroup(box, prefix: "table").action("copy") { counter.count += 1 }
            button.actionName = "table.copy"
            button.emit("clicked")
            XCTAssertEqual(counter.count, 1)
            XCTAssertFalse(button.activateAction("table.gone"))
        }
    }

    func testMenuHoldsItsSections() {
        onMain {
            let menu = Menu([
                .item("Dark", action: "win.dark"),
                .section([.item("Quit", action: "app.quit"), .submenu("More", [.item("A", action: "app.a")])]
                ),
            ])
            let model = menu.model()
            XCTAssertEqual(g_menu_model_get_n_items(model.pointer(GMenuModel.self)), 2)
            let window = show(MenuButton(icon: "open-menu-symbolic", label: "Menu", menu: menu))
            window.destroy()
        }
    }

    func testMenuOnAWidgetIsGoneAfterItClosed() {
        onMain {
            let button = Button("x")
            let window = show(Box(.vertical) { button })
            let popover = Popover(menu: Menu([.item("A", action: "win.a")]))
            popover.open(at: button, x: 1, y: 1)
            MainLoop.run(until: { popover.isMapped })
            popover.close()
            XCTAssertTrue(MainLoop.run(until: { !popover.isAlive }))
            window.destroy()
            forgiveTooltips()
        }
    }

    func testPopoverOpenedOnAWidgetThatGoes() {
        onMain {
            let button = Button("x")
            let window = show(Box(.vertical) { button })
            let popover = Popover(Label("y"))
            popover.open(at: button)
            MainLoop.run(until: { popover.isMapped })
            window.destroy()
            MainLoop.settle()
            XCTAssertFalse(button.isAlive)
            XCTAssertFalse(popover.isAlive)
            forgiveTooltips()
        }
    }

    func testStyleSheetNamesTheLineItCannotRead() {
        onMain {
            let sheet = StyleSheet()
            sheet.load("label { color: red; }\nlabel { colour: red; }\n")
            XCTAssertEqual(sheet.problems.count, 1)
            XCTAssertEqual(sheet.problems.first?.hasPrefix("2:"), true)
            sheet.load("label { color: red; }")
            XCTAssertEqual(sheet.problems, [])
        }
    }

    func testScriptedPickerAnswersInOrderAndRemembersWhatWasAsked() {
        onMain {
            let picker = ScriptedFilePicker([[URL(fileURLWithPath: "/tmp/a.md")]])
            let request = FileRequest(
                .openSeveral, title: "Import", accept: "Import", cancel: "Cancel",
                filters: [.init("Tables", ["*.csv"])])
            var told: [[String]] = []
            for _ in 0..<2 {
                picker.pick(request, for: nil) { told.append($0.map(\.path)) }
            }
            XCTAssertEqual(told, [["/tmp/a.md"], []])
            XCTAssertEqual(picker.requests, [request, request])
        }
    }

    func testNativePickerThatIsCancelledAnswersNothing() {
        onMain {
            let window = show(Label("x"))
            var told: [URL]?
            NativeFilePicker().pick(
                FileRequest(
                    .save(name: "a.pdf"), title: "Export", accept: "Export", cancel: "Cancel",
                    filters: [.init("PDF", ["*.pdf"])], folder: URL(fileURLWithPath: "/tmp")),
                for: window
            ) { told = $0 }
            // Closed while it still reads the folder, GTK's dialog puts up an error of its own.
            MainLoop.run(until: { false }, seconds: 1)
            for dialog in dialogs() where dialog.raw != window.raw { dialog.close() }
            XCTAssertTrue(MainLoop.run(until: { told != nil }))
            XCTAssertEqual(told, [])
            window.destroy()
        }
    }

    func testControlFInTheFileDialogSearchesFiles() {
        onMain {
            let window = show(Label("x"))
            NativeFilePicker().pick(
                FileRequest(
                    .open, title: "Open", accept: "Open", cancel: "Cancel", filters: [],
                    folder: URL(fileURLWithPath: "/tmp")),
                for: window
            ) { _ in }
            MainLoop.run(until: { false }, seconds: 1)
            let dialog = dialogs().first { shim_is_a($0.raw, gtk_file_chooser_dialog_get_type()) != 0 }
            let list = dialog?.descendant(of: gtk_tree_view_get_type())
            XCTAssertEqual(list?.isMapped, true)
            emit("start-interactive-search", on: list)
            XCTAssertTrue(
                MainLoop.run(until: {
                    dialog?.descendant(of: gtk_search_entry_get_type())?.isMapped ?? false
                }), "the field by which files are searched comes")
            dialog?.close()
            MainLoop.run(until: { false }, seconds: 1)
            window.destroy()
        }
    }

    func testPrompterAnswersWithTheChosenButton() throws {
        try onMain {
            let window = show(Label("x"))
            let prompt = Prompt(
                "Replace?", detail: "100 % of it",
                answers: [.init("keep", "Keep"), .init("replace", "Replace")])
            var told: [String?] = []
            let prompter = NativePrompter()
            prompter.ask(prompt, for: window) { told.append($0) }
            gtk_dialog_response(try XCTUnwrap(message()).pointer(GtkDialog.self), 1)
            prompter.ask(prompt, for: window) { told.append($0) }
            message()?.close()
            MainLoop.settle()
            XCTAssertEqual(told, ["replace", nil])
            window.destroy()
        }
    }

    func testDialogStaysOpenUntilWhatWasEnteredIsTaken() {
        onMain {
            let window = show(Label("x"))
            let isRight = Flag()
            let dialog = Dialog(
                "New year", over: window, content: Entry(), cancel: "Cancel", confirm: "Create"
            ) { isRight.isOn }
            dialog.present()
            dialog.confirmButton.emit("clicked")
            XCTAssertTrue(dialog.window.isAlive)
            isRight.isOn = true
            dialog.confirmButton.emit("clicked")
            XCTAssertFalse(dialog.window.isAlive)
            window.destroy()
        }
    }

    func testToastGivesWayToTheNextAndRunsItsAction() {
        onMain {
            let toasts = ToastOverlay(Label("page"))
            let window = show(toasts.root)
            let counter = Counter()
            toasts.show("Deleted", button: "Undo") { counter.count += 1 }
            toasts.show("Deleted again", button: "Undo", seconds: 0.05) { counter.count += 10 }
            XCTAssertEqual(toasts.message, "Deleted again")
            XCTAssertTrue(MainLoop.run(until: { toasts.message == nil }))
            XCTAssertEqual(counter.count, 0)
            window.destroy()
            toasts.show("late")
        }
    }

    func testBannerSaysItsKindInWordsOfStyle() {
        onMain {
            let banner = Banner()
            let window = show(Box(.vertical) { banner.root })
            banner.show(.error, "The disk is full", button: "Retry") {}
            XCTAssertEqual(banner.message, "The disk is full")
            banner.hide()
            XCTAssertNil(banner.message)
            window.destroy()
        }
    }

    func testPagesAreWrittenAsPDFWithoutAPrinter() throws {
        try onMain {
            let path =
                NSTemporaryDirectory() + "barometro-print-\(ProcessInfo.processInfo.processIdentifier).pdf"
            defer { try? FileManager.default.removeItem(atPath: path) }
            var pages: [Int] = []
            let sheets = [
                PrintJob.Sheet(width: 595, height: 842), .init(width: 842, height: 595),
                .init(width: 842, height: 1190.5),
            ]
            let job = PrintJob("test", sheets: sheets) { cairo, page in
                pages.append(page)
                cairo_rectangle(cairo, 72, 72, 100, 100)
                cairo_fill(cairo)
            }
            XCTAssertEqual(job.export(to: path), .done)
            XCTAssertEqual(pages, [0, 1, 2])
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            XCTAssertEqual(bytes.prefix(5), Data("%PDF-".utf8))
            let boxes = String(decoding: bytes, as: Unicode.ASCII.self)
                .matches(of: /MediaBox \[ 0 0 (\d+)[.\d]* (\d+)/).map { "\($0.1)×\($0.2)" }
            XCTAssertEqual(boxes.count, 3)
            XCTAssertEqual(boxes.last, "841×1190", "a page of A3 is printed on A3")
            guard case .failed(let reason) = job.export(to: "/nowhere/x.pdf") else {
                return XCTFail("no folder, no file")
            }
            XCTAssertFalse(reason.isEmpty)
        }
    }
}

/// The windows that are open.
@MainActor
private func dialogs() -> [Window] {
    guard let list = gtk_window_get_toplevels() else { return [] }
    return (0..<g_list_model_get_n_items(list)).compactMap { index in
        guard let window = g_list_model_get_item(list, index) else { return nil }
        defer { g_object_unref(window) }
        return Window(borrowing: window)
    }
}

/// The message that is open.
@MainActor
private func message() -> Window? {
    dialogs().first { shim_is_a($0.raw, gtk_message_dialog_get_type()) != 0 }
}

/// Emits a signal without arguments that has an answer.
@MainActor
private func emit(_ signal: String, on widget: Widget?) {
    guard let raw = widget?.raw else { return XCTFail("no widget") }
    var (instance, answer) = (GValue(), GValue())
    g_value_init(&instance, gtk_tree_view_get_type())
    g_value_set_object(&instance, raw)
    g_value_init(&answer, g_type_from_name("gboolean"))
    g_signal_emitv(&instance, g_signal_lookup(signal, gtk_tree_view_get_type()), 0, &answer)
    g_value_unset(&instance)
}
