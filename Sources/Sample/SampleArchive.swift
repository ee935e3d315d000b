import Foundation
import Model

/// The municipality of our own making that the program is shown on: complete, and with some errors for the
/// checks to find.
public enum SampleArchive {
    /// The year of its plan and projects.
    public static let year = 2025

    /// All its documents. The same at each call.
    public static func content() -> ArchiveContent {
        var content = ArchiveContent(
            municipality: municipality(),
            services: ServiceCatalogue(id: UUID(naming: ["sample", "services"])))
        content.plans[year] = plan()
        content.services.services = services()
        content.projects[year] = projects()
        return content
    }

    private static func plan() -> Plan {
        var script = PlanScript(year: year)
        for line in planText.split(separator: "\n", omittingEmptySubsequences: false) {
            script.read(String(line))
        }
        var plan = script.plan
        plan.chapters = chapters()
        plan.approval = Act(
            body: "Giunta comunale", number: "87", date: CalendarDate(year: 2026, month: 6, day: 11))
        plan.validation = Act(
            body: "Nucleo di Valutazione", number: "verbale n. 4",
            date: CalendarDate(year: 2026, month: 6, day: 18))
        return plan
    }

    private static func services() -> [ServiceMap] {
        var script = ServiceScript(firstYear: 2020)
        for line in servicesText.split(separator: "\n", omittingEmptySubsequences: false) {
            script.read(String(line))
        }
        return script.services
    }
}

/// Cuts a line of a script into its fields.
struct ScriptLine {
    /// The sign that opens the line: what it describes.
    var sign: Character
    /// The fields after the sign, trimmed.
    var fields: [String]

    /// nil for an empty line.
    init?(_ line: String) {
        guard let sign = line.first else { return nil }
        self.sign = sign
        fields = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
            .map { String($0).trimmingWhitespace() }
    }

    /// The field at `position`, empty where the line is shorter.
    subscript(position: Int) -> String {
        position < fields.count ? fields[position] : ""
    }
}
