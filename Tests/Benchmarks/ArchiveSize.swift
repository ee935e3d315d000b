import ArgumentParser

/// How large the archive is that a benchmark makes for itself.
struct ArchiveSize: ParsableArguments {
    @Option(help: "Indicators of each year's plan.")
    var indicators = 10_000
    @Option(help: "Objectives of each year's plan.")
    var objectives = 2_500
    @Option(help: "Maps of services.")
    var services = 100
    @Option(help: "Series of all services together.")
    var series = 1_000
    @Option(help: "Years of plans and of the figures of series.")
    var years = 1
    @Option(help: "Commits after the first one.")
    var history = 0
    @Option(help: "Archives that are gathered, each of that size.")
    var municipalities = 100
    @Option(help: "Archives of one seed and one size are equal.")
    var seed: UInt64 = 1

    mutating func validate() throws {
        let least = [indicators, objectives, services, series, years, municipalities].min() ?? 0
        guard least > 0, history >= 0 else {
            throw ValidationError("Sizes are above 0, and the history is at least 0.")
        }
    }
}
