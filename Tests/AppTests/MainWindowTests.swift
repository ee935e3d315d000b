import Foundation
import Gtk
import Model
import Reporting
import ViewModels
import XCTest

@testable import App

final class MainWindowTests: AppTestCase {
    /// A critical message of GTK ends the test run, so this also sees that every page can be redrawn.
    func testEveryScreenShowsItsContentInLightAndDark() throws {
        try withWindow { main in
            let content = main.session.content
            let plan = try XCTUnwrap(main.session.plan)
            let projects = content.projects.values.flatMap(\.projects)
            let expected: [Screen: String] = [
                .plan: try XCTUnwrap(plan.lines.first?.title),
                .indicators: try XCTUnwrap(plan.objectives.first?.indicators.first?.name),
                .services: try XCTUnwrap(content.services.services.first?.name),
                .projects: try XCTUnwrap(projects.first?.title),
                .allegati: "Allegato B", .importing: "Importa documenti", .history: "prova",
            ]
            for isDark in [false, true] {
                Appearance.isDark = isDark
                for screen in Screen.allCases {
                    main.show(screen)
                    MainLoop.settle()
                    let page = main.page(screen).widget
                    XCTAssertTrue(page.isMapped, "\(screen)")
                    XCTAssertFalse(page.shownTexts.isEmpty, "\(screen)")
                    guard let text = expected[screen] else { continue }
                    XCTAssertTrue(page.comesToShow(text), "\(screen): \(text)")
                }
            }
            Appearance.isDark = false
        }
    }

    func testAPageIsMadeWhenItIsSeenForTheFirstTime() throws {
        try withWindow { main in
            XCTAssertEqual(main.madeScreens, [.overview])
            main.show(.plan)
            let page = main.page(.plan)
            let indicator = try XCTUnwrap(main.session.plan?.objectives.first?.indicators.first)
            try main.session.perform(.indicator(indicator.id, .actual, text: "12"))
            main.show(.overview)
            main.show(.plan)
            XCTAssertEqual(main.madeScreens, [.overview, .plan])
            XCTAssertTrue(main.page(.plan) === page)
        }
    }

    func testEveryScreenFitsASmallOne() throws {
        try withWindow { main in
            for screen in Screen.allCases {
                main.show(screen)
                MainLoop.settle()
                let width = main.page(screen).widget.smallestWidth
                // Beside it stands the navigation, of 195 pixels.
                XCTAssertLessThanOrEqual(width, 1024 - 195, screen.rawValue)
            }
        }
    }

    func testWithTextsTwiceAsLargeNoControlLeavesAScreenOf1280() throws {
        try withWindow { main in
            let usual = Appearance.textScale
            defer { Appearance.textScale = usual }
            Appearance.textScale = 2 * usual
            main.window.size = (1280, 1000)
            MainLoop.settle()
            XCTAssertTrue(main.isNavigationNarrow)
            for screen in Screen.allCases {
                main.show(screen)
                MainLoop.settle()
                let width = main.page(screen).widget.smallestWidth
                XCTAssertLessThanOrEqual(width, 1280 - 80, screen.rawValue)
            }
            Appearance.textScale = usual
            MainLoop.settle()
            XCTAssertFalse(main.isNavigationNarrow)
        }
    }

    func testTheHeadsOfEveryTableAreWhole() throws {
        try withWindow { main in
            main.window.size = (1280, 1000)
            for screen in Screen.allCases {
                main.show(screen)
                let page = main.page(screen).widget
                // What comes to a page in its first frame is laid out in the next one.
                MainLoop.run(until: { page.tableHeads.allSatisfy { $0.width >= $0.needed } }, seconds: 3)
                for head in page.tableHeads {
                    XCTAssertGreaterThanOrEqual(head.width, head.needed, "\(screen): \(head.text)")
                }
            }
        }
    }

    func testEveryFindingLeadsToItsThingOnItsScreen() throws {
        try withWindow { main in
            let places = main.session.findings.compactMap { finding in
                Destination(finding.place, in: main.session.content).map { (finding.place, $0) }
            }
            XCTAssertGreaterThan(places.count, 10)
            for (place, destination) in places {
                main.go(to: destination)
                MainLoop.settle()
                let page = main.page(destination.screen).widget
                XCTAssertTrue(page.isMapped, "\(destination)")
                // The plan and the annex of the projects have no name of their own: their year is in the header.
                guard let name = place.path.last(where: { !$0.isEmpty }) else { continue }
                XCTAssertTrue(page.comesToShow(name.prefix(30)), "\(destination): \(name)")
            }
        }
    }

    func testAnEditIsOnDiskWhenTheWindowIsGone() throws {
        try withWindow { main in
            let indicator = try XCTUnwrap(main.session.plan?.objectives.first?.indicators.first)
            try main.session.perform(.indicator(indicator.id, .actual, text: "12"))
            let folder = try XCTUnwrap(main.session.folder)
            main.session.close()
            let again = try DiskBackend(opening: folder)
            XCTAssertEqual(again.content.indicator(indicator.id)?.actual.raw, "12")
            again.close()
        }
    }

    func testAnObjectiveAddedByTheButtonIsShownAndUndone() throws {
        try withWindow { main in
            main.show(.plan)
            let page = try XCTUnwrap(main.page(.plan) as? PlanPage)
            let before = main.session.content
            page.add()
            MainLoop.settle()
            XCTAssertEqual(
                main.session.plan?.objectives.count,
                (before.plans[main.session.year]?.objectives.count ?? 0) + 1)
            let field = main.window.focus?.parent
            XCTAssertNotNil(field, "the title of the new objective waits to be typed")
            try main.session.undo()
            MainLoop.settle()
            XCTAssertEqual(main.session.content, before)
        }
    }

    func testColumnsKeepTheirWidthInTheNextWindow() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let environment = ["XDG_CONFIG_HOME": folder.path]
        MainActor.assumeIsolated {
            let column = { Column<UnreadRow>("Testo", id: "text") { $0.text }.width(120) }
            let table = ColumnView([column()])
            let memory = WindowMemory(environment: environment)
            memory.follow(table, as: "lines")
            table.layout = [ColumnLayout(id: "text", width: 222, isVisible: true)]
            memory.noteTables()
            memory.change { $0.lastYear = 2025 }
            let again = ColumnView([column()])
            WindowMemory(environment: environment).follow(again, as: "lines")
            XCTAssertEqual(again.layout.first?.width, 222)
        }
    }

    func testAllegatiAreExportedAsPDF() throws {
        let output = FileManager.default.temporaryDirectory.appending(
            path: "barometro-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: output) }
        try withWindow(picker: [output]) { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60), "the pages were never ready")
            page.save()
            MainLoop.run(until: { FileManager.default.fileExists(atPath: output.path) }, seconds: 60)
            let written = try Data(contentsOf: output)
            XCTAssertEqual(String(decoding: written.prefix(5), as: UTF8.self), "%PDF-")
            XCTAssertGreaterThan(written.count, 10_000)
        }
    }

    func testADocumentIsReviewedAcceptedAndTakenBack() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let document = root.appending(path: "Fixtures/importing/relazione-tabella.txt")
        try withWindow { main in
            main.show(.importing)
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            let before = main.session.content
            page.read([document])
            XCTAssertTrue(MainLoop.run(until: { page.hasDrafts }, seconds: 60), "the document was never read")
            XCTAssertEqual(main.session.content, before, "reviewing must change nothing")
            page.acceptShown()
            MainLoop.run(until: { !page.isReading }, seconds: 60)
            XCTAssertNotEqual(main.session.content, before)
            XCTAssertGreaterThan(main.session.content.plans.count, before.plans.count)
            try main.session.undo()
            XCTAssertEqual(main.session.content, before)
        }
    }

    func testTheSearchButtonGoesToTheFieldOfThePageElseToThatOfTheIndicators() throws {
        try withWindow { main in
            let button = try XCTUnwrap(main.window.explained(by: "Cerca"))
            main.show(.services)
            MainLoop.settle()
            XCTAssertEqual(button.tooltip, "Cerca nella schermata (Ctrl+F)")
            button.emit("clicked")
            XCTAssertEqual(main.screen, .services)
            XCTAssertEqual((main.page(.services) as? ServicesPage)?.search.hasFocusInside, true)
            main.show(.projects)
            MainLoop.settle()
            XCTAssertEqual(button.tooltip, "Cerca indicatori (Ctrl+F)")
            button.emit("clicked")
            MainLoop.settle()
            XCTAssertEqual(main.screen, .indicators)
            XCTAssertEqual((main.page(.indicators) as? IndicatorsPage)?.search.hasFocusInside, true)
        }
    }

    func testAFileThatIsNoDocumentIsToldAndChangesNothing() throws {
        try withWindow { main in
            main.show(.importing)
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            let before = main.session.content
            let empty = FileManager.default.temporaryDirectory.appending(
                path: "barometro-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: empty) }
            page.read([URL(filePath: "/nowhere/at/all.txt"), empty])
            XCTAssertTrue(MainLoop.run(until: { !page.isReading }, seconds: 30))
            XCTAssertFalse(page.hasDrafts)
            XCTAssertEqual(main.session.content, before)
        }
    }
}
