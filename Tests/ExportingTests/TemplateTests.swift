import Exporting
import Foundation
import Importing
import Model
import Reading
import ReadingFormats
import Sample
import Spreadsheets
import Testing

/// Templates that go out, are filled in, and come back.
@Suite struct TemplateTests {
    private let content: ArchiveContent
    private let plan: Plan

    init() throws {
        var content = SampleArchive.content()
        var plan = try #require(content.plans[SampleArchive.year])
        for line in plan.lines.indices {
            for objective in plan.lines[line].objectives.indices {
                for index in plan.lines[line].objectives[objective].indicators.indices {
                    plan.lines[line].objectives[objective].indicators[index].actual = .notEntered
                    plan.lines[line].objectives[objective].indicators[index].note = ""
                }
            }
        }
        content.plans[plan.year] = plan
        self.content = content
        self.plan = plan
    }

    /// The same with something reached in each indicator.
    private init(answered actual: String) throws {
        var content = try TemplateTests().content
        for id in try TemplateTests().plan.objectives.flatMap(\.indicators).map(\.id) {
            content.change(id, in: SampleArchive.year) { $0.actual = ReportedValue(reading: actual) }
        }
        self.content = content
        plan = try #require(content.plans[SampleArchive.year])
    }

    private var template: DataTable {
        get throws {
            try #require(ActualsTemplate.workbook(plan, of: content.municipality).tables.first)
        }
    }

    private func column(_ name: String, of table: DataTable) throws -> Int {
        try #require(table.columns.firstIndex { $0.name == name })
    }

    /// Writes a figure of its own into each row, and a note.
    private func filled(_ table: DataTable) throws -> DataTable {
        var table = table
        let (actual, note) = try (column("actual", of: table), column("note", of: table))
        for row in table.rows.indices {
            table.rows[row][actual] = .number(ExactDecimal(plain: "\(100 + row).5") ?? .zero)
            table.rows[row][note] = .text("Nota della riga \(row)")
        }
        return table
    }

    /// What the archive is once a workbook came back.
    private func imported(_ table: DataTable, as format: TableFormat = .xlsx) throws -> ArchiveContent {
        var sheets = ActualsTemplate.workbook(plan, of: content.municipality).sheets
        sheets[1] = .table(table)
        let bytes =
            format == .csv
            ? CSVText.italian(table) : try format.bytes(of: Workbook(title: "", sheets: sheets))
        return try proposal(Array(bytes), format).apply(to: content)
    }

    private func proposal(_ bytes: [UInt8], _ format: TableFormat) throws -> ImportProposal {
        guard format != .csv else { return try Importer.propose(bytes: bytes, file: "a.csv") }
        return Importer.propose(try FormatReader.read(bytes, budget: .standard), file: "a")
    }

    /// Every indicator has the figure of its row, no thing was added, nothing else changed.
    private func expectAll(_ result: ArchiveContent, _ table: DataTable) throws {
        let (key, actual, note) = try (
            column("key", of: template), column("actual", of: template), column("note", of: template)
        )
        let keys = try template.rows.map {
            try #require(UUID(uuidString: String($0[key].italian.prefix(36))))
        }
        let original = try filled(template)
        let now = try #require(result.plans[plan.year])
        #expect(now.indicatorCount == plan.indicatorCount)
        #expect(now.objectiveCount == plan.objectiveCount)
        #expect(now.lines.count == plan.lines.count)
        for (id, row) in zip(keys, original.rows) {
            let indicator = now.objectives.flatMap(\.indicators).first { $0.id == id }
            #expect(indicator?.actual.number.map { DataCell.number($0) } == row[actual])
            #expect(indicator.map { DataCell.text($0.note) } == row[note])
        }
        let unanswered = { (indicator: Indicator) in
            var indicator = indicator
            (indicator.actual, indicator.note, indicator.sources) = (.notEntered, "", Sources())
            return indicator
        }
        #expect(
            plan.objectives.map { $0.indicators.map(unanswered) }
                == now.objectives.map { $0.indicators.map(unanswered) })
    }

    @Test(arguments: [TableFormat.xlsx, .ods, .csv])
    func aTemplateThatIsFilledInComesBackWithEveryValue(_ format: TableFormat) throws {
        let table = try filled(template)
        try expectAll(imported(table, as: format), table)
    }

    @Test(arguments: [TableFormat.xlsx, .csv])
    func rowsMayBeSortedByAnotherColumnAndDeleted(_ format: TableFormat) throws {
        var table = try filled(template)
        table.rows.sort { $0[4].italian < $1[4].italian }
        try expectAll(imported(table, as: format), table)
        let last = try #require(table.rows.last)
        table.rows.removeLast()
        let result = try imported(table, as: format)
        let key = try column("key", of: table)
        let left = result.plans[plan.year]?.objectives.flatMap(\.indicators)
            .first { last[key].italian.hasPrefix($0.id.uuidString) }
        #expect(left?.actual == .notEntered)
        #expect(result.plans[plan.year]?.indicatorCount == plan.indicatorCount)
    }

    @Test func aColumnMayBeInsertedAndTheSheetRenamed() throws {
        var table = try filled(template)
        table.name = "Foglio di lavoro"
        table.columns.insert(DataColumn("x", "Promemoria"), at: 3)
        for row in table.rows.indices { table.rows[row].insert(.text("chiesto a voce"), at: 3) }
        try expectAll(imported(table), table)
    }

    @Test func figuresMayComeAsTexts() throws {
        var table = try filled(template)
        let actual = try column("actual", of: table)
        for row in table.rows.indices { table.rows[row][actual] = .text(table.rows[row][actual].italian) }
        try expectAll(imported(table), table)
    }

    @Test func withoutTheKeysNamesTell() throws {
        var table = try filled(template)
        let key = try column("key", of: table)
        table.columns.remove(at: key)
        for row in table.rows.indices { table.rows[row].remove(at: key) }
        let result = try imported(table)
        let now = try #require(result.plans[plan.year])
        #expect(now.indicatorCount == plan.indicatorCount)
        #expect(now.objectiveCount == plan.objectiveCount)
        #expect(now.objectives.flatMap(\.indicators).allSatisfy { !$0.actual.isMissing })
    }

    @Test func withoutTheKeysRowsMayStillBeSorted() throws {
        var table = try filled(template)
        let key = try column("key", of: table)
        table.columns.remove(at: key)
        for row in table.rows.indices { table.rows[row].remove(at: key) }
        table.rows.sort { $0[4].italian < $1[4].italian }
        let now = try #require(try imported(table).plans[plan.year])
        #expect(now.objectiveCount == plan.objectiveCount)
        #expect(now.indicatorCount == plan.indicatorCount)
    }

    @Test func aChangedNameBesideAKeyMovesNothing() throws {
        var table = try filled(template)
        table.rows[0][1] = .text("Un altro obiettivo")
        table.rows[0][4] = .text("Un altro nome")
        let now = try #require(try imported(table).plans[plan.year])
        #expect(now.objectiveCount == plan.objectiveCount)
        #expect(now.indicatorCount == plan.indicatorCount)
    }

    @Test func aRowThatWasAddedIsANewIndicatorOfItsObjective() throws {
        var table = try filled(template)
        var row = table.rows[0]
        row[4] = .text("Sportelli aperti il sabato")
        // Copied with its key, or without one.
        table.rows.append(row)
        var other = row
        other[4] = .text("Sportelli aperti la sera")
        other[try column("key", of: table)] = .empty
        table.rows.append(other)
        let now = try #require(try imported(table).plans[plan.year])
        #expect(now.objectiveCount == plan.objectiveCount)
        let names =
            now.objectives.first { $0.title == table.rows[0][1].italian }?.indicators.map(\.name) ?? []
        #expect(names.contains("Sportelli aperti il sabato") && names.contains("Sportelli aperti la sera"))
        #expect(now.indicatorCount == plan.indicatorCount + 2)
        #expect(Set(now.objectives.flatMap(\.indicators).map(\.id)).count == now.indicatorCount)
    }

    /// The filled in template as it comes back, for an archive that was `content` when it left.
    private func answer(_ change: (inout DataTable) throws -> Void) throws -> ImportProposal {
        var table = try template
        try change(&table)
        var sheets = ActualsTemplate.workbook(plan, of: content.municipality).sheets
        sheets[1] = .table(table)
        return try proposal(Array(XLSXWriter.bytes(of: Workbook(title: "", sheets: sheets))), .xlsx)
    }

    @Test func anAnswerThatWasWrittenAnewIsTakenAndWhatNobodyTouchedIsNoQuestion() throws {
        let test = try TemplateTests(answered: "50")
        let ids = test.plan.objectives.flatMap(\.indicators).map(\.id)
        let column = try self.column("actual", of: test.template)
        let target = try self.column("target", of: test.template)
        // A colleague writes the first two anew; meanwhile the office writes the second, the third and a target.
        let proposal = try test.answer { table in
            for row in 0..<2 { table.rows[row][column] = .number(ExactDecimal(60)) }
            table.rows[4][target] = .number(ExactDecimal(1))
        }
        var now = test.content
        for index in [1, 2] {
            now.change(ids[index], in: test.plan.year) { $0.actual = ReportedValue(reading: "70") }
        }
        now.change(ids[3], in: test.plan.year) { $0.target = ReportedValue(reading: "71") }
        let review = proposal.review(against: now)
        #expect(review.changes.filter { $0.kind == .renewed }.map(\.after) == ["60"])
        #expect(review.conflicts.map(\.entity) == [ids[1], ids[4]])
        #expect(review.changes.count == 3)
        let result = proposal.apply(to: now).plans[test.plan.year]?.objectives.flatMap(\.indicators) ?? []
        #expect(result.prefix(3).map(\.actual.raw) == ["60", "70", "70"])
        #expect(result[3].target.raw == "71")
        #expect(result[4].target == test.plan.objectives.flatMap(\.indicators)[4].target)
        #expect(result.map(\.id) == ids)
    }

    @Test func ofTwoAnswersThatContradictEachOtherTheFirstStaysAndTheSecondIsAsked() throws {
        let column = try column("actual", of: template)
        let answers = try ["10", "20"].map { figure in
            try answer { $0.rows[0][column] = .number(ExactDecimal(plain: figure) ?? .zero) }
        }
        let once = answers[0].apply(to: content)
        #expect(answers[0].review(against: once).isEmpty)
        let second = answers[1].review(against: once)
        #expect(second.changes.map(\.kind) == [.conflict])
        #expect(second.conflicts.map(\.before) == ["10"] && second.conflicts.map(\.after) == ["20"])
        #expect(answers[1].apply(to: once) == once)
    }

    @Test func aTemplateOfASectorAsksOnlyThatSector() throws {
        let sector = try #require(plan.objectives.first { !$0.sector.isEmpty }?.sector)
        let table = try #require(
            ActualsTemplate.workbook(plan, of: content.municipality, scope: .sector(sector.uppercased()))
                .tables
                .first)
        let expected = plan.objectives.filter { $0.sector == sector }.flatMap(\.indicators).count
        #expect(table.rows.count == expected)
        #expect(expected < plan.indicatorCount)
    }

    @Test func theYearsFiguresOfServicesComeBackAmongOutputsAndUsers() throws {
        let year = 2026
        let workbook = SeriesTemplate.workbook(content.services, year: year, of: content.municipality)
        var table = try #require(workbook.tables.first)
        let asked = try column("y\(year)", of: table)
        for row in table.rows.indices { table.rows[row][asked] = .number(ExactDecimal(7 * row + 1)) }
        table.rows.reverse()
        let bytes = try XLSXWriter.bytes(
            of: Workbook(title: "", sheets: [workbook.sheets[0], .table(table)]))
        let result = try proposal(Array(bytes), .xlsx).apply(to: content).services
        #expect(result.services.count == content.services.services.count)
        for (before, after) in zip(content.services.services, result.services) {
            #expect(after.outputs.map(\.name) == before.outputs.map(\.name))
            #expect(after.users.map(\.name) == before.users.map(\.name))
            for series in after.series where !series.isHeading {
                #expect(series.values[year]?.number != nil, "\(after.name): \(series.name)")
            }
            for (old, new) in zip(before.series, after.series) {
                #expect(new.values.filter { $0.key != year } == old.values)
            }
        }
    }

    @Test func answersTellWhoHasReportedAndWhatIsMissing() throws {
        let none = Answers(plan)
        #expect(none.offices.map(\.indicators).reduce(0, +) == plan.indicatorCount)
        let neutralised = plan.objectives.flatMap(\.indicators).count(where: \.isNeutralised)
        #expect(none.offices.map(\.reported).reduce(0, +) == neutralised)
        let all = try imported(filled(template))
        let now = try #require(all.plans[plan.year])
        #expect(Answers(now).offices.filter { !$0.isComplete }.isEmpty)
    }
}

extension ArchiveContent {
    /// Changes the indicator of this identity.
    fileprivate mutating func change(_ id: UUID, in year: Int, _ change: (inout Indicator) -> Void) {
        guard var plan = plans[year] else { return }
        for line in plan.lines.indices {
            for objective in plan.lines[line].objectives.indices {
                let indicators = plan.lines[line].objectives[objective].indicators
                guard let index = indicators.firstIndex(where: { $0.id == id }) else { continue }
                change(&plan.lines[line].objectives[objective].indicators[index])
            }
        }
        plans[year] = plan
    }
}
