import Foundation
import Model
import ViewModels
import XCTest

@testable import App
@testable import Gtk

/// The window on an archive that holds nothing yet.
final class FromNothingTests: AppTestCase {
    func testANewArchiveOpensOnAPlanThatCanBeWritten() throws {
        try withEmptyWindow { main in
            let page = try XCTUnwrap(main.page(.plan) as? PlanPage)
            XCTAssertTrue(page.widget.isMapped, "it opens on the plan")
            page.add(.line)
            MainLoop.settle()
            try FromNothingTests.write("Una città per tutti", in: main)
            page.add(.strategicObjective)
            MainLoop.settle()
            try FromNothingTests.write("Servizi vicini", in: main)
            page.add(.objective)
            MainLoop.settle()
            try FromNothingTests.write("Aprire lo sportello", in: main)
            let line = try XCTUnwrap(main.session.plan?.lines.first)
            XCTAssertEqual(line.title, "Una città per tutti")
            XCTAssertEqual(line.strategicObjectives.map(\.title), ["Servizi vicini"])
            XCTAssertEqual(line.objectives.map(\.title), ["Aprire lo sportello"])
            XCTAssertEqual(line.objectives.first?.strategicObjectiveID, line.strategicObjectives.first?.id)
            XCTAssertEqual(
                page.tree.shownRows.map(\.title),
                [
                    "1 · Una città per tutti", "1 · Servizi vicini", "Aprire lo sportello",
                ])
        }
    }

    func testSectorsServicesAndProjectsAreBegunByTheirButtons() throws {
        try withEmptyWindow { main in
            let empty = main.session.content
            main.show(.organisation)
            MainLoop.settle()
            try XCTUnwrap(main.page(.organisation) as? OrganisationPage).add()
            MainLoop.settle()
            try FromNothingTests.write("Lavori pubblici", in: main)
            main.show(.services)
            try XCTUnwrap(main.page(.services) as? ServicesPage).add()
            MainLoop.settle()
            try FromNothingTests.write("Biblioteca", in: main)
            main.show(.projects)
            try XCTUnwrap(main.page(.projects) as? ProjectsPage).add()
            MainLoop.settle()
            XCTAssertEqual(main.session.content.municipality.sectors.map(\.name), ["Lavori pubblici"])
            XCTAssertEqual(main.session.content.services.services.map(\.name), ["Biblioteca"])
            XCTAssertEqual(main.session.content.projects[2026]?.projects.count, 1)
            while main.session.history.nextUndo != nil { try main.session.undo() }
            XCTAssertEqual(main.session.content, empty)
        }
    }

    func testTheSectorsTypedInThePlanAreOfferedInTheOrganisation() throws {
        try withEmptyWindow { main in
            let session = main.session
            try session.perform(try XCTUnwrap(session.addingLine()).edit)
            for sector in ["Tributi", "Cultura"] {
                let objective = try XCTUnwrap(session.addingObjective(at: nil))
                try session.perform(objective.edit)
                try session.perform(.objective(objective.id, .sector, text: sector))
            }
            main.show(.organisation)
            MainLoop.settle()
            let page = main.page(.organisation).widget
            let words = "Aggiungi i 2 settori scritti nel piano"
            XCTAssertEqual(page.shownTexts.filter { $0 == words }.count, 1)
            try XCTUnwrap(page.button(words)).emit("activate")
            XCTAssertEqual(session.content.municipality.sectors.map(\.name), ["Tributi", "Cultura"])
            MainLoop.settle()
            XCTAssertFalse(page.shownTexts.contains { $0.hasPrefix("Aggiungi i") })
            XCTAssertTrue(page.shownTexts.contains("Cultura"))
            XCTAssertTrue(page.hasFocusInside)
            try session.undo()
            XCTAssertTrue(page.comesToShow(words))
        }
    }

    func testAServiceTakesAYearAfterItsLastAndOneBeforeItsFirst() throws {
        try withWindow { main in
            let service = try XCTUnwrap(main.session.content.services.services.first)
            let years = service.outputs.flatMap(\.years)
            let table = SeriesTableView(
                "Output", session: main.session, presenter: Presenter(main.window), wrap: ServicePart.output)
            table.show(service.outputs, of: service.id, findings: [])
            table.addYear()
            table.addEarlierYear()
            let grown = try XCTUnwrap(main.session.content.services.services.first).outputs.flatMap(\.years)
            XCTAssertEqual(grown.max(), try XCTUnwrap(years.max()) + 1)
            XCTAssertEqual(grown.min(), try XCTUnwrap(years.min()) - 1)
        }
    }

    func testEveryScreenOfAnEmptyArchiveSaysHowToBegin() throws {
        try withEmptyWindow { main in
            for screen in Screen.allCases {
                main.show(screen)
                MainLoop.settle()
                XCTAssertTrue(main.page(screen).widget.isMapped, screen.rawValue)
            }
        }
    }

    func testWhatIsAddedFarDownAPageIsInSightToBeWritten() throws {
        try withWindow { main in
            main.window.size = (1024, 700)
            main.show(.plan)
            MainLoop.settle()
            for label in ["Nuova fase", "Nuova riprogrammazione", "Nuovo dipendente"] {
                let page = main.page(.plan).widget
                let button = try XCTUnwrap(
                    page.descendants(of: "GtkButton").first {
                        Widget(borrowing: $0).shownTexts.contains(label)
                    },
                    label)
                Widget(borrowing: button).emit("clicked")
                let isOpen = { main.window.focus?.parent?.has(css: "cell-editor") ?? false }
                XCTAssertTrue(MainLoop.run(until: isOpen, seconds: 5), label)
                MainLoop.run(until: { false }, seconds: 0.3)
                let field = try XCTUnwrap(main.window.focus?.parent)
                let place = field.place(in: page)
                XCTAssertGreaterThanOrEqual(place.y, 0, label)
                XCTAssertLessThanOrEqual(place.y + Double(field.height), Double(page.height), label)
            }
        }
    }

    func testTheOverviewLeadsToTheIndicatorsThatASectorHasToReport() throws {
        try withWindow { main in
            let row = try XCTUnwrap(
                Overview(main.session, by: .sector).rows.first { !$0.isTotal && $0.unreported > 0 }
                    ?? Overview(main.session, by: .sector).rows.first)
            main.go(to: try XCTUnwrap(row.destination))
            MainLoop.settle()
            let page = try XCTUnwrap(main.page(.indicators) as? IndicatorsPage)
            XCTAssertTrue(page.widget.isMapped)
            XCTAssertEqual(page.grid.table.shownRows.count, row.indicators)
        }
    }

    /// Writes into the field that has the focus, and leaves it.
    @MainActor private static func write(_ text: String, in main: MainWindow) throws {
        let field = try XCTUnwrap(main.window.focus?.parent)
        field.set("text", text)
        XCTAssertTrue(PendingInput.takeAll())
        MainLoop.settle()
    }
}
