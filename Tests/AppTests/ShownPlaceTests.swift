import Gtk
import Model
import ViewModels
import XCTest

@testable import App

/// Where the person is led: what stands beside a row is of that row, and the keyboard is where the place is.
final class ShownPlaceTests: AppTestCase {
    func testTheDetailsOfAProjectThatAPlaceLeadsToAreItsOwn() throws {
        try withWindow { main in
            let projects = try XCTUnwrap(main.session.content.projects[main.session.year]?.projects)
            let first = try XCTUnwrap(projects.first?.dupReferences.first)
            let other = try XCTUnwrap(projects.first { $0.dupReferences.first.map { $0 != first } ?? false })
            main.show(.projects)
            let page = main.page(.projects).widget
            XCTAssertTrue(page.comesToShow(first))
            main.go(to: Destination(.projects, item: other.id))
            XCTAssertTrue(page.comesToShow(other.dupReferences[0]))
            XCTAssertFalse(page.shownTexts.contains(first))
        }
    }

    func testUndoingARuleLeadsTheKeyboardToTheRules() throws {
        try withWindow { main in
            var profile = main.session.content.municipality.profile
            profile.favourableDeviation.toggle()
            try main.session.perform(.organisation(.profile(profile)))
            main.show(.overview)
            MainLoop.settle()
            XCTAssertTrue(main.window.activateAction("win.undo"))
            MainLoop.settle()
            let page = main.page(.organisation).widget
            XCTAssertTrue(page.comesToShow("Come si calcolano i punteggi"))
            XCTAssertTrue(page.hasFocusInside)
            XCTAssertEqual(main.window.focus?.isMapped, true, "what has the keyboard is on screen")
        }
    }
}
