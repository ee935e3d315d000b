import CGtk
import XCTest

@testable import Gtk

final class SignalTests: WidgetTestCase {
    func testClickRunsTheClosure() {
        onMain {
            let counter = Counter()
            let button = Button("Save") { counter.count += 1 }
            button.emit("clicked")
            button.emit("clicked")
            XCTAssertEqual(counter.count, 2)
        }
    }

    func testClosureIsReleasedWithItsWidget() {
        onMain {
            weak var witness: Witness?
            do {
                let seen = Witness()
                witness = seen
                let window = Window()
                let box = Box(.vertical) { Button("Save") { _ = seen } }
                window.child(box)
                XCTAssertNotNil(witness)
                window.destroy()
            }
            MainLoop.settle()
            XCTAssertNil(witness)
        }
    }

    func testClosureThatHoldsItsOwnWidgetDoesNotLeak() {
        onMain {
            weak var leaked: Entry?
            do {
                let window = Window()
                let entry = Entry()
                leaked = entry
                entry.onChange { entry.placeholder = "changed" }
                entry.onCommit { _ in entry.placeholder = "committed" }
                window.child(Box(.vertical) { entry })
                entry.text = "x"
                XCTAssertEqual(entry.placeholder, "changed")
                window.destroy()
            }
            MainLoop.settle()
            XCTAssertNil(leaked)
        }
    }

    func testTextViewThatHoldsItselfDoesNotLeak() {
        onMain {
            weak var leaked: TextView?
            do {
                let window = Window()
                let view = TextView("a")
                leaked = view
                view.onChange { _ = view.text }
                window.child(ScrolledWindow(view))
                window.destroy()
            }
            MainLoop.settle()
            XCTAssertNil(leaked)
        }
    }

    func testWidgetThatNobodyAdoptedEndsWithItsHandle() {
        onMain {
            weak var witness: Witness?
            do {
                let seen = Witness()
                witness = seen
                _ = Button("Alone") { _ = seen }
            }
            XCTAssertNil(witness)
        }
    }

    func testDisconnectReleasesTheClosure() {
        onMain {
            let button = Button("Save")
            weak var witness: Witness?
            let connection: Connection
            do {
                let seen = Witness()
                witness = seen
                connection = button.onClick { _ = seen }
            }
            XCTAssertNotNil(witness)
            connection.disconnect()
            connection.disconnect()
            XCTAssertNil(witness)
            button.emit("clicked")
        }
    }

    func testBlockedConnectionIsSilent() {
        onMain {
            let counter = Counter()
            let entry = Entry()
            let connection = entry.onChange { counter.count += 1 }
            connection.blocked { entry.text = "quiet" }
            XCTAssertEqual(counter.count, 0)
            entry.text = "told"
            XCTAssertGreaterThan(counter.count, 0)
        }
    }

    func testCallsOnADestroyedWidgetDoNothing() {
        onMain {
            let window = Window()
            let label = Label("before")
            let entry = Entry("before")
            let box = Box(.vertical) {
                label
                entry
            }
            window.child(box)
            window.destroy()
            MainLoop.settle()
            XCTAssertFalse(label.isAlive)
            label.text = "after"
            XCTAssertEqual(label.text, "")
            label.css("gone").margin(6).accessible(label: "gone")
            entry.selectAll()
            entry.grabFocus()
            box.append(Label("late"))
            window.present()
            window.destroy()
        }
    }

    func testKeptObjectLivesAsLongAsItsWidget() {
        onMain {
            weak var witness: Witness?
            let window = Window()
            do {
                let page = Box(.vertical)
                let controller = Witness()
                witness = controller
                page.keep(controller)
                window.child(page)
            }
            XCTAssertNotNil(witness)
            window.destroy()
            MainLoop.settle()
            XCTAssertNil(witness)
        }
    }

    func testClosureThatDestroysItsOwnWindowSurvives() {
        onMain {
            let counter = Counter()
            let window = Window()
            let button = Button("Close") {
                window.destroy()
                counter.count += 1
            }
            window.child(button)
            button.emit("clicked")
            XCTAssertEqual(counter.count, 1)
            XCTAssertFalse(window.isAlive)
        }
    }

    func testTextWithNulIsShownWhole() {
        onMain { XCTAssertEqual(Label("a\0b").text, "ab") }
    }
}
