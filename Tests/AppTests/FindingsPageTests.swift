import CGtk
import ViewModels
import XCTest

@testable import App
@testable import Gtk

/// Verifiche as a person uses it.
final class FindingsPageTests: AppTestCase {
    func testOneFindingAfterTheOtherIsAnsweredAndOpenedAgain() throws {
        try withWindow { main in
            let before = main.session.content.dismissals.count
            main.show(.findings)
            MainLoop.settle()
            let page = main.page(.findings).widget
            for reason in ["Pesato a mano", "Deciso dalla Giunta", "Come l’anno prima"] {
                let entry = try XCTUnwrap(page.descendants(of: "GtkEntry").last, "no field before: \(reason)")
                Widget(borrowing: entry).set("text", reason)
                Widget(borrowing: entry).emit("activate")
                MainLoop.settle()
            }
            XCTAssertEqual(main.session.content.dismissals.count, before + 3)
            let button = page.descendants(of: "GtkToggleButton").map { Widget(borrowing: $0) }
                .first { $0.shownTexts.contains { $0.hasPrefix("Con risposta") } }
            try XCTUnwrap(button).set("active", true)
            for left in (0..<before + 3).reversed() {
                MainLoop.settle()
                let again = try XCTUnwrap(page.button("Riapri"), "an answer is chosen without a click")
                XCTAssertTrue(again.isMapped)
                again.grabFocus()
                again.emit("activate")
                MainLoop.settle()
                XCTAssertEqual(main.session.content.dismissals.count, left)
                XCTAssertTrue(page.hasFocusInside, "the keyboard is not lost with the button")
            }
            XCTAssertEqual(button?.flag("active"), false, "no answer is left to be looked at")
        }
    }
}
