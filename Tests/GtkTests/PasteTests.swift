import CGtk
import XCTest

@testable import Gtk

/// Pastes into a field; the answer has not come when this returns.
@MainActor
private func paste(_ text: String, into field: TextField) {
    field.setClipboard(text: text)
    Widget(borrowing: gtk_editable_get_delegate(field.opaque).map { UnsafeMutableRawPointer($0) })
        .emit("paste-clipboard")
}

/// Presses Enter as the text inside a field hears it.
@MainActor
private func enter(_ field: TextField) {
    Widget(borrowing: gtk_editable_get_delegate(field.opaque).map { UnsafeMutableRawPointer($0) })
        .emit("activate")
}

/// What is pasted comes when whoever holds the clipboard answers: keys that are pressed before that are for what will be there.
final class PasteTests: WidgetTestCase {
    func testEnterTakesWhatWasPastedIntoAField() {
        onMain {
            let field = Entry("old")
            var taken: [String] = []
            field.onCommit { taken.append($0) }
            let window = show(field)
            field.grabFocus()
            field.selectAll()
            paste("new", into: field)
            enter(field)
            XCTAssertTrue(MainLoop.run(until: { !taken.isEmpty }, seconds: 5))
            XCTAssertEqual(taken, ["new"])
            window.destroy()
        }
    }

    func testWhatWasPastedIntoAFieldThatShowsSomethingElseByThenIsGivenUp() {
        onMain {
            let field = Entry("of one thing")
            var taken: [String] = []
            field.onCommit { taken.append($0) }
            let other = Entry()
            let window = show(
                Box(.vertical) {
                    field
                    other
                })
            field.grabFocus()
            paste("pasted", into: field)
            other.grabFocus()
            field.show("of another thing")
            MainLoop.run(until: { false }, seconds: 0.3)
            XCTAssertEqual(field.text, "of another thing")
            XCTAssertEqual(taken, [])
            window.destroy()
        }
    }

    func testEscapeBringsBackWhatWasThereBeforeAPasteThatHasNotCome() {
        onMain {
            let field = Entry("old")
            field.onCommit { _ in }
            let window = show(field)
            field.grabFocus()
            paste("new", into: field)
            field.forgetPaste()
            MainLoop.run(until: { false }, seconds: 0.3)
            XCTAssertEqual(field.text, "old")
            window.destroy()
        }
    }

    func testEnterTakesWhatWasPastedIntoACellAndGoesOn() throws {
        try onMain {
            let table = MeasureTable([
                Measure(id: 1, name: "a", actual: 10), Measure(id: 2, name: "b", actual: 20),
            ])
            let window = show(ScrolledWindow(table.view))
            for key in [GDK_KEY_Return, GDK_KEY_Tab] {
                XCTAssertTrue(table.view.edit(1, column: "actual"))
                let editor = try XCTUnwrap(table.view.editor)
                let pasted = key == GDK_KEY_Return ? 77 : 78
                paste("\(pasted)", into: editor.entry)
                XCTAssertTrue(table.view.handle(GtkTests.key(key), in: editor))
                XCTAssertEqual(table.view.focusedCell?.item?.value.id, 2)
                XCTAssertTrue(MainLoop.run(until: { table.measures[0].actual == pasted }, seconds: 5))
                XCTAssertEqual(table.text(1), "\(pasted)")
                XCTAssertEqual(table.measures[1].actual, 20)
            }
            window.destroy()
        }
    }

    func testABlockIsPastedWhereThePersonWasThoughTheRowsMoveMeanwhile() {
        onMain {
            let table = MeasureTable((1...600).map { Measure(id: $0, name: "row \($0)", actual: $0) })
            table.view.onBatch { _, _, changes in
                changes()
            } tell: { _ in
            }
            let window = show(ScrolledWindow(table.view))
            XCTAssertTrue(table.view.focus(3, column: "actual"))
            table.view.setClipboard(text: "-3\n-4")
            XCTAssertTrue(table.view.pasteClipboard())
            table.view.sort(by: "actual", descending: true)
            XCTAssertTrue(table.view.focus(500, column: "actual"))
            XCTAssertTrue(MainLoop.run(until: { table.measures.contains { $0.actual < 0 } }, seconds: 5))
            XCTAssertEqual(table.measures[2].actual, -3)
            XCTAssertEqual(table.measures.filter { $0.actual < 0 }.count, 2)
            window.destroy()
        }
    }
}
