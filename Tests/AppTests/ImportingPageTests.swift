import CGtk
import Foundation
import Model
import ViewModels
import XCTest

@testable import App
@testable import Gtk

/// Documents that nobody's rules know, named by hand on the page.
final class ImportingPageTests: AppTestCase {
    private static let text = """
        P.O.;Cosa;Quanto vale;Misura;Voluto;Ottenuto;Prot.
        Area 3;Verde urbano;60;alberi messi a dimora;3.500;3.724;12/A
        ;;;incontri con i quartieri;6;8;12/B
        Area 3;Manutenzione delle strade;40;km asfaltati;12,5;9,1;13

        """

    func testColumnsNamedOnceAreKnownTheNextTime() throws {
        try withEmptyWindow { main in
            let folder = try XCTUnwrap(main.session.folder)
            let file = folder.deletingLastPathComponent().appending(path: "settore-\(UUID().uuidString).csv")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(Self.text.utf8).write(to: file)
            main.review([file])
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            MainLoop.run(until: { page.hasDrafts && !page.isReading })
            XCTAssertTrue(page.widget.comesToShow("0 comprese"))

            let names = [
                "Responsabile", "Obiettivo", "Peso dell’obiettivo", "Indicatore o serie", "Target",
                "Consuntivo",
            ]
            for (column, name) in names.enumerated() { try Self.choose(name, above: column, in: page) }
            XCTAssertTrue(page.widget.comesToShow("2 obiettivi, 3 indicatori"))
            XCTAssertTrue(page.widget.comesToShow("non dice il suo anno"))
            XCTAssertTrue(page.canAccept)
            let before = main.session.content
            page.acceptShown()
            MainLoop.run(until: { !page.isReading }, seconds: 60)
            let plan = try XCTUnwrap(main.session.content.plans[2026])
            XCTAssertEqual(plan.objectives.map(\.title), ["Verde urbano", "Manutenzione delle strade"])
            XCTAssertEqual(plan.objectives.first?.indicators.map(\.actual.raw), ["3.724", "8"])
            XCTAssertEqual(plan.objectives.map { $0.weight.map(String.init(describing:)) }, ["60", "40"])
            XCTAssertEqual(main.session.keptLayouts().layouts.count, 1)
            try main.session.undo()
            XCTAssertTrue(main.session.keptLayouts().layouts.isEmpty)
            XCTAssertEqual(main.session.content, before)
            try main.session.redo()
            XCTAssertEqual(main.session.keptLayouts().layouts.count, 1)

            // The next file with these heads is understood by itself.
            try Data(Self.text.replacing("Verde urbano", with: "Parco lungo il fiume").utf8).write(to: file)
            main.review([file])
            MainLoop.run(until: { page.hasDrafts && !page.isReading })
            XCTAssertTrue(page.widget.comesToShow("2 obiettivi, 3 indicatori"))
        }
    }

    /// Seen before: all parts were taken, whatever was ticked.
    func testAPartThatIsNotTickedIsNotTaken() throws {
        try withEmptyWindow { main in
            let folder = try XCTUnwrap(main.session.folder)
            let file = folder.deletingLastPathComponent().appending(path: "piano-\(UUID().uuidString).csv")
            defer { try? FileManager.default.removeItem(at: file) }
            let text = "Obiettivo;Indicatore;Target\nVerde urbano;alberi messi a dimora;3.500\n"
            try Data(text.utf8).write(to: file)
            main.review([file])
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            MainLoop.run(until: { page.hasDrafts && !page.isReading })
            XCTAssertTrue(page.widget.comesToShow("1 obiettivo"))
            let boxes = page.widget.descendants(of: "GtkCheckButton").map { Widget(borrowing: $0) }
            let plan = try XCTUnwrap(boxes.first { $0.string("label") == "Piano" })
            let before = main.session.content.plans
            plan.set("active", false)
            page.acceptShown()
            MainLoop.run(until: { !page.isReading }, seconds: 60)
            XCTAssertEqual(main.session.content.plans, before)
        }
    }

    func testRowsAreTakenOneByOneAndAReworkedTitleIsTheArchivesOnceTicked() throws {
        let look = Look(size: (1280, 900))
        try withEmptyWindow { main in
            let folder = try XCTUnwrap(main.session.folder)
            let file = folder.deletingLastPathComponent().appending(path: "strade-\(UUID().uuidString).csv")
            defer { try? FileManager.default.removeItem(at: file) }
            let page = try Self.take(
                "Obiettivo;Indicatore;Target\nManutenzione delle strade;km asfaltati;12,5\n", file, main)
            page.acceptShown()
            MainLoop.run(until: { !page.isReading }, seconds: 60)

            let text = """
                Obiettivo;Indicatore;Target;Consuntivo
                Manutenzione della strada;km asfaltati;12,5;9,1
                Fontane;fontane riparate;12;10
                Panchine;panchine nuove;30;28

                """
            _ = try Self.take(text, file, main)
            XCTAssertTrue(page.widget.comesToShow("nuovo, o c’è già?"))
            try main.window.keepPicture("import-rows", look)
            let rows = page.review.changes
            @MainActor func tick(_ title: String) throws {
                let row = try XCTUnwrap(rows.shownRows.firstIndex { $0.title.contains(title) })
                let box = try XCTUnwrap(rows.cell(row, column: "take")?.display)
                box.set("active", !box.flag("active"))
                MainLoop.run(until: { !page.isReading })
            }
            try tick("È «Manutenzione delle strade»")
            XCTAssertTrue(page.widget.comesToShow("c’è già, 1 conflitto"))
            try tick("Fontane")
            try main.window.keepPicture("import-rows-taken", look)
            page.acceptShown()
            MainLoop.run(until: { !page.isReading }, seconds: 60)
            let plan = try XCTUnwrap(main.session.content.plans[2026])
            XCTAssertEqual(plan.objectives.map(\.title), ["Manutenzione delle strade", "Panchine"])
            XCTAssertEqual(plan.objectives.first?.indicators.map(\.actual.raw), ["9,1"])
        }
    }

    /// Gives a file with this text to the window, and waits until it was read.
    @MainActor private static func take(
        _ text: String, _ file: URL, _ main: MainWindow
    ) throws -> ImportPage {
        try Data(text.utf8).write(to: file)
        main.review([file])
        let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
        MainLoop.run(until: { page.hasDrafts && !page.isReading })
        return page
    }

    func testAColumnIsDividedAndRowsAreLeftOutByHand() throws {
        let text = """
            Codice e obiettivo;Indicatore;Target
            1.1 - Verde urbano;alberi messi a dimora;3.500
            Totale;;3.500
            1.2 - Fontane;fontane riparate;12

            """
        try withEmptyWindow { main in
            let folder = try XCTUnwrap(main.session.folder)
            let file = folder.deletingLastPathComponent().appending(path: "codici-\(UUID().uuidString).csv")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(text.utf8).write(to: file)
            main.review([file])
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            MainLoop.run(until: { page.hasDrafts && !page.isReading })

            // Open, as a person has it: what is open holds the new columns back.
            let scissors = try XCTUnwrap(
                page.widget.descendants(of: "GtkMenuButton").first {
                    gtk_menu_button_get_icon_name(OpaquePointer($0)).map { String(cString: $0) }
                        == "edit-cut-symbolic"
                })
            gtk_menu_button_popup(OpaquePointer(scissors))
            XCTAssertTrue(MainLoop.run(until: { page.widget.hasOpenPopover }))
            try Self.press("Dividi", in: page)
            XCTAssertTrue(page.widget.comesToShow("Codice e obiettivo (2)"))
            let rows = TableRowsWindow(try XCTUnwrap(page.shownTables.first), over: main.window) { lines in
                page.leaveOut(lines)
            }
            rows.present()
            let total = try XCTUnwrap(rows.table.shownRows.first { $0.cells.first == "Totale" })
            rows.table.select([total.id])
            rows.leaveOut()
            XCTAssertTrue(MainLoop.run(until: { !page.isReading }))
            XCTAssertTrue(page.widget.comesToShow("1 riga è esclusa"))
            page.acceptShown()
            MainLoop.run(until: { !page.isReading }, seconds: 60)
            let plan = try XCTUnwrap(main.session.content.plans[2026])
            XCTAssertEqual(plan.objectives.map(\.title), ["Verde urbano", "Fontane"])
            XCTAssertEqual(plan.objectives.map(\.code), ["1.1", "1.2"])

            // The next file with these heads is divided by itself.
            main.review([file])
            MainLoop.run(until: { page.hasDrafts && !page.isReading })
            XCTAssertTrue(page.widget.comesToShow("Codice e obiettivo (2)"))
            try Self.press("Riunisci la colonna", in: page)
            XCTAssertFalse(page.widget.shownTexts.contains("Codice e obiettivo (2)"))
        }
    }

    func testTheKeyboardStaysAboveTheColumnThatWasNamed() throws {
        try withEmptyWindow { main in
            let folder = try XCTUnwrap(main.session.folder)
            let file = folder.deletingLastPathComponent().appending(path: "tasti-\(UUID().uuidString).csv")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(Self.text.utf8).write(to: file)
            main.review([file])
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            MainLoop.run(until: { page.hasDrafts && !page.isReading })
            MainLoop.settle()
            let column = 3
            XCTAssertTrue(try Self.menu(above: column, in: page).grabFocus())
            try Self.choose("Indicatore o serie", above: column, in: page)
            MainLoop.settle()
            XCTAssertTrue(try Self.menu(above: column, in: page).hasFocus)
        }
    }

    func testLinesThatNobodyUnderstandsAreNamedByKeyboard() throws {
        let text = """
            Piano della performance 2026

            Il quartiere nord diventa più verde
            e vale 60
            alberi messi a dimora lungo le strade almeno 350

            """
        let look = Look(size: (1024, 768))
        try withEmptyWindow { main in
            let folder = try XCTUnwrap(main.session.folder)
            let file = folder.deletingLastPathComponent().appending(path: "righe-\(UUID().uuidString).txt")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(text.utf8).write(to: file)
            main.review([file])
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            MainLoop.run(until: { page.hasDrafts && !page.isReading })
            let lines = page.review.unread.shownRows.map(\.id)
            XCTAssertTrue([3, 4, 5].allSatisfy(lines.contains), "\(lines)")

            // Lines that are chosen with Shift and Down are one text.
            let unread = page.review.unread
            let first = try XCTUnwrap(lines.firstIndex(of: 3))
            unread.selectBlock(from: (first, "line"), to: (first + 2, "line"))
            XCTAssertEqual(unread.chosenRows.map(\.id), [3, 4, 5])
            let window = try XCTUnwrap(page.review.openNaming())
            MainLoop.settle()
            XCTAssertTrue(window.text.text.hasPrefix("Il quartiere nord diventa più verde e vale 60 alberi"))
            XCTAssertTrue(window.text.hasFocus)
            try Self.name(0..<35, "Obiettivo", in: window)
            try Self.name(43..<45, "Peso dell’obiettivo", in: window)
            try Self.name(46..<83, "Indicatore o serie", in: window)
            try Self.name(91..<94, "Target", in: window)
            XCTAssertTrue(window.window.comesToShow("Peso dell’obiettivo: 60"))
            try window.window.keepPicture("text-naming", look)
            window.finish()
            XCTAssertTrue(MainLoop.run(until: { !page.isReading }))
            XCTAssertTrue(page.widget.comesToShow("4 testi sono nominati a mano"))
            try main.window.keepPicture("texts-named", look)
            page.acceptShown()
            MainLoop.run(until: { !page.isReading }, seconds: 60)
            let objective = try XCTUnwrap(main.session.content.plans[2026]?.objectives.first)
            XCTAssertEqual(objective.title, "Il quartiere nord diventa più verde")
            XCTAssertEqual(objective.indicators.map(\.target.raw), ["350"])

            // The same document again is read so by itself, until the names are taken back.
            main.review([file])
            MainLoop.run(until: { page.hasDrafts && !page.isReading })
            XCTAssertTrue(page.widget.comesToShow("4 testi sono nominati a mano"))
            try Self.press("Togli tutti questi nomi", in: page)
            XCTAssertFalse(page.widget.shownTexts.contains { $0.contains("nominati a mano") })
        }
    }

    /// Selects a part of the text and says what it is.
    @MainActor private static func name(_ part: Range<Int>, _ term: String, in window: TextNamingWindow)
        throws
    {
        window.text.select(part)
        window.term.select(try XCTUnwrap(window.term.items.firstIndex(of: term), term))
        window.add()
    }

    func testAKeptLayoutIsRenamedWrittenToAFileAndRemoved() throws {
        try withEmptyWindow { main in
            let folder = try XCTUnwrap(main.session.folder).deletingLastPathComponent()
            let file = folder.appending(path: "settore-\(UUID().uuidString).csv")
            let written = folder.appending(path: "intestazioni-\(UUID().uuidString).json")
            defer { for url in [file, written] { try? FileManager.default.removeItem(at: url) } }
            try Data(Self.text.utf8).write(to: file)
            main.review([file])
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            MainLoop.run(until: { page.hasDrafts && !page.isReading })
            for (column, name) in ["Responsabile", "Obiettivo", "Peso dell’obiettivo"].enumerated() {
                try Self.choose(name, above: column, in: page)
            }
            page.acceptShown()
            MainLoop.run(until: { !page.isReading }, seconds: 60)
            let id = try XCTUnwrap(main.session.layoutRows().first?.id)

            let files = FileDialogs(ScriptedFilePicker([[written]]), over: main.window)
            let layouts = LayoutsWindow(main.session, files, over: main.window)
            layouts.present()
            MainLoop.run(until: { layouts.window.isMapped })
            layouts.table.select([id])
            MainLoop.settle()
            layouts.rename.emit("clicked")
            var asking = try XCTUnwrap(layouts.asking)
            asking.name.text = " "
            asking.dialog.confirmButton.emit("clicked")
            asking = try XCTUnwrap(layouts.asking, "it stays open without a name")
            asking.name.text = "Settore 3"
            asking.dialog.confirmButton.emit("clicked")
            XCTAssertEqual(main.session.layoutRows().map(\.name), ["Settore 3"])

            layouts.table.select([id])
            MainLoop.settle()
            layouts.export.emit("clicked")
            XCTAssertTrue(try String(contentsOf: written, encoding: .utf8).contains("\"Settore 3\""))
            layouts.remove.emit("clicked")
            XCTAssertTrue(main.session.layoutRows().isEmpty)
            try main.session.undo()
            XCTAssertEqual(main.session.layoutRows().map(\.name), ["Settore 3"])
            layouts.window.close()
        }
    }

    /// The menu above a column.
    @MainActor private static func menu(above column: Int, in page: ImportPage) throws -> Widget {
        let menus = page.widget.descendants(of: "GtkDropDown").filter {
            gtk_widget_has_css_class($0, "term") != 0
        }
        return Widget(borrowing: try XCTUnwrap(menus.count > column ? menus[column] : nil))
    }

    /// Presses the first button with these words, shown or in a popover, and waits until the page follows.
    @MainActor private static func press(_ words: String, in page: ImportPage) throws {
        let button = try XCTUnwrap(page.widget.button(words), words)
        button.emit("clicked")
        XCTAssertTrue(page.isReading, words)
        XCTAssertTrue(MainLoop.run(until: { !page.isReading }), words)
        MainLoop.settle()
    }

    /// Chooses in the menu above a column, as a person does, and waits until the page follows.
    @MainActor private static func choose(_ name: String, above column: Int, in page: ImportPage) throws {
        let menu = try XCTUnwrap(menu(above: column, in: page).opaque, name)
        let model = try XCTUnwrap(gtk_drop_down_get_model(menu))
        let position = (0..<g_list_model_get_n_items(model)).first { index in
            gtk_string_list_get_string(model, index).map { String(cString: $0) } == name
        }
        gtk_drop_down_set_selected(menu, try XCTUnwrap(position, name))
        XCTAssertTrue(page.isReading, name)
        XCTAssertTrue(MainLoop.run(until: { !page.isReading }), name)
    }

    /// A folder that is dropped is what lies in it.
    func testAFolderIsReadAsTheFilesInIt() throws {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/importing/relazione-tabella.txt")
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "altro"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["b.txt", "a.txt", ".nascosto.txt"] {
            try FileManager.default.copyItem(at: fixtures, to: folder.appending(path: name))
        }
        XCTAssertEqual(ImportFile.files(among: [folder]).map(\.lastPathComponent), ["a.txt", "b.txt"])
        XCTAssertEqual(
            ImportFile.files(among: [folder.appending(path: "altro")]).count, 1, "an empty one is told")
        try withWindow { main in
            main.review([folder])
            XCTAssertEqual(main.screen, .importing)
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            XCTAssertTrue(MainLoop.run(until: { !page.isReading && page.hasDrafts }, seconds: 60))
            XCTAssertTrue(page.widget.comesToShow("a.txt"))
        }
    }
}
