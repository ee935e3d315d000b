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
    func testNothingIsCutOnAnyScreenSize() throws {
        let sizes = [(1024, 700), (1280, 1024), (1920, 1080)]
        try look(LookStyle.allCases.flatMap { style in sizes.map { Look(size: $0, style: style) } })
    }

    func testNothingIsCutWithTextsTwiceAsLarge() throws {
        let usual = MainActor.assumeIsolated { Appearance.textScale }
        defer { MainActor.assumeIsolated { Appearance.textScale = usual } }
        MainActor.assumeIsolated { Appearance.textScale = 2 * usual }
        try look(
            LookStyle.allCases.map { Look(size: (1280, 1024), style: $0, textPercent: 200) }
                + [Look(size: (1920, 1080), style: .dark, textPercent: 200)])
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

    /// Seen: `€ 45.000,00` was shown as `€ 45.00…`.
    func testAFigureIsWholeHoweverLongItIs() throws {
        try withWindow { main in
            main.window.size = (1012, 700)
            main.show(.indicators)
            MainLoop.settle()
            let objective = try XCTUnwrap(main.session.plan?.objectives.first { !$0.indicators.isEmpty })
            let indicator = objective.indicators[0].id
            try main.session.perform(.indicator(indicator, .target, text: "€ 1.250.000,00"))
            try main.session.perform(.indicator(indicator, .actual, text: "entro il 15/10/2026"))
            // A column grows in the frame after the one in which its cell was written.
            MainLoop.run(until: { main.page(.indicators).widget.cuts.isEmpty })
            XCTAssertEqual(main.page(.indicators).widget.cuts, [])
            main.go(to: Destination(.plan, item: objective.id))
            MainLoop.run(until: { main.page(.plan).widget.cuts.isEmpty })
            XCTAssertEqual(main.page(.plan).widget.cuts, [])
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

    /// Shows every page in each way, keeps pictures where they are asked for, and tells what is cut.
    private func look(_ looks: [Look]) throws {
        try withWindow { main in
            let usual = Appearance.theme
            defer { LookStyle.light.apply(over: usual) }
            var faults: Set<String> = []
            for look in looks {
                look.style.apply(over: usual)
                main.window.size = look.size
                // Of which the frame that GTK draws takes some.
                let isWide = MainLoop.run(
                    until: { main.window.width > look.size.width - 60 }, seconds: 5)
                if !isWide { faults.insert("\(look) needs a larger screen, as Resources/check has it") }
                for screen in Screen.allCases {
                    main.show(screen)
                    let page = main.page(screen).widget
                    MainLoop.settle()
                    // What a page reads beside the window comes a moment later.
                    let pages = main.page(screen) as? AllegatiPage
                    MainLoop.run(until: { page.cuts.isEmpty && pages?.isReady != false }, seconds: 5)
                    for fault in page.cuts { faults.insert("\(look), \(screen): \(fault)") }
                    let number = (Screen.allCases.firstIndex(of: screen) ?? 0) + 1
                    try main.window.keepPicture("page-\(number)-\(screen.rawValue)", look)
                }
            }
            XCTAssertEqual(faults.sorted(), [])
        }
    }
}
