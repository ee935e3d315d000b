import CGtk
import CGtkShim
import XCTest

@testable import Gtk

/// Asks GTK's own record of what a screen reader is told.
final class AccessibilityTests: WidgetTestCase {
    func testRoleIsFixedWhenTheWidgetIsMade() {
        onMain {
            XCTAssertEqual(role(Label("x", role: .status)), GTK_ACCESSIBLE_ROLE_STATUS)
            XCTAssertEqual(role(Label.heading("x")), GTK_ACCESSIBLE_ROLE_HEADING)
            XCTAssertEqual(role(Box(.vertical, role: .form)), GTK_ACCESSIBLE_ROLE_FORM)
            XCTAssertEqual(role(DrawingArea()), GTK_ACCESSIBLE_ROLE_IMG)
            XCTAssertEqual(role(Image(icon: "edit-undo-symbolic")), GTK_ACCESSIBLE_ROLE_PRESENTATION)
        }
    }

    func testLabelAndDescriptionAreTold() {
        onMain {
            let button = Button(icon: "edit-undo-symbolic", label: "Undo")
            button.accessible(description: "Takes the last change back")
            XCTAssertNil(mismatch(button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo"))
            XCTAssertNil(
                mismatch(button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Takes the last change back"))
            XCTAssertNotNil(mismatch(button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Redo"))
        }
    }

    func testChoicesOfAnOpenListAreNamedByTheirWords() {
        onMain {
            let menu = DropDown(["one", "two"])
            let window = show(menu)
            menu.emit("activate")
            MainLoop.settle()
            let rows = inside(menu).filter {
                $0.isInPopover && $0.widget.map { String(cString: gtk_widget_get_css_name($0)) } == "row"
            }
            XCTAssertEqual(rows.count, 2)
            for (row, words) in zip(rows, ["one", "two"]) {
                XCTAssertNil(mismatch(row, GTK_ACCESSIBLE_PROPERTY_LABEL, words))
            }
            window.destroy()
            MainLoop.settle()
        }
    }

    func testFieldIsLabelledAndDescribed() {
        onMain {
            let entry = Entry()
            let (label, hint) = (Label("Name"), Label("As in the plan"))
            entry.labelled(by: label).described(by: hint)
            XCTAssertTrue(has(entry, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
            XCTAssertTrue(has(entry, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY))
            XCTAssertFalse(has(Entry(), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
        }
    }

    func testWrongFieldIsToldAndClearedAgain() {
        onMain {
            let entry = Entry("x")
            entry.mark(invalid: "Not a number")
            XCTAssertTrue(has(entry, GTK_ACCESSIBLE_STATE_INVALID))
            XCTAssertNil(mismatch(entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Not a number"))
            XCTAssertTrue(entry.has(css: "error"))
            entry.mark(invalid: nil)
            XCTAssertNil(entry.tooltip)
            XCTAssertFalse(entry.has(css: "error"))
        }
    }

    func testMeterTellsItsValue() {
        onMain {
            let meter = DrawingArea(role: .meter)
            meter.accessible(value: 96.25, in: 0...100).accessible(valueText: "96.25, reached")
            XCTAssertNil(mismatch(meter, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "96.25, reached"))
        }
    }

    func testTableCellTellsItsTextAndItsColumn() {
        onMain {
            let view = ColumnView<Measure>([
                Column("Actual", id: "actual") { String($0.actual) },
                Column("State", id: "state") { _ in "▲" }.spoken { _ in "reached" },
            ])
            view.rows = [Measure(id: 1, name: "a", actual: 30)]
            let window = show(ScrolledWindow(view))
            let actual = view.cell(0, column: "actual")?.display
            let state = view.cell(0, column: "state")?.display
            XCTAssertNil(mismatch(actual, GTK_ACCESSIBLE_PROPERTY_LABEL, "30"))
            XCTAssertNil(mismatch(actual, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Actual"))
            XCTAssertNil(mismatch(state, GTK_ACCESSIBLE_PROPERTY_LABEL, "reached"))
            window.destroy()
        }
    }
}

@MainActor
private func role(_ widget: Widget) -> GtkAccessibleRole? {
    widget.opaque.map { gtk_accessible_get_accessible_role($0) }
}

/// What GTK says in words when the text differs; nil when it is as expected.
@MainActor
private func mismatch(
    _ widget: Widget?, _ property: GtkAccessibleProperty, _ expected: String
) -> String? {
    guard let widget = widget?.raw else { return "no widget" }
    guard let problem = shim_accessible_mismatch(widget, property, expected) else { return nil }
    defer { g_free(problem) }
    return String(cString: problem)
}

@MainActor
private func has(_ widget: Widget, _ relation: GtkAccessibleRelation) -> Bool {
    gtk_test_accessible_has_relation(widget.opaque, relation) != 0
}

@MainActor
private func has(_ widget: Widget, _ state: GtkAccessibleState) -> Bool {
    gtk_test_accessible_has_state(widget.opaque, state) != 0
}

/// All widgets in a widget.
@MainActor
private func inside(_ widget: Widget) -> [Widget] {
    var all: [Widget] = []
    var child = widget.widget.flatMap { gtk_widget_get_first_child($0) }
    while let here = child {
        let handle = Widget(borrowing: here)
        all += [handle] + inside(handle)
        child = gtk_widget_get_next_sibling(here)
    }
    return all
}
