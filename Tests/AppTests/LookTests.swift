import CGtk
import Foundation
import Localization
import ViewModels
import XCTest

@testable import App
@testable import Gtk

/// What every page keeps at every size of the window and of the texts, in each style: nothing that is used or read is
/// cut off.
final class LookTests: AppTestCase {
    /// A way to look at the window.
    private struct Look {
        var size: (width: Int, height: Int)
        var textScale = 1.0
        var isDark = false
        var theme: String?
    }

    func testNothingIsCutOnAnyScreenSize() throws {
        try look([
            Look(size: (1024, 700)), Look(size: (1280, 1000)), Look(size: (1920, 1040)),
            Look(size: (1280, 1000), isDark: true),
            Look(size: (1280, 1000), theme: "Default-hc"),
            Look(size: (1280, 1000), isDark: true, theme: "Default-hc"),
        ])
    }

    func testNothingIsCutWithTextsTwiceAsLarge() throws {
        let usual = MainActor.assumeIsolated { Appearance.textScale }
        defer { MainActor.assumeIsolated { Appearance.textScale = usual } }
        MainActor.assumeIsolated { Appearance.textScale = 2 * usual }
        try look([
            Look(size: (1280, 1000), textScale: 2), Look(size: (1920, 1040), textScale: 2, isDark: true),
        ])
    }

    /// Symbols and boxes to tick are for the eyes that the texts are for.
    func testSymbolsGrowWithTheTexts() throws {
        try withWindow { main in
            let usual = Appearance.textScale
            defer { Appearance.textScale = usual }
            main.show(.allegati)
            MainLoop.settle()
            let sizes: () -> [Int] = {
                ["GtkImage", "GtkBuiltinIcon"].map { kind in
                    main.window.descendants(of: kind).map { Widget(borrowing: $0).width }.filter { $0 > 0 }
                        .min() ?? 0
                }
            }
            let former = sizes()
            XCTAssertGreaterThan(former.min() ?? 0, 0)
            Appearance.textScale = 2 * usual
            MainLoop.settle()
            for (now, before) in zip(sizes(), former) { XCTAssertGreaterThanOrEqual(now, before * 2 - 2) }
        }
    }

    /// Seen before: columns stayed as they were, so that figures went on in a second line, until the program was opened anew.
    func testColumnsGrowWithTheTextsWhileTheyAreOnShow() throws {
        try withWindow { main in
            let usual = Appearance.textScale
            defer { Appearance.textScale = usual }
            main.window.size = (1920, 1000)
            for screen in [Screen.overview, .plan, .indicators] {
                main.show(screen)
                MainLoop.settle()
                Appearance.textScale = 2 * usual
                MainLoop.settle()
                let cut = main.page(screen).widget.tableHeads.filter { $0.width < $0.needed }
                XCTAssertEqual(cut.map(\.text), [], "\(screen)")
                Appearance.textScale = usual
                MainLoop.settle()
            }
        }
    }

    /// What Quadro tells is seen at a glance: no column of its tables has to be scrolled to.
    func testQuadrosTablesAreWholeInAWindowOfTheUsualSize() throws {
        try withWindow { main in
            main.window.size = (1180, 780)
            main.show(.overview)
            let page = main.page(.overview).widget
            MainLoop.settle()
            let tables = page.descendants(of: "GtkColumnView").map { Widget.scrolledRoom(of: $0) }
            XCTAssertEqual(tables.count, 5)
            for table in tables {
                XCTAssertGreaterThan(table.shown, 200)
                XCTAssertLessThanOrEqual(table.needed, table.shown + 1)
            }
        }
    }

    /// In the longest words too the smallest screen shows a page whole: nothing has to be moved sideways.
    func testEveryPageFitsTheSmallestScreenInEachLanguage() throws {
        defer { MainActor.assumeIsolated { Localization.use(language: .italian) } }
        for language in Language.allCases {
            MainActor.assumeIsolated { Localization.use(language: language) }
            try withWindow { main in
                // Of 1024, without the borders that some desktops have around a window.
                main.window.size = (1012, 700)
                for screen in Screen.allCases { try LookTests.expectRoom(for: screen, of: main) }
                (main.page(.plan) as? PlanPage)?.add(.objective)
                try LookTests.expectRoom(for: .plan, of: main)
                main.show(.indicators)
                MainLoop.run(until: { false }, seconds: 0.2)
                let page = try XCTUnwrap(main.page(.indicators) as? IndicatorsPage)
                let table = Widget.scrolledRoom(of: try XCTUnwrap(page.grid.table.widget))
                XCTAssertLessThanOrEqual(
                    table.needed, table.shown + 1, "\(Localization.language), indicators")
            }
        }
    }

    @MainActor private static func expectRoom(for screen: Screen, of main: MainWindow) throws {
        main.show(screen)
        MainLoop.settle()
        MainLoop.run(until: { false }, seconds: 0.2)
        let page = main.page(screen).widget
        let room = Widget.scrolledRoom(around: page)
        XCTAssertGreaterThan(room.shown, 500)
        XCTAssertLessThanOrEqual(
            room.needed, room.shown + 1, "\(Localization.language), \(screen) of \(page.minimumWidth)")
    }

    /// Shows every page in each way, and tells what is cut.
    private func look(_ looks: [Look]) throws {
        try withWindow { main in
            let theme = Appearance.theme
            defer {
                Appearance.isDark = false
                Appearance.theme = theme
            }
            var faults: Set<String> = []
            for look in looks {
                Appearance.theme = look.theme ?? theme
                Appearance.isDark = look.isDark
                main.window.size = look.size
                for screen in Screen.allCases {
                    main.show(screen)
                    let page = main.page(screen).widget
                    MainLoop.settle()
                    // What a page reads beside the window comes a moment later.
                    MainLoop.run(until: { page.cuts.isEmpty }, seconds: 5)
                    let place = "\(look.size.width)×\(look.textScale), \(screen): "
                    for fault in page.cuts { faults.insert(place + fault) }
                }
            }
            XCTAssertEqual(faults.sorted(), [])
        }
    }
}

extension Widget {
    /// All that is cut off in this page.
    fileprivate var cuts: [String] { cutControls + cutFigures + cutHeads }

    /// The controls inside this page that reach out of it, but for those that a scrolled area brings into sight.
    fileprivate var cutControls: [String] {
        guard let widget else { return [] }
        let kinds = [
            "GtkButton", "GtkToggleButton", "GtkMenuButton", "GtkDropDown", "GtkEntry", "GtkSearchEntry",
            "GtkCheckButton", "GtkSpinButton",
        ]
        let width = Double(gtk_widget_get_width(widget))
        return kinds.flatMap { kind in
            descendants(of: kind).compactMap { control in
                guard !isScrolled(control, within: widget) else { return nil }
                var bounds = graphene_rect_t()
                guard gtk_widget_compute_bounds(control, widget, &bounds) != 0 else { return nil }
                let (start, end) = (Double(bounds.origin.x), Double(bounds.origin.x + bounds.size.width))
                guard start < -1 || end > width + 1 else { return nil }
                return "\(kind) \(texts(in: control)) from \(Int(start)) to \(Int(end)) of \(Int(width))"
            }
        }
    }

    /// The cells of figures that have less room than their text needs: a cut number is another number.
    fileprivate var cutFigures: [String] {
        descendants(of: "GtkInscription").compactMap { cell in
            let isWord = !Set(Widget(borrowing: cell).cssClasses)
                .isDisjoint(with: ["figures", "severity", "barometer"])
            guard isWord, let text = gtk_inscription_get_text(OpaquePointer(cell)),
                let layout = gtk_widget_create_pango_layout(cell, text)
            else { return nil }
            defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
            let width = gtk_widget_get_width(cell)
            pango_layout_set_width(layout, width * PANGO_SCALE)
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
            var needed: gint = 0
            pango_layout_get_pixel_size(layout, &needed, nil)
            let lines = pango_layout_get_line_count(layout)
            let room = gtk_inscription_get_min_lines(OpaquePointer(cell))
            guard needed > width + 1 || lines > max(1, room) else { return nil }
            return "\(String(cString: text)) has \(width) of \(needed), \(room) of \(lines) lines"
        }
    }

    /// The heads of tables of which a word is cut.
    fileprivate var cutHeads: [String] {
        tableHeads.filter { $0.width < $0.needed }.map { "\($0.text) has \($0.width) of \($0.needed)" }
    }

    /// How wide a table is that scrolls, and how much of it is in sight.
    fileprivate static func scrolledRoom(
        of table: UnsafeMutablePointer<GtkWidget>
    ) -> (needed: Double, shown: Double) {
        guard let sideways = gtk_scrollable_get_hadjustment(OpaquePointer(table)) else { return (0, 0) }
        return (gtk_adjustment_get_upper(sideways), gtk_adjustment_get_page_size(sideways))
    }

    /// How wide the area that holds the pages is, and how much of it is in sight.
    fileprivate static func scrolledRoom(around page: Widget) -> (needed: Double, shown: Double) {
        guard let page = page.widget, let area = gtk_widget_get_ancestor(page, gtk_viewport_get_type()) else {
            return (0, 0)
        }
        return scrolledRoom(of: area)
    }

    /// The least width that it can have.
    fileprivate var minimumWidth: Int {
        guard let widget else { return 0 }
        var least: gint = 0
        gtk_widget_measure(widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, nil, nil, nil)
        return Int(least)
    }

    private func texts(in control: UnsafeMutablePointer<GtkWidget>) -> [String] {
        Widget(borrowing: control).shownTexts
    }

    /// Whether an area between the page and the control can be moved sideways.
    private func isScrolled(
        _ control: UnsafeMutablePointer<GtkWidget>, within page: UnsafeMutablePointer<GtkWidget>
    ) -> Bool {
        var place = gtk_widget_get_parent(control)
        while let here = place, here != page {
            if g_type_check_instance_is_a(
                UnsafeMutableRawPointer(here).assumingMemoryBound(to: GTypeInstance.self),
                gtk_scrolled_window_get_type()) != 0
            {
                var policy = GTK_POLICY_NEVER
                gtk_scrolled_window_get_policy(OpaquePointer(here), &policy, nil)
                if policy != GTK_POLICY_NEVER { return true }
            }
            place = gtk_widget_get_parent(here)
        }
        return false
    }
}
