import ArgumentParser

/// Measures the program on archives of any size. Asserts nothing: whoever runs it judges.
@main struct BarometroBenchmarks: AsyncParsableCommand {
    /// What can be measured.
    enum Name: String, ExpressibleByArgument, CaseIterable {
        case open, edit, score
        case importing = "import"
        case rows, print, sheet, merge, table, gather
    }

    static let configuration = CommandConfiguration(
        commandName: "barometro-benchmarks",
        abstract: "Measures how long the program takes, on an archive that it makes or that it is given.")

    @Argument(help: "What is measured: open, edit, score, import, rows, print, sheet, merge, table, gather.")
    var name: Name
    @Option(help: "An archive to measure instead; a copy of it is worked on.")
    var archive: String?
    @Option(help: "How many times.")
    var times = 50
    @Option(help: "How many of the slowest edits are told one by one.")
    var slowest = 0
    @Flag(help: "One line of JSON.")
    var json = false
    @OptionGroup var size: ArchiveSize

    func validate() throws {
        guard times > 0 else { throw ValidationError("It is measured once at least.") }
    }

    func run() async throws {
        let bench = try Bench(size, given: archive)
        defer { bench.remove() }
        let measurement = try await measure(bench)
        Swift.print(json ? measurement.json : measurement.table)
    }

    @MainActor private func measure(_ bench: Bench) throws -> Measurement {
        let whole = WholeProcess(bench: bench, count: times)
        switch name {
        case .score: return try InProcess.score(bench, times: times)
        case .edit: return try InProcess.edit(bench, times: times, slowest: slowest)
        case .table: return try InProcess.table(bench, times: times)
        case .open: return try whole.open()
        case .importing: return try whole.importing()
        case .rows: return try whole.rows()
        case .print: return try whole.printing()
        case .sheet: return try whole.sheet()
        case .merge: return try whole.merging()
        case .gather: return try whole.gathering(size.municipalities)
        }
    }
}
