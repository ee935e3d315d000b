import CGtk
import Foundation
import XCTest

@testable import Gtk

final class ControlTests: WidgetTestCase {
    /// Seen before: the window was deaf where a list of choices was open and its page was made anew.
    func testWhatIsOpenIsClosedBeforeItIsTakenAway() {
        onMain {
            let choice = DropDown(["a", "b"])
            let box = Box(.vertical) { choice }
            let window = show(box)
            defer { window.destroy() }
            XCTAssertFalse(box.hasOpenPopover)
            choice.firstChild?.set("active", true)
            MainLoop.settle()
            XCTAssertTrue(box.hasOpenPopover)
            let closed = Flag()
            choice.widget.flatMap { gtk_widget_get_last_child($0) }.map {
                _ = Widget(borrowing: $0).on("closed") { closed.isOn = true }
            }
            box.removeAll()
            XCTAssertTrue(closed.isOn)
            XCTAssertFalse(box.hasOpenPopover)
            forgiveTooltips()
        }
    }

    func testDropDownShowsItsFirstChoiceAndTellsThePersonsOnly() {
        onMain {
            let menu = DropDown(["one", "two", "three"])
            XCTAssertEqual(menu.selected, 0)
            var told: [Int?] = []
            menu.onSelect { told.append($0) }
            menu.select(2)
            XCTAssertEqual(menu.selected, 2)
            menu.items = ["zero", "three"]
            XCTAssertEqual(menu.selected, 1, "the choice of the same words stays")
            XCTAssertEqual(told, [])
            menu.set("selected", 0)
            XCTAssertEqual(told, [0])
        }
    }

    func testAChoiceIsSearchedByAnyOfItsWordsAlsoByTwo() throws {
        try onMain {
            let menu = DropDown(["Weight", "Weight of the objective", "Code of the objective"])
            menu.enableSearch("Search")
            menu.items += ["Objective"]
            let popover = Widget(borrowing: menu.widget.flatMap { gtk_widget_get_last_child($0) })
            let field = try XCTUnwrap(popover.descendant(gtk_search_entry_get_type()))
            let list = try XCTUnwrap(popover.descendant(gtk_list_view_get_type())?.opaque)
            let count = { gtk_list_view_get_model(list).map { Int(g_list_model_get_n_items($0)) } ?? 0 }
            let space = Key(value: UInt32(GDK_KEY_space), modifiers: 0)
            XCTAssertFalse(menu.takesSpace(space, in: field), "it chooses, as long as nothing is searched")
            field.set("text", "the")
            XCTAssertTrue(MainLoop.run(until: { count() == 2 }), "\(count())")
            XCTAssertTrue(menu.takesSpace(space, in: field))
            XCTAssertEqual(field.string("text"), "the ")
            XCTAssertTrue(menu.chooseFound("the obj"))
            XCTAssertEqual(menu.selected, 1, "Return takes what is marked of what was found")
        }
    }

    /// Whoever holds the clipboard may answer when the field is gone: GTK tells the field all the same.
    func testATextThatIsPastedWhenItsFieldIsGoneHarmsNobody() {
        onMain {
            for _ in 0..<3 {
                let field = SearchEntry()
                let window = show(field)
                field.setClipboard(text: "late")
                Widget(borrowing: gtk_editable_get_delegate(field.opaque).map { UnsafeMutableRawPointer($0) })
                    .emit("paste-clipboard")
                window.destroy()
                MainLoop.settle()
                MainLoop.run(until: { false }, seconds: 0.1)
            }
        }
    }

    func testANumberFieldKeepsItsNumberWhereWhatIsTypedIsNone() {
        onMain {
            let year = SpinButton(range: 1900...2199, value: 2026)
            let page = SpinButton(range: 1...9, value: 4, clamps: true)
            let window = show(
                Box(.vertical) {
                    year
                    page
                })
            for (field, typed, kept) in [
                (year, "", 2026), (year, "20266", 2026), (year, "2030", 2030), (page, "99", 9),
            ] {
                field.text = typed
                gtk_spin_button_update(field.opaque)
                XCTAssertEqual(field.intValue, kept, typed)
                XCTAssertEqual(field.text, "\(kept)")
            }
            window.destroy()
        }
    }

    func testListBoxTellsThePersonsChoiceOnly() {
        onMain {
            let list = ListBox()
            for name in ["a", "b", "c"] { list.append(Label(name)) }
            var told: [Int?] = []
            list.onSelect { told.append($0) }
            list.select(1)
            XCTAssertEqual(list.selectedIndex, 1)
            XCTAssertEqual(told, [])
            let window = show(list)
            list.row(at: 2)?.activate()
            XCTAssertEqual(told, [2])
            window.destroy()
        }
    }

    func testWhatIsTypedGoesOnAsTheNamesDoAndTypingReplacesIt() {
        onMain {
            let entry = Entry()
            entry.completeInline(["Titolare", "Titolare ad interim", "Vicario"])
            let window = show(entry)
            for (letter, isSelected, shown) in [
                ("t", true, "titolare"), ("i", true, "titolare"), ("t", false, "titolare"),
                ("r", false, "titr"),
            ] {
                // The display can take the selection away while the person types.
                if isSelected { gtk_editable_delete_selection(entry.opaque) }
                if !isSelected { gtk_editable_set_position(entry.opaque, 2 + (letter == "r" ? 1 : 0)) }
                var end = gtk_editable_get_position(entry.opaque)
                gtk_editable_insert_text(entry.opaque, letter, 1, &end)
                gtk_editable_set_position(entry.opaque, end)
                MainLoop.settle()
                XCTAssertEqual(entry.text, shown)
            }
            gtk_editable_delete_text(entry.opaque, 3, 4)
            MainLoop.settle()
            XCTAssertEqual(entry.text, "tit", "nothing is added to what is deleted")
            window.destroy()
        }
    }

    func testEntryCommitsOnceForEachFinishedInput() {
        onMain {
            let entry = Entry("old")
            var told: [String] = []
            entry.onCommit { told.append($0) }
            let window = show(
                Box(.vertical) {
                    entry
                    Entry().named("other")
                })
            entry.grabFocus()
            entry.text = "new"
            XCTAssertEqual(told, [])
            entry.emit("activate")
            find("other", in: window)?.grabFocus()
            MainLoop.settle()
            XCTAssertEqual(told, ["new"])
            entry.text = " new "
            entry.emit("activate")
            XCTAssertEqual(told, ["new"])
            XCTAssertEqual(entry.text, "new", "spaces around are no change")
            window.destroy()
        }
    }

    func testTextViewKeepsItsText() {
        onMain {
            let view = TextView("città\nperché")
            XCTAssertEqual(view.text, "città\nperché")
            let counter = Counter()
            view.onChange { counter.count += 1 }
            view.text = "città\nperché"
            XCTAssertEqual(counter.count, 0)
            view.text = "altro"
            XCTAssertGreaterThan(counter.count, 0)
            view.reveal(line: 99)
        }
    }

    func testSpinButtonStaysInItsRange() {
        onMain {
            let spin = SpinButton(range: 2000...2100, value: 2022)
            XCTAssertEqual(spin.intValue, 2022)
            spin.intValue = 1
            XCTAssertEqual(spin.intValue, 2000)
        }
    }

    func testProgressOfNothingIsNoCrash() {
        onMain {
            let bar = ProgressBar()
            bar.fraction = .nan
            XCTAssertEqual(bar.fraction, 0)
            bar.fraction = 7
            XCTAssertEqual(bar.fraction, 1)
        }
    }

    func testBoxKeepsTheOrderOfItsChildren() {
        onMain {
            let (first, last) = (Label("1").named("first"), Label("3").named("last"))
            let box = Box(.horizontal) {
                first
                last
            }
            let middle = Label("2").named("middle")
            box.insert(middle, after: first)
            XCTAssertEqual(names(in: box), ["first", "middle", "last"])
            box.remove(middle)
            XCTAssertFalse(middle.isAlive)
            box.remove(Label("stranger"))
            box.removeAll()
            XCTAssertEqual(names(in: box), [])
        }
    }

    func testStackShowsOnlyPagesThatAreThere() {
        onMain {
            let stack = Stack()
            stack.add(Label("a"), id: "a")
            stack.add(Label("b"), id: "b")
            stack.visiblePage = "b"
            stack.visiblePage = "nowhere"
            XCTAssertEqual(stack.visiblePage, "b")
        }
    }

    /// Seen before: the style of every page that had been visited was looked at again at each key.
    func testPagesThatAreNotOnShowAreHiddenAndComeBack() {
        onMain {
            let stack = Stack()
            stack.fitsVisiblePage = true
            let (first, second) = (Label("a"), Label("b"))
            stack.add(first, id: "a")
            stack.add(second, id: "b")
            let window = show(stack)
            for (id, shown, other) in [("b", second, first), ("a", first, second), ("a", first, second)] {
                stack.visiblePage = id
                XCTAssertEqual(stack.visiblePage, id)
                XCTAssertTrue(shown.isMapped)
                XCTAssertFalse(other.isVisible)
            }
            window.destroy()
        }
    }

    /// Seen before: each turn to a tab had the keyboard one control further on.
    func testANotebookHasTheKeyboardWhereItWasOnEachTab() {
        onMain {
            let notebook = Notebook()
            let fields = (0..<4).map { Entry("\($0)") }
            for (page, title) in [(0, "one"), (2, "two")] {
                notebook.append(
                    Box(.vertical) {
                        fields[page]
                        fields[page + 1]
                    }, title: title)
            }
            let window = show(notebook)
            fields[1].grabFocus()
            notebook.turn(by: 1)
            XCTAssertTrue(fields[2].hasFocusInside)
            fields[3].grabFocus()
            notebook.turn(by: -1)
            XCTAssertTrue(fields[1].hasFocusInside)
            notebook.turn(by: -1)
            XCTAssertEqual(notebook.page, 0, "there is no tab before the first")
            notebook.turn(by: 1)
            XCTAssertTrue(fields[3].hasFocusInside)
            window.destroy()
        }
    }

    func testContainersTakeTheirChildren() {
        onMain {
            let child = Label("x")
            let notebook = Notebook()
            let expander = Expander("e", Revealer(Overlay(child)))
            expander.isExpanded = true
            notebook.append(Frame("f", expander), title: "Page")
            XCTAssertEqual(notebook.page, 0)
            let window = show(Paned(.horizontal, start: notebook, end: ScrolledWindow(Grid())))
            XCTAssertNotNil(child.window)
            let group = SizeGroup(.horizontal)
            group.add(child)
            window.destroy()
            XCTAssertFalse(child.isAlive)
        }
    }

    func testStyleClassesComeAndGo() {
        onMain {
            let label = Label("x").css("a", "b")
            label.toggle(css: "a", false)
            XCTAssertEqual(label.cssClasses, ["b"])
            label.cssClasses = ["c", "d"]
            XCTAssertTrue(label.has(css: "d"))
        }
    }

    func testDrawingAreaPaints() {
        onMain {
            let counter = Counter()
            let area = DrawingArea { cairo, width, height in
                cairo_rectangle(cairo, 0, 0, Double(width), Double(height))
                cairo_fill(cairo)
                counter.count = width
            }
            let window = show(area, width: 200, height: 100)
            MainLoop.run(until: { counter.count > 0 })
            XCTAssertGreaterThan(counter.count, 100)
            window.destroy()
        }
    }

    func testBytesThatAreNoPictureAreRefused() {
        onMain {
            let picture = Picture()
            XCTAssertFalse(picture.show(Data("no picture".utf8)))
            XCTAssertFalse(picture.setClipboard(png: Data()))
            XCTAssertTrue(picture.show(nil))
        }
    }

    func testClipboardBringsTextBack() {
        onMain {
            let entry = Entry()
            let window = show(entry)
            entry.setClipboard(text: "1\t2\n3\t4")
            var read: String?
            entry.readClipboard { read = $0 }
            XCTAssertTrue(MainLoop.run(until: { read != nil }))
            XCTAssertEqual(read, "1\t2\n3\t4")
            window.destroy()
        }
    }
}

@MainActor
private func names(in box: Box) -> [String] {
    var names: [String] = []
    var child = box.widget.flatMap { gtk_widget_get_first_child($0) }
    while let here = child {
        names.append(Widget(borrowing: here).name)
        child = gtk_widget_get_next_sibling(here)
    }
    return names
}
