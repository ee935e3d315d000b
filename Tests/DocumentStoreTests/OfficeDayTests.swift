import Foundation
import Testing

/// Days of simulated office work with faults: they end with a whole archive and nothing lost.
@Suite struct OfficeDayTests {
    /// Seeds and steps: few where `BAROMETRO_LONG` is not set.
    private static let isLong = ProcessInfo.processInfo.environment["BAROMETRO_LONG"] != nil
    private static let seeds = Array(UInt64(1)...(isLong ? 60 : 3))

    @Test(arguments: seeds) func aDayOfWorkWithFaultsLosesNothing(seed: UInt64) throws {
        let day = try OfficeDay(seed: seed)
        let steps = Self.isLong ? 300 : 100
        try day.work(steps: steps)
        try day.end()
        let counts = day.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(
            separator: ", ")
        print("office day \(seed): \(steps) steps, \(day.faults) calls failed: \(counts)")
        #expect(day.faults > 0)
    }
}
