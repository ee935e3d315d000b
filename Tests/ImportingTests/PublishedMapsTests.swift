import Foundation
import Model
import Testing

@testable import Importing

/// Counts and figures of the published maps, by hand; no sentence and no name of a person.
@Suite("The published maps of services, counted by hand", .enabled(if: SharedDocuments.isThere))
struct PublishedMapsTests {
    /// Read once: the tests only look at it.
    private static let reading = Result { try SharedDocuments.proposal("mappe-servizi-2024.txt") }

    private let proposal: ImportProposal
    private let services: [ServiceMap]

    init() throws {
        proposal = try Self.reading.get()
        services = proposal.parts.services
    }

    @Test("49 maps, 296 series of outputs and 301 of users, nothing unread")
    func counts() {
        #expect(proposal.kind == .mappe)
        #expect(proposal.recognised.services == 49)
        #expect(proposal.recognised.outputSeries == 296)
        #expect(proposal.recognised.userSeries == 301)
        #expect(proposal.lines.total == 3805)
        #expect(proposal.lines.blank == 977)
        #expect(proposal.lines.unread == 0)
        #expect(services.allSatisfy { !$0.name.isEmpty && !$0.head.isEmpty })
    }

    @Test("Elements, criteria, segments, roles, places, notes")
    func texts() {
        #expect(services.reduce(0) { $0 + $1.elements.count } == 149)
        #expect(services.reduce(0) { $0 + $1.accessoryElements.count } == 178)
        #expect(services.reduce(0) { $0 + $1.criteria.count } == 125)
        #expect(services.reduce(0) { $0 + $1.segments.count } == 219)
        #expect(services.reduce(0) { $0 + $1.roles.count } == 111)
        #expect(services.reduce(0) { $0 + $1.facilities.count } == 182)
        #expect(services.flatMap(\.footnotes).map(\.mark) == ["*", "**", "***", "****"])
        #expect(services.flatMap(\.footnotes).map { $0.sources["text"]?.line } == [58, 60, 183, 292])
    }

    @Test("Every series has a cell for each of six years; missing ones by kind")
    func cells() {
        let series = services.flatMap(\.series).filter { !$0.isHeading }
        #expect(series.allSatisfy { $0.years == [2019, 2020, 2021, 2022, 2023, 2024] })
        let kinds = series.flatMap { $0.values.values }.compactMap(\.missingKind)
        #expect(kinds.count { $0 == .notAvailable } == 145)
        #expect(kinds.count { $0 == .notApplicable } == 214)
        // Five empty in their place and the one that fell out of the row that slid.
        #expect(kinds.count { $0 == .notEntered } == 6)
        #expect(services.flatMap(\.series).filter(\.isHeading).map { $0.sources["name"]?.line } == [304])
    }

    @Test("The two rows that slid are put right, and told")
    func slid() {
        #expect(proposal.findings(.cellShifted).map(\.place.line) == [2009, 3142])
        let row = services.flatMap(\.users).first { $0.sources["name"]?.line == 3142 }
        #expect(row?.values[2019]?.number == ExactDecimal(157_570))
        #expect(row?.values[2023]?.number == ExactDecimal(40_196))
        #expect(row?.values[2024]?.missingKind == .notEntered)
    }

    @Test("Figures with marks, notes, decimals and without points keep their text")
    func figures() throws {
        func value(_ line: Int, _ year: Int) -> ReportedValue? {
            services.lazy.flatMap(\.series).first { $0.sources["name"]?.line == line }?.values[year]
        }
        #expect(value(55, 2022)?.number == ExactDecimal(876))
        #expect(value(55, 2022)?.mark == "*")
        #expect(value(287, 2022)?.mark == "****")
        #expect(value(1644, 2023)?.number == ExactDecimal(389_000))
        #expect(value(1671, 2021)?.number == ExactDecimal(1467))
        #expect(value(1671, 2021)?.note != nil)
        #expect(value(3487, 2019)?.number == ExactDecimal(mantissa: 25_770_534, scale: 2))
        #expect(value(1976, 2022)?.unit == .percent)
        #expect(value(3276, 2020)?.number == .zero)
        #expect(value(1645, 2019)?.content == .text)
        #expect(value(710, 2022)?.missingKind == .notEntered)
    }

    @Test("Totals have the rows that they sum under them, also where the rows disagree in a year")
    func groups() {
        var groups: [Int: [Int]] = [:]
        for map in services {
            let lines = Dictionary(
                map.series.map { ($0.id, $0.sources["name"]?.line ?? 0) },
                uniquingKeysWith: { first, _ in first })
            for row in map.series {
                guard let parent = row.parentID, let line = lines[parent] else { continue }
                groups[line, default: []].append(lines[row.id] ?? 0)
            }
        }
        #expect(groups[46] == [47, 48, 49, 50])
        #expect(groups[304] == [305, 306, 307])
        #expect(groups[672] == [673, 674, 675, 676, 677])
        #expect(groups[841] == Array(842...850))
        #expect(groups[851] == Array(852...857) + [859, 860, 861])
        #expect(groups[3001] == [3002, 3004, 3006, 3007])
        #expect(groups[3002] == [3003])
        #expect(groups[3004] == [3005])
        #expect(groups[3008] == [3009, 3010, 3011, 3012])
        #expect(groups[3507] == [3508])
        #expect(groups[1310] == nil)
        #expect(groups[1209] == nil)
        #expect(groups.count == 18)
    }

    @Test("Form of management of every map; more than one way marked is told")
    func management() {
        let kinds = services.map(\.management.kind)
        #expect(kinds.count { $0 == .direct } == 25)
        #expect(kinds.count { $0 == .outsourced } == 2)
        #expect(kinds.count { $0 == .mixed } == 22)
        #expect(services.allSatisfy { $0.staff.count == 1 })
        #expect(
            proposal.findings(.valueAmbiguous).map(\.place.line) == [
                1213, 1326, 1751, 1875, 3578, 3662, 3726, 3788,
            ])
    }

    @Test("However it is cut and shuffled, no figure is lost in silence")
    func mutilated() throws {
        let lines = try SharedDocuments.lines("mappe-servizi-2024.txt")
        for seed in 1...3 {
            var random = SteadyRandom(seed: UInt64(seed))
            var text = lines
            for _ in 0..<20 { text = Mutilation.apply(text, &random) }
            try MapAccount.check(try SourceText(text: text.joined(separator: "\n")), "seed \(seed)")
        }
    }
}

extension SharedDocuments {
    /// The lines of a document, as written.
    static func lines(_ name: String) throws -> [String] {
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
        return try SourceText(bytes: bytes).lines.map(\.raw)
    }
}
