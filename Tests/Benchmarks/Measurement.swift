import Foundation
import Glibc

/// Times of one thing done again and again, in milliseconds.
struct Times {
    private(set) var values: [Double] = []
    /// The processor's time of the programs that were run meanwhile, all together: what others do on the machine does not
    /// count.
    private(set) var processor = 0.0

    /// Does `action` and notes how long it took.
    mutating func measure<Result>(_ action: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        let before = Times.processorOfChildren
        let result = try action()
        processor += Times.processorOfChildren - before
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        values.append(Double(seconds) * 1000 + Double(attoseconds) / 1e15)
        return result
    }

    /// The processor's time of one run of a program, on average; 0 where none was run.
    var meanProcessor: Double { values.isEmpty ? 0 : processor / Double(values.count) }

    /// The processor's time of all programs that were run and have ended, in milliseconds.
    private static var processorOfChildren: Double {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)
    }

    private static func milliseconds(_ time: timeval) -> Double {
        let whole = Double(time.tv_sec) * 1000
        return whole + Double(time.tv_usec) / 1000
    }

    /// Half of the times are not above it; 0 where nothing was measured.
    var median: Double { quantile(1, of: 2) }

    /// Of a hundred times one is above it.
    var p99: Double { quantile(99, of: 100) }

    private func quantile(_ part: Int, of whole: Int) -> Double {
        let sorted = values.sorted()
        guard let last = sorted.last else { return 0 }
        let index = sorted.count * part / whole
        return index < sorted.count ? sorted[index] : last
    }
}

/// What a benchmark measured.
struct Measurement {
    /// A figure beside the times: its name says its unit.
    typealias Figure = (name: String, value: Double)

    /// The benchmark's name.
    let name: String
    /// The indicators of each year's plan.
    let indicators: Int
    let times: Times
    /// Further figures, in order.
    var figures: [Figure] = []
    /// The program that did the same in turn, with its times; nil where there is none here.
    var peer: (name: String, times: Times)?

    /// One line of JSON.
    var json: String {
        var fields = ["\"name\":\"\(name)\"", "\"indicators\":\(indicators)"]
        fields += rows.map { "\"\($0.name)\":\(Measurement.written($0.value))" }
        guard let peer else { return "{" + (fields + ["\"peer\":null"]).joined(separator: ",") + "}" }
        let own =
            "{\"name\":\"\(peer.name)\",\"median_ms\":\(Measurement.written(peer.times.median)),"
            + "\"cpu_ms\":\(Measurement.written(peer.times.meanProcessor))}"
        fields += ["\"peer\":\(own)", "\"ratio\":\(Measurement.written(ratio(to: peer.times)))"]
        return "{" + fields.joined(separator: ",") + "}"
    }

    /// A table for people.
    var table: String {
        var lines = ["\(name), \(indicators) indicators, \(times.values.count) times"]
        var all = rows
        if let peer {
            all.append(("\(peer.name) median_ms", peer.times.median))
            all.append(("\(peer.name) cpu_ms", peer.times.meanProcessor))
            all.append(("ratio to \(peer.name)", ratio(to: peer.times)))
        }
        let width = all.map(\.name.count).max() ?? 0
        lines += all.map { row in
            "  " + row.name.padding(toLength: width + 2, withPad: " ", startingAt: 0)
                + Measurement.written(row.value)
        }
        return lines.joined(separator: "\n")
    }

    private var rows: [Figure] {
        [("median_ms", times.median), ("p99_ms", times.p99)]
            + (times.processor > 0 ? [("cpu_ms", times.meanProcessor)] : []) + figures
    }

    private func ratio(to other: Times) -> Double { other.median > 0 ? times.median / other.median : 0 }

    private static func written(_ value: Double) -> String {
        String(format: "%.3f", value)
    }
}
