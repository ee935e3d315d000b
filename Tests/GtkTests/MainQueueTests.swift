import Dispatch
import Foundation
import XCTest

@testable import Gtk

final class MainQueueTests: WidgetTestCase {
    func testTaskOnTheMainActorRunsUnderGLib() {
        onMain {
            let counter = Counter()
            Task { @MainActor in
                await Task.yield()
                counter.count += 1
            }
            XCTAssertTrue(MainLoop.run(until: { counter.count == 1 }))
        }
    }

    func testWorkElsewhereComesBackToTheMainActor() {
        onMain {
            let counter = Counter()
            Task { @MainActor in
                counter.count = await Task.detached { (1...100).reduce(0, +) }.value
            }
            XCTAssertTrue(MainLoop.run(until: { counter.count == 5050 }))
        }
    }

    func testAnIdleMainQueueDoesNotSpin() {
        onMain {
            let counter = Counter()
            DispatchQueue.main.async { MainActor.assumeIsolated { counter.count += 1 } }
            XCTAssertTrue(MainLoop.run(until: { counter.count == 1 }))
            MainLoop.settle()
            let before = clock()
            MainLoop.run(until: { false }, seconds: 0.5)
            let busy = Double(clock() - before) / Double(CLOCKS_PER_SEC)
            XCTAssertLessThan(busy, 0.2, "the loop is polling")
        }
    }

    func testTimersRunOnceOrUntilTheyAreStopped() {
        onMain {
            let once = Counter()
            let many = Counter()
            Timer.after(milliseconds: 1) { once.count += 1 }
            let cancelled = Timer.after(milliseconds: 1) { once.count += 100 }
            cancelled.cancel()
            Timer.every(milliseconds: 1) {
                many.count += 1
                return many.count < 3
            }
            Timer.idle { once.count += 10 }
            MainLoop.run(until: { false }, seconds: 0.2)
            XCTAssertEqual(once.count, 11)
            XCTAssertEqual(many.count, 3)
        }
    }
}
