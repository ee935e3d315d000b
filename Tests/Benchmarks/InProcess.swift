import Foundation
import Model
import Scoring
import ViewModels

/// What is measured within this process: scoring, and what a person waits for after a keystroke.
enum InProcess {
    /// All scores of the last plan, again and again.
    static func score(_ bench: Bench, times count: Int) throws -> Measurement {
        guard let year = bench.year, let plan = bench.content.plans[year] else {
            throw OtherProgram.Failure(description: "The archive has no plan with an indicator.")
        }
        let profile = bench.content.profile(of: year)
        var times = Times()
        for _ in 0..<count {
            let score = times.measure { PlanScore(plan, profile: profile) }
            guard score.lines.count == plan.lines.count else { break }
        }
        let indicators = bench.indicators.count
        let rate = times.median > 0 ? Double(indicators) / times.median / 1000 : 0
        return Measurement(
            name: "score", indicators: indicators, times: times,
            figures: [("million_indicators_per_second", rate)])
    }

    /// An actual, then a cell of a series, then an actual again: committed to disk and scored anew.
    /// - Parameter slowest: how many of the slowest are told one by one.
    @MainActor static func edit(_ bench: Bench, times count: Int, slowest: Int = 0) throws -> Measurement {
        let backend = try DiskBackend(opening: bench.archive, author: "Benchmark")
        let session = ArchiveSession(
            content: backend.content, backend: backend, author: "Benchmark", now: { Date() })
        defer { session.close() }
        let edits = InProcess.edits(of: bench, count: count)
        // The first one fills caches.
        if let first = edits.first { try session.perform(first) }
        var times = Times()
        for edit in edits.dropFirst() { try times.measure { try session.perform(edit) } }
        for (edit, time) in zip(edits.dropFirst(), times.values).sorted(by: { $0.1 > $1.1 }).prefix(slowest) {
            FileHandle.standardError.write(Data("\(time) ms  \(subject(of: edit, in: bench.content))\n".utf8))
        }
        return Measurement(
            name: "edit", indicators: bench.indicators.count, times: times,
            figures: [
                ("assess_ms", try assessing(bench, edits).median), ("fsync_ms", try syncing(bench).median),
            ])
    }

    /// What the window makes anew of the table of all indicators after an edit; beside it a search in that table, and
    /// what the other screens make of the same year.
    @MainActor static func table(_ bench: Bench, times count: Int) throws -> Measurement {
        let session = ArchiveSession(content: bench.content, author: "Benchmark", now: { Date() })
        if let year = bench.year { session.show(year: year) }
        let edits = InProcess.edits(of: bench, count: count)
        var filter = IndicatorTable.Filter()
        _ = IndicatorTable(session, filter: filter)
        var (times, search, overview) = (Times(), Times(), Times())
        var (tree, findings) = (Times(), Times())
        for edit in edits {
            try session.perform(edit)
            filter.search = ""
            times.measure { _ = IndicatorTable(session, filter: filter) }
            filter.search = "ind 7"
            search.measure { _ = IndicatorTable(session, filter: filter) }
            overview.measure { _ = Overview(session, by: .sector) }
            tree.measure {
                _ = PlanNode.tree(
                    of: session.plan, score: session.score,
                    profile: session.content.profile(of: session.year), findings: session.findings)
            }
            findings.measure { _ = FindingList(session.findings) }
        }
        return Measurement(
            name: "table", indicators: bench.indicators.count, times: times,
            figures: [
                ("search_ms", search.median), ("overview_ms", overview.median), ("plan_ms", tree.median),
                ("findings_ms", findings.median),
            ])
    }

    /// The part of an edit that is no commit: content, scores and findings.
    private static func assessing(_ bench: Bench, _ edits: [Edit]) throws -> Times {
        let year = bench.year ?? 0
        var content = bench.content
        var assessment = ArchiveAssessment(content, year: year)
        var times = Times()
        for edit in edits {
            try times.measure {
                var changed = content
                try edit.apply(to: &changed)
                assessment = assessment.updating(to: changed, year: year)
                content = changed
            }
        }
        return times
    }

    /// What an edit changes, in words.
    private static func subject(of edit: Edit, in content: ArchiveContent) -> String {
        guard case .cell(let id, let series, _, _) = edit,
            let service = content.services.services.first(where: { $0.id == id })
        else { return "an actual" }
        let name = service.series.first { $0.id == series }?.name ?? ""
        return "a cell of «\(service.name)», \(service.series.count) series: \(name)"
    }

    private static func edits(of bench: Bench, count: Int) -> [Edit] {
        let indicators = bench.indicators
        let cells = bench.content.services.services.flatMap { service in
            service.series.filter { !$0.isHeading }.map { (service: service.id, series: $0.id) }
        }
        return (0...count).compactMap { number in
            if number % 2 == 1, !cells.isEmpty {
                let cell = cells[number * 7919 % cells.count]
                return .cell(
                    service: cell.service, series: cell.series, year: bench.year ?? 0,
                    text: "\(1000 + number)")
            }
            guard !indicators.isEmpty else { return nil }
            return .indicator(
                indicators[number * 7919 % indicators.count].id, .actual, text: "\(1000 + number)")
        }
    }

    /// What this disk takes for a line that is to survive a power cut.
    private static func syncing(_ bench: Bench) throws -> Times {
        let file = try bench.file("sync", "")
        guard let handle = FileHandle(forWritingAtPath: file) else { return Times() }
        var times = Times()
        for _ in 0..<20 {
            try times.measure {
                try handle.write(contentsOf: Data(repeating: 65, count: 400))
                try handle.synchronize()
            }
        }
        try handle.close()
        return times
    }
}
