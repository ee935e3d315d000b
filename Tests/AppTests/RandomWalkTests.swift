import Foundation
import Model
import ViewModels
import XCTest

@testable import App
@testable import Gtk

/// What a person does in any order, and takes back.
final class RandomWalkTests: AppTestCase {
    /// Something that a person does.
    private typealias Step = (name: String, take: @MainActor (MainWindow, inout Steps) throws -> Void)

    /// Random numbers that begin with a seed, so that a walk can be walked again.
    private struct Steps: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) ^ state
        }
    }

    @MainActor private static var steps: [Step] {
        [
            (
                "another page",
                { main, random in main.show(Screen.allCases.randomElement(using: &random) ?? .plan) }
            ),
            ("a pasted block", pasteBlock), ("a filled column", fillColumn), ("a sorted table", sort),
            (
                "a new thing of the plan",
                { main, random in
                    main.show(.plan)
                    let kinds: [PlanNode.Kind] = [.line, .strategicObjective, .objective]
                    (main.page(.plan) as? PlanPage)?.add(kinds.randomElement(using: &random) ?? .objective)
                }
            ),
            (
                "a new service",
                { main, _ in
                    main.show(.services)
                    (main.page(.services) as? ServicesPage)?.add()
                }
            ),
            (
                "a new project",
                { main, _ in
                    main.show(.projects)
                    (main.page(.projects) as? ProjectsPage)?.add()
                }
            ),
            (
                "a new sector",
                { main, _ in
                    main.show(.organisation)
                    (main.page(.organisation) as? OrganisationPage)?.add()
                }
            ),
            ("undo", { main, _ in try main.session.undo() }),
            ("redo", { main, _ in try main.session.redo() }),
        ]
    }

    func testAnyOrderOfActionsIsTakenBackToTheBeginning() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        try withWindow { main in
            var random = Steps(state: seed)
            let before = main.session.content
            var walked: [String] = []
            for _ in 0..<40 {
                guard let step = RandomWalkTests.steps.randomElement(using: &random) else { continue }
                walked.append(step.name)
                try step.take(main, &random)
                MainLoop.settle()
                XCTAssertTrue(PendingInput.takeAll())
            }
            while main.session.history.nextUndo != nil { try main.session.undo() }
            MainLoop.settle()
            XCTAssertEqual(main.session.content, before, "seed \(seed): \(walked)")
            let folder = try XCTUnwrap(main.session.folder)
            main.session.close()
            let again = try DiskBackend(opening: folder)
            XCTAssertEqual(again.content, before, "seed \(seed): what is on disk")
            again.close()
        }
    }

    @MainActor private static func table(_ main: MainWindow) -> ColumnView<IndicatorRow>? {
        main.show(.indicators)
        MainLoop.settle()
        return (main.page(.indicators) as? IndicatorsPage)?.grid.table
    }

    @MainActor private static func pasteBlock(_ main: MainWindow, _ random: inout Steps) throws {
        guard let table = table(main), let row = table.shownRows.randomElement(using: &random),
            table.focus(row.id, column: "target"), let cell = table.focusedCell
        else { return }
        let texts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            [
                "\(Int.random(in: 0...999, using: &random))",
                ["n.d.", "12,5", "3"].randomElement(using: &random) ?? "",
            ]
        }
        table.put(texts, at: cell)
    }

    @MainActor private static func fillColumn(_ main: MainWindow, _ random: inout Steps) throws {
        guard let table = table(main), table.shownCount > 5 else { return }
        let start = Int.random(in: 0..<(table.shownCount - 4), using: &random)
        guard table.selectBlock(from: (start, "actual"), to: (start + 3, "actual")) else { return }
        _ = table.fillDown()
    }

    @MainActor private static func sort(_ main: MainWindow, _ random: inout Steps) throws {
        guard let table = table(main) else { return }
        let columns = ["name", "objective", "target", "actual", "weight", "achievement", nil]
        table.sort(by: columns.randomElement(using: &random) ?? nil, descending: Bool.random(using: &random))
    }
}
