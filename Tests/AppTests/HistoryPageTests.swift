import Foundation
import Gtk
import Model
import ViewModels
import XCTest

@testable import App

final class HistoryPageTests: AppTestCase {
    func testTheHistoryIsListedWithTheChangesOfTheChosenMoment() throws {
        try withWindow { main in
            let indicator = try HistoryPageTests.indicator(main.session)
            try main.session.perform(.indicator(indicator.id, .actual, text: "12"))
            let page = try HistoryPageTests.open(main)
            XCTAssertEqual(page.list.rows.count, 2)
            XCTAssertEqual(page.detail.rows.map(\.after), ["12"])
            XCTAssertEqual(page.detail.rows.map(\.before), [indicator.actual.raw])
        }
    }

    func testAFieldIsPutBackFromThePageAndTheListGoesOn() throws {
        try withWindow { main in
            let indicator = try HistoryPageTests.indicator(main.session)
            try main.session.perform(.indicator(indicator.id, .actual, text: "12"))
            let page = try HistoryPageTests.open(main)
            page.detail.revertChosen()
            XCTAssertEqual(main.session.content.indicator(indicator.id)?.actual, indicator.actual)
            XCTAssertTrue(MainLoop.run(until: { page.isReady && page.list.rows.count == 3 }, seconds: 60))
        }
    }

    func testAMomentIsComparedWithTodayAndBroughtBackWhole() throws {
        try withWindow { main in
            let start = main.session.content
            let indicator = try HistoryPageTests.indicator(main.session)
            try main.session.perform(.indicator(indicator.id, .actual, text: "12"))
            try main.session.perform(.indicator(indicator.id, .actual, text: "13"))
            let page = try HistoryPageTests.open(main)
            let first = try XCTUnwrap(page.list.rows.last)
            page.detail.show(first, of: page.list, about: nil)
            page.detail.choose(.today)
            XCTAssertTrue(MainLoop.run(until: { page.detail.isReady }, seconds: 60))
            XCTAssertEqual(page.detail.rows.map(\.after), ["13"])
            page.detail.bringBackAll()
            XCTAssertTrue(MainLoop.run(until: { main.session.content == start }, seconds: 60))
            try main.session.undo()
            XCTAssertEqual(main.session.content.indicator(indicator.id)?.actual.raw, "13")
        }
    }

    func testTheHistoryOfOneIndicatorLeavesOutTheOthers() throws {
        try withWindow { main in
            let indicators = main.session.plan?.objectives.flatMap(\.indicators) ?? []
            try main.session.perform(.indicator(indicators[0].id, .actual, text: "12"))
            try main.session.perform(.indicator(indicators[1].id, .actual, text: "13"))
            main.go(to: Destination(.history, item: indicators[0].id))
            let page = try XCTUnwrap(main.page(.history) as? HistoryPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60))
            XCTAssertEqual(page.list.rows.count, 2)
            XCTAssertEqual(page.detail.rows.map(\.after), ["12"])
        }
    }

    func testAWindowThatReadsFollowsTheOneThatWritesAndTakesOver() throws {
        try withWindow { main in
            let folder = try XCTUnwrap(main.session.folder)
            let indicator = try HistoryPageTests.indicator(main.session)
            let archive = try DiskBackend(opening: folder)
            let second = ArchiveSession(
                content: archive.content, backend: archive, author: "Altro ufficio", now: Date.init)
            let banner = SharingBanner(session: second, presenter: Presenter(main.window))
            banner.look()
            XCTAssertTrue(banner.message?.contains(ProcessInfo.processInfo.userName) == true)
            try main.session.perform(.indicator(indicator.id, .actual, text: "12"))
            banner.look()
            XCTAssertTrue(
                MainLoop.run(
                    until: { second.content.indicator(indicator.id)?.actual.raw == "12" }, seconds: 60))
            main.session.close()
            banner.look()
            banner.resume()
            XCTAssertNil(banner.message)
            XCTAssertFalse(second.isReadOnly)
            try second.perform(.indicator(indicator.id, .actual, text: "13"))
            second.close()
        }
    }

    func testBackupsAreListedMadeAndRestored() throws {
        try withWindow { main in
            let start = main.session.content
            let backups = try XCTUnwrap(main.showBackups())
            backups.present()
            XCTAssertTrue(MainLoop.run(until: { backups.isReady }, seconds: 60))
            let before = backups.rows.count
            backups.makeNow()
            XCTAssertTrue(
                MainLoop.run(until: { backups.isReady && backups.rows.count > before }, seconds: 60))
            try main.session.perform(
                .indicator(HistoryPageTests.indicator(main.session).id, .actual, text: "12"))
            backups.restoreChosen()
            XCTAssertTrue(MainLoop.run(until: { main.session.content == start }, seconds: 60))
            try main.session.undo()
            XCTAssertNotEqual(main.session.content, start)
            MainLoop.settle()
        }
    }

    @MainActor private static func indicator(_ session: ArchiveSession) throws -> Indicator {
        let first = session.plan?.objectives.first?.indicators.first
        return try XCTUnwrap(first)
    }

    @MainActor private static func open(_ main: MainWindow) throws -> HistoryPage {
        main.show(.history)
        let shown = main.page(.history) as? HistoryPage
        let page = try XCTUnwrap(shown)
        let isRead = MainLoop.run(until: { page.isReady }, seconds: 60)
        XCTAssertTrue(isRead, "the history was never read")
        return page
    }
}
