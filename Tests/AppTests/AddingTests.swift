import CGtk
import CGtkShim
import Model
import ViewModels
import XCTest

@testable import App
@testable import Gtk

/// What is typed right after a button or key that adds something is for what was added, however busy the machine is: no turn
/// of the main loop lies between.
final class AddingTests: AppTestCase {
    func testTheKeyAfterAButtonThatAddsGoesToWhatWasAdded() throws {
        try withWindow { main in
            var count = 0
            for screen in [Screen.plan, .services, .projects, .organisation] {
                main.show(screen)
                MainLoop.settle()
                let page = main.page(screen).widget
                for address in page.descendants(of: "GtkButton") {
                    let button = Widget(borrowing: address)
                    guard let words = button.shownTexts.first(where: AddingTests.adds) else { continue }
                    button.grabFocus()
                    // As Return and Space on a button, and Alt with its letter, do.
                    button.emit("activate")
                    try AddingTests.expectReady(main, "\(screen): \(words)")
                    count += 1
                    MainLoop.settle()
                    try AddingTests.expectReady(main, "\(screen): \(words), afterwards")
                }
            }
            XCTAssertGreaterThanOrEqual(count, 18)
        }
    }

    func testTheKeyAfterTheFirstOfAnEmptyPageGoesToIt() throws {
        try withEmptyWindow { main in
            for (screen, words) in [
                (Screen.organisation, "Nuovo settore"), (.services, "Nuovo servizio"),
                (.projects, "Nuovo progetto"),
            ] {
                main.show(screen)
                MainLoop.settle()
                try XCTUnwrap(main.page(screen).widget.button(words), words).emit("activate")
                try AddingTests.expectReady(main, words)
                MainLoop.settle()
                try AddingTests.expectReady(main, words + ", afterwards")
            }
        }
    }

    func testAKeyThatIsHeldOnAButtonDoesNotClickAtEachRepetition() throws {
        try withEmptyWindow { main in
            var clicks = 0
            let button = Button("Ancora") { clicks += 1 }
            let window = Window()
            window.child(button)
            window.present()
            defer { window.destroy() }
            MainLoop.run(until: { button.isMapped })
            for _ in 0..<5 { button.emit("activate") }
            XCTAssertEqual(clicks, 1)
            MainLoop.run(until: { false }, seconds: 0.4)
            button.emit("activate")
            XCTAssertEqual(clicks, 2)
        }
    }

    private static func adds(_ words: String) -> Bool {
        words.hasPrefix("Nuov") || words == "Anno precedente"
    }

    /// The focus is in a field whose text is replaced by what is typed, or in a cell that is opened by it.
    @MainActor private static func expectReady(_ main: MainWindow, _ what: String) throws {
        let focus = try XCTUnwrap(main.window.focus, what)
        let isCell = focus.has(css: "table-cell")
        let isField = shim_is_a(focus.raw, gtk_text_get_type()) != 0
        XCTAssertTrue(isCell || isField, what)
        guard isField else { return }
        var (start, end): (Int32, Int32) = (0, 0)
        let isSelected = gtk_editable_get_selection_bounds(focus.opaque, &start, &end) != 0
        let length = Int32(focus.string("text").unicodeScalars.count)
        XCTAssertTrue(isSelected || length == 0, "\(what): typed over")
        XCTAssertEqual(Int(end - start), Int(length), what)
    }
}
