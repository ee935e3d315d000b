import CGtk
import XCTest

@testable import Gtk

/// A node of the tree under test.
struct Node: Identifiable, Equatable {
    var id: String
    var children: [Node] = []
    var mark = 0
}

private let plan = [
    Node(
        id: "line 1",
        children: [Node(id: "s1", children: [Node(id: "o1"), Node(id: "o2")]), Node(id: "s2")]),
    Node(id: "line 2", children: [Node(id: "s3")]),
]

final class TreeTests: WidgetTestCase {
    private func withTree(
        expanded: Bool = true, _ body: @MainActor (ColumnView<Node>) throws -> Void
    ) rethrows {
        try onMain {
            let view = ColumnView<Node>(
                [
                    Column("Title", id: "title") { "\($0.id) \($0.mark)" }.sorted(by: \.id).expanding()
                ], expanded: expanded, children: \.children)
            view.rows = plan
            let window = show(ScrolledWindow(view))
            try body(view)
            window.destroy()
            MainLoop.settle()
        }
    }

    func testTreeUnfoldsInOrder() {
        withTree { view in
            XCTAssertEqual(view.shownRows.map(\.id), ["line 1", "s1", "o1", "o2", "s2", "line 2", "s3"])
            XCTAssertEqual(view.expandedIDs, ["line 1", "s1", "line 2"])
            view.setAllExpanded(false)
            XCTAssertEqual(view.shownRows.map(\.id), ["line 1", "line 2"])
        }
    }

    func testFoldedTreeUnfoldsTheWayToASelectedRow() {
        withTree(expanded: false) { view in
            XCTAssertEqual(view.shownCount, 2)
            view.select(["o2"])
            XCTAssertEqual(view.selectedRow?.id, "o2")
            XCTAssertEqual(view.shownRows.map(\.id), ["line 1", "s1", "o1", "o2", "s2", "line 2"])
        }
    }

    func testChangesKeepExpansionAndSelection() {
        withTree { view in
            view.setExpanded("line 2", false)
            view.select(["o1"])
            var changed = plan
            changed[0].children[0].children[0].mark = 5
            changed[0].children[0].children.insert(Node(id: "o0"), at: 0)
            view.rows = changed
            XCTAssertEqual(view.shownRows.map(\.id), ["line 1", "s1", "o0", "o1", "o2", "s2", "line 2"])
            XCTAssertEqual(view.selectedRow?.id, "o1")
            XCTAssertEqual(view.selectedRow?.mark, 5)
            let position = view.position(of: "o1") ?? -1
            XCTAssertEqual(view.cell(position, column: "title")?.display.string("text"), "o1 5")
        }
    }

    func testMovedRowKeepsWhatIsUnfoldedInIt() {
        withTree { view in
            view.select(["o2"])
            view.rows = [plan[1], plan[0]]
            XCTAssertEqual(view.shownRows.map(\.id), ["line 2", "s3", "line 1", "s1", "o1", "o2", "s2"])
            XCTAssertEqual(view.selectedRow?.id, "o2")
        }
    }

    func testLeafBecomesAParentAndBack() {
        withTree { view in
            var changed = plan
            changed[0].children[1].children = [Node(id: "o9")]
            view.rows = changed
            view.setExpanded("s2", true)
            XCTAssertTrue(view.shownRows.map(\.id).contains("o9"))
            view.rows = plan
            XCTAssertEqual(view.shownRows.map(\.id), ["line 1", "s1", "o1", "o2", "s2", "line 2", "s3"])
        }
    }

    func testSortingStaysWithinEachLevel() {
        withTree { view in
            view.sort(by: "title", descending: true)
            XCTAssertEqual(view.shownRows.map(\.id), ["line 2", "s3", "line 1", "s2", "s1", "o2", "o1"])
        }
    }

    func testArrowKeysFoldAndUnfold() throws {
        try withTree { view in
            view.focus("s1", column: "title")
            try press(key(GDK_KEY_Left), view)
            XCTAssertFalse(view.expandedIDs.contains("s1"))
            try press(key(GDK_KEY_Left), view)
            XCTAssertEqual(view.focusedCell?.item?.value.id, "line 1")
            view.focus("s1", column: "title")
            try press(key(GDK_KEY_Right), view)
            XCTAssertTrue(view.expandedIDs.contains("s1"))
        }
    }

    func testTreeIsReleasedWithItsWindow() {
        onMain {
            weak var leaked: ColumnView<Node>?
            do {
                let view = ColumnView<Node>([Column("Title", id: "title") { $0.id }], children: \.children)
                leaked = view
                view.rows = plan
                let window = show(ScrolledWindow(view))
                window.destroy()
            }
            MainLoop.settle()
            XCTAssertNil(leaked)
        }
    }

    /// What is dragged says what it is, also to other programs; what comes from them is no row, nor is a drag that was given
    /// up.
    func testOnlyTheRowThatIsBeingDraggedIsMoved() throws {
        try onMain {
            var moves: [String] = []
            let view = ColumnView<Node>([Column("Title", id: "title") { $0.id }], children: \.children)
            view.onMove(canDrop: { _, _ in true }) { moves.append("\($0.id) to \($1.id)") }
            view.rows = plan
            let window = show(ScrolledWindow(view))
            let cells = try ["o1", "s2"].map { id in
                try XCTUnwrap(view.position(of: id).flatMap { view.cell($0, column: "title") })
            }
            XCTAssertEqual(view.beginDrag(cells[0]), "o1")
            XCTAssertFalse(view.drop("a text of another program", on: cells[1]))
            XCTAssertTrue(view.drop("o1", on: cells[1]))
            XCTAssertFalse(view.drop("o1", on: cells[1]), "it is dropped once")
            XCTAssertEqual(moves, ["o1 to s2"])
            window.destroy()
        }
    }
}
