import DocumentStore
import Foundation
import Model
import Sample
import Testing

/// What the store writes, against the schemas, by a validator that is not ours.
@Suite struct SchemaTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let hasValidator = (try? python(["-c", "import jsonschema"]).code) == 0

    @Test(.enabled(if: hasValidator, "SKIPPED: the Debian package python3-jsonschema is not there"))
    func whatIsWrittenIsValid() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.create(
            at: scratch.archive, content: SchemaTests.fullContent, summary: "All", author: "test",
            date: moment)
        try store.commit(store.content.edited("Ancora"))
        store.close()
        let tables = scratch.names.filter { $0.hasPrefix("attachments/sources/") }
        #expect(tables.count == 1)
        let layouts = [("tracciati", "documents/tracciati.json"), ("history", "history/tracciati.jsonl")]
        let result = try validate(in: scratch, and: layouts + tables.map { ("sources", $0) })
        #expect(result.text == "")
        #expect(result.code == 0)
    }

    @Test(.enabled(if: hasValidator, "SKIPPED: the Debian package python3-jsonschema is not there"))
    func aMigratedArchiveAndItsBackupsAreValid() throws {
        let scratch = try Scratch(format: 1)
        let store = try ArchiveStore.open(at: scratch.archive)
        let names = try [
            store.backUp(author: "test", at: moment), store.backUp(.beforeRestore, author: "", at: moment),
            #require(store.backUpIfDue(author: "test", at: moment).made),
            #require(ArchiveStore.backups(at: scratch.archive).first { $0.format == 1 }),
        ].map(\.name)
        store.close()
        let result = try validate(in: scratch, and: names.map { ("backup", "backups/\($0)/backup.json") })
        #expect(result.text == "")
        #expect(result.code == 0)
    }

    @Test(.enabled(if: hasValidator, "SKIPPED: the Debian package python3-jsonschema is not there"))
    func whatIsWrongIsFound() throws {
        let scratch = try Scratch()
        try ArchiveStore.sample(in: scratch).close()
        let text = try scratch.text("documents/piano-2025.json")
        try scratch.write(
            text.replacingOccurrences(of: "\"kind\": \"number\"", with: "\"kind\": \"figure\""),
            to: "documents/piano-2025.json")
        let result = try validate(in: scratch)
        #expect(result.code == 1)
        #expect(result.text.contains("lines/0/objectives/0/indicators/0"))
    }

    @Test(.enabled(if: hasValidator, "SKIPPED: the Debian package python3-jsonschema is not there"))
    func bundlesAndWorkingArchivesAreValid() throws {
        let exchange = try Exchange(SchemaTests.fullContent)
        let bytes = try exchange.returned { $0.services.services[0].remarks = "Loro" }
        let bundle = exchange.scratch.folder.appending(path: "ritorno.barometro")
        try Data(bytes).write(to: bundle)
        let header = exchange.working.folder.appending(path: "archive.json")
        let result = try validate([("bundle", bundle), ("archive", header)])
        #expect(result.text == "")
        #expect(result.code == 0)
    }

    private func validate(
        in scratch: Scratch, and others: [(String, String)] = []
    ) throws -> (code: Int32, text: String) {
        let files = [
            ("archive", "archive.json"), ("ente", "documents/ente.json"),
            ("piano", "documents/piano-2025.json"),
            ("servizi", "documents/servizi.json"), ("progetti", "documents/progetti-2025.json"),
            ("history", "history/ente.jsonl"), ("history", "history/piano-2025.jsonl"),
            ("history", "history/servizi.jsonl"), ("history", "history/progetti-2025.jsonl"),
        ]
        return try validate((files + others).map { ($0, scratch.url($1)) })
    }

    private func validate(_ files: [(schema: String, file: URL)]) throws -> (code: Int32, text: String) {
        try Self.python(
            [
                Self.root.appending(path: "Tests/Fixtures/schema/validate.py").plainPathOfTest,
                Self.root.appending(path: "Resources/schema").plainPathOfTest,
            ] + files.map { "\($0.schema)=\($0.file.plainPathOfTest)" })
    }

    /// Debian's own Python, which has Debian's packages; another may stand before it in the path.
    private static func python(_ arguments: [String]) throws -> (code: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}

extension SchemaTests {
    /// The sample with every field that it leaves empty filled in.
    static var fullContent: ArchiveContent {
        var content = SampleArchive.content()
        let source = Source(file: "relazione.txt", line: 12, text: "riga")
        let day = CalendarDate.earliest
        content.municipality.units = [ServiceUnit(id: UUID(naming: ["u"]), name: "Ufficio")]
        content.municipality.units[0].sectorID = content.municipality.sectors.first?.id
        content.municipality.sources["name"] = source
        content.keep(
            KeptLayout(
                name: "Tutto", columns: [LayoutColumn(head: "cosa", term: "objective", year: 2030)],
                kind: "piano", year: 2031,
                splits: [
                    LayoutSplit(heads: ["cosa"], column: 0, separator: " - ", divided: ["cosa", "cosa 2"])
                ]))
        content.keep(
            KeptLayout(name: "Poco", columns: [LayoutColumn(head: "", term: nil, year: nil)]))
        content.municipality.profile.bands = [ScoreBand(from: .zero, achievement: .hundred)]
        var indicator = Indicator(id: UUID(naming: ["i"]), name: "Pieno")
        indicator.dimension = .economy
        indicator.measure = .onOff
        indicator.baseline = ReportedValue(number: ExactDecimal(mantissa: -125, scale: 2), unit: .euro)
        indicator.target = ReportedValue(.date(day), raw: "01/01/1900", comparison: .by)
        indicator.laterTargets = [2026: ReportedValue(.onOff(true), raw: "Sì")]
        indicator.actual = ReportedValue(.text, raw: "in corso", note: "a dicembre", mark: "*")
        indicator.direction = .decreasing
        indicator.rule = .dateBands
        indicator.neutralisation = Neutralisation(reason: "")
        indicator.scoreOverride = ScoreOverride(achievement: .hundred, reason: "r", author: "a", date: day)
        indicator.continuity = Continuity(indicatorID: UUID(naming: ["anno prima"]))
        indicator.actualSeriesID = UUID(naming: ["serie"])
        indicator.printed.deviation = ReportedValue(.missing(.notAvailable), raw: "n.d.")
        indicator.printed.achievement = ReportedValue(.missing(.notApplicable), raw: "/")
        indicator.printed.barometer = "●"
        indicator.sources["target"] = source
        var objective = Objective(id: UUID(naming: ["f"]), title: "Pieno")
        objective.indicators = [indicator]
        objective.tags = [.multiYear(phase: 1, of: 3), .multiYear(phase: nil, of: nil), .other("x"), .pnrr]
        objective.weight = .hundred
        objective.due = ReportedValue(.date(day), raw: "01/01/1900")
        objective.sustainableGoals = [17]
        objective.reprogrammings = [
            Reprogramming(id: UUID(naming: ["r"]), date: day, change: "c", reason: "r")
        ]
        objective.participants = [Participant(id: UUID(naming: ["t"]), name: "n")]
        objective.participants[0].share = .notEntered
        content.plans[SampleArchive.year]?.lines[0].objectives.append(objective)
        content.plans[SampleArchive.year]?.paymentTimes = PaymentTimeAnswer(
            objectiveID: objective.id, shareOfResultPay: ExactDecimal(30))
        content.plans[SampleArchive.year]?.dismissals = [
            Dismissal(
                id: UUID(naming: ["d"]),
                of: Finding(.targetZero, .info, at: Place(.indicator, path: ["x"], entity: indicator.id)),
                reason: "r", author: "a", date: day)
        ]
        return content
    }
}
