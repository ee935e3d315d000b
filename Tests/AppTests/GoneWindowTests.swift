import Gtk
import XCTest

@testable import App

/// A window that goes while a page still has something to do a moment later.
final class GoneWindowTests: AppTestCase {
    func testWhatWasJustAddedIsKeptAndItsRowIsNoLongerSought() throws {
        try withWindow { main in
            let before = main.session.content
            try XCTUnwrap(main.page(.projects) as? ProjectsPage).add()
            try XCTUnwrap(main.page(.services) as? ServicesPage).add()
            try XCTUnwrap(main.page(.organisation) as? OrganisationPage).add()
            try XCTUnwrap(main.page(.plan) as? PlanPage).add(.objective)
            main.show(.allegati)
            main.window.destroy()
            var isOver = false
            Gtk.Timer.after(milliseconds: 200) { isOver = true }
            XCTAssertTrue(MainLoop.run(until: { isOver }))
            let now = main.session.content
            XCTAssertEqual(
                now.services.services.count, before.services.services.count + 1, "what was added is kept")
            XCTAssertEqual(
                now.municipality.sectors.count, before.municipality.sectors.count + 1)
            XCTAssertFalse(main.window.isAlive)
        }
    }
}
