import Gtk
import Localization
import XCTest

@testable import App
@testable import Gtk

/// The dialogs that the menu opens and nothing but their window holds.
final class MenuDialogTests: AppTestCase {
    /// Seen before: ticking a sector let nobody save the file.
    func testASectorThatIsTickedLetsThePersonSaveTheFile() throws {
        try withWindow { main in
            XCTAssertTrue(main.window.activateAction("win.export-part"))
            MainLoop.settle()
            let dialog = try XCTUnwrap(Window.titled(tr("Export for a colleague")))
            let save = try XCTUnwrap(dialog.button(tr("_Save the file…").replacing("_", with: "")))
            XCTAssertFalse(save.isSensitive, "nothing is ticked yet")
            let box = try XCTUnwrap(dialog.descendants(of: "GtkCheckButton").first)
            for isTicked in [true, false] {
                Widget(borrowing: box).set("active", isTicked)
                MainLoop.settle()
                XCTAssertEqual(save.isSensitive, isTicked)
            }
            dialog.destroy()
        }
    }
}
