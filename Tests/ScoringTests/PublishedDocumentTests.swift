import Foundation
import Importing
import Model
import Testing

@testable import Scoring

/// Documents of offices, which are there only where the project is worked on.
private enum PublishedDocuments {
    static let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        .appending(path: "../shared/documents")

    /// True where the folder is there; tells loudly where it is not.
    static let isThere: Bool = {
        if FileManager.default.fileExists(atPath: folder.path) { return true }
        print("SKIPPED: ../shared/documents is not there; the checks of published documents did not run")
        return false
    }()

    /// What importing one document into an empty archive gives.
    static func content(_ name: String) throws -> ArchiveContent {
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
        let parts = try Importer.propose(bytes: bytes, file: name).parts
        var content = ArchiveContent(
            municipality: Municipality(id: Making.id("m"), name: "Comune"),
            services: ServiceCatalogue(id: Making.id("catalogue")))
        content.municipality.sectors = parts.sectors
        content.services.services = parts.services
        if let plan = parts.plan { content.plans[plan.year] = plan }
        if let book = parts.projects { content.projects[book.year] = book }
        return content
    }

    /// The findings of a document from `severity` up, as `line code year written → expected`, by line.
    static func told(_ name: String, from severity: Severity) throws -> [String] {
        Checks.run(content: try content(name)).filter { $0.severity >= severity }.enumerated()
            .sorted { ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset) }
            .map { _, finding in
                let year = finding.place.field?.hasPrefix("values.") == true ? finding.place.year : nil
                return [
                    "\(finding.place.line ?? 0)", finding.code.rawValue, year.map { "\($0)" } ?? "-",
                    finding.code == .seriesCopied || finding.code == .seriesShifted ? "" : finding.written,
                    "→", finding.expected,
                ].joined(separator: " ")
            }
    }
}

/// What the checks tell about the published documents, against a reading by hand: every error, and nothing else.
@Suite(.enabled(if: PublishedDocuments.isThere)) struct PublishedDocumentTests {
    @Test func theReportOf2022() throws {
        let told = try PublishedDocuments.told("relazione-performance-2022.txt", from: .info)
        #expect(
            told == [
                "79 line-achievement-mismatch - 100,00% → 99,64", "164 deviation-mismatch - 34 → 17",
                "186 line-achievement-mismatch - 98,74% → 98,30", "220 deviation-mismatch - 224 → 42",
                "221 deviation-mismatch - 23 → 45", "222 deviation-mismatch - 11 → 3",
                "226 objective-weights - 82 → 100", "228 deviation-mismatch - 110 → 85",
            ])
    }

    @Test func theLinesOfTheReportOf2022() throws {
        let plan = try #require(
            try PublishedDocuments.content("relazione-performance-2022.txt").plans[2022])
        let shown = PlanScore(plan, profile: ScoringProfile()).lines.map { $0.displayed?.description }
        #expect(shown == ["96.25", "100", "99.64", "100", "100", "98.3"])
    }

    @Test func theProjectsOf2026() throws {
        let told = try PublishedDocuments.told("progetti-performance-2026.txt", from: .info)
        #expect(told == ["23 gross-net-mismatch - 5.000 → 5.000,94"])
        let content = try PublishedDocuments.content("progetti-performance-2026.txt")
        let book = try #require(content.projects[2026])
        let totals = ProjectTotals(book, profile: ScoringProfile())
        #expect(totals.own.net == ExactDecimal(74000))
        #expect(totals.thirdParty.net == ExactDecimal(85653))
    }

    @Test func thePlanOf2024() throws {
        let told = try PublishedDocuments.told("piano-performance-2024.txt", from: .info)
        // 48 target cells are empty; two of those targets are read from the indicator's text.
        #expect(told.count { $0.contains("target-missing") } == 46)
        let others = told.filter { !$0.contains("target-missing") }
            .map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        #expect(
            others == [
                "0 reporting-incomplete", "0 payment-time-objective", "73 tenure-gap", "301 index-mismatch",
                "308 index-mismatch",
                "315 index-mismatch", "322 index-mismatch", "411 index-mismatch", "453 index-mismatch",
                "705 index-mismatch", "712 index-mismatch", "2423 value-unreadable",
            ])
    }

    @Test func theMapsOf2024() throws {
        let told = try PublishedDocuments.told("mappe-servizi-2024.txt", from: .warning)
        let cells = told.filter { !$0.contains("value-") && !$0.contains("duplicate-") }
        #expect(
            cells == [
                "51 series-total-mismatch 2021 7.783 → 6.945",
                "286 series-total-mismatch 2021 14.948 → 14.724",
                "509 series-outlier 2024 61 → 610", "535 series-outlier 2022 115 → ",
                "612 series-outlier 2020 70 → 592", "841 series-total-mismatch 2022 729 → 733",
                "956 series-copied -  → ", "1066 series-total-mismatch 2021 2.353 → 2.355",
                "1066 series-total-mismatch 2024 2.382 → 2.380",
                "1322 series-total-mismatch 2022 241 → 665", "1430 series-outlier 2023 1.472 → ",
                "1436 series-total-mismatch 2022 1.478 → 1.605", "1649 series-outlier 2020 124 → ",
                "1976 series-outlier 2023 1 → 100%", "2156 series-outlier 2019 0 → ",
                "3008 series-total-mismatch 2019 21.492 → 21.429",
                "3008 series-total-mismatch 2022 6.654 → 6.627", "3062 series-outlier 2021 9.520 → ",
                "3142 series-shifted 2024  → ", "3207 series-total-mismatch 2021 20.428 → 26.472",
                "3207 series-total-mismatch 2021 20.428 → 21.157", "3371 series-outlier 2020 8 → 48",
            ])
        let readings = told.filter { $0.contains("value-") || $0.contains("duplicate-") }
            .compactMap { $0.split(separator: " ").first }
        #expect(
            readings == [
                "588", "1864", "1974", "1974", "1974", "1995", "1995", "1995", "3062", "3062", "3275", "3275",
                "3275",
            ])
    }

    /// Rows of the maps that look wrong and are right: totals with sub-rows, begun and closed services, the
    /// pandemic, footnotes, constants, one fact in two tables.
    @Test func whatIsRightInTheMapsIsNotTold() throws {
        let told = try PublishedDocuments.told("mappe-servizi-2024.txt", from: .warning)
        let lines = Set(told.compactMap { $0.split(separator: " ").first.map(String.init) })
        let right = """
            46 55 121 178 181 194 234 287 289 304 346 417 422 453 583 587 667 672 677 716 718 725 794 840 851 919
            1037 1169 1209 1310 1393 1554 1629 1635 1645 1671 1676 1729 1806 1909 1997 2048 2087 2316 2406 2407
            2479 2528 2530 2601 2602 2747 2750 2878 2982 2983 3001 3003 3006 3126 3276 3299 3345 3365 3369 3430
            3483 3484 3485 3507 3508 3573 3616 3624 3652 3657 3658 3721 3782
            """.split { $0 == " " || $0 == "\n" }.map(String.init)
        #expect(lines.intersection(right).sorted() == [])
    }
}
