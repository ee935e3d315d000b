import Localization
import Model

extension PrintError {
    /// Why there is nothing to print, and what to do.
    public var words: String {
        switch self {
        case .noPlan(let year):
            tr(
                "The archive has no plan of {year}. Import it first, or choose another year.",
                ["year": "\(year)"])
        case .noProjects(let year):
            tr(
                "The archive has no projects of {year}. Import them first, or choose another year.",
                ["year": "\(year)"])
        case .noServices: tr("The archive has no map of a service. Import the maps first.")
        case .noServiceYear(let year, let known):
            tr(
                "The archive has no data of the services of {year}; it has those of: {years}. Choose another year.",
                ["year": "\(year)", "years": known.isEmpty ? "–" : Words.list(known.map(String.init))])
        case .nothingChosen(let wanted, let known):
            tr(
                "Nothing to print has “{wanted}”; there is: {known}.",
                ["wanted": wanted, "known": known.isEmpty ? "–" : Words.list(known)])
        }
    }

    /// Why pages or a chart could not be made, and what to do: what the archive lacks, else what the drawing lacks.
    public static func words(of error: any Error) -> String {
        (error as? PrintError)?.words
            ?? tr(
                "The pages cannot be drawn: memory or fonts are missing. Close other programs and try again.")
    }
}
