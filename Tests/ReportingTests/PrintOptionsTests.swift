import Foundation
import Model
import Reporting
import Sample
import Testing

/// What is chosen before printing holds for the whole document.
@Suite struct PrintOptionsTests {
    private func document(_ kind: PrintKind, _ change: (inout PrintOptions) -> Void) throws -> ReportDocument
    {
        var options = PrintOptions()
        change(&options)
        return try ReportDocument(
            kind, of: SampleArchive.content(), year: SampleArchive.year, options: options)
    }

    private var plan: Plan {
        get throws { try #require(SampleArchive.content().plans[SampleArchive.year]) }
    }

    @Test(arguments: PrintKind.allCases)
    func `with pseudonyms no person of the archive is named anywhere`(kind: PrintKind) throws {
        let content = SampleArchive.content()
        let people =
            try plan.objectives.flatMap { [$0.head] + $0.participants.map(\.name) }
            + content.municipality.sectors.flatMap { $0.tenures.map(\.head) }
            + content.services.services.map(\.head)
        let document = try document(kind) { $0.isAnonymous = true }
        let texts =
            document.texts + [document.metadata.title, document.metadata.author, document.metadata.subject]
        for name in Set(people) where !name.isEmpty {
            #expect(!texts.contains { $0.contains(name) }, "\(name)")
        }
        guard kind == .relazione else { return }
        #expect(texts.contains("Persona 1") && texts.contains("Persona 2"))
    }

    @Test
    func `a person has one pseudonym throughout a document, also in running text and the other way round`()
        throws
    {
        var content = SampleArchive.content()
        let year = SampleArchive.year
        content.plans[year]?.lines[0].objectives[0].head = "Prova Anna"
        content.plans[year]?.lines[0].objectives[1].head = "Anna Prova (ad interim)"
        content.plans[year]?.lines[0].objectives[0].definition = "Lo cura Anna Prova con la piazza Prova."
        var options = PrintOptions()
        options.isAnonymous = true
        let texts = try ReportDocument(.allegatoB, of: content, year: year, options: options).texts
        let sentence = try #require(texts.first { $0.hasPrefix("Lo cura Persona ") })
        #expect(sentence.hasSuffix(" con la piazza Prova."))
        let person = String(sentence.dropFirst(8).prefix { $0 != "c" }.dropLast())
        #expect(texts.filter { $0 == person }.count >= 2)
    }

    @Test
    func `only the objectives of a sector or with a mark are printed, with the figures of the whole plan`()
        throws
    {
        let objective = try #require(try plan.objectives.first { !$0.tags.isEmpty && !$0.sector.isEmpty })
        let others = try plan.objectives.filter {
            $0.sector != objective.sector && !$0.otherSectors.contains(objective.sector)
        }
        let bySector = try document(.allegatoB) { $0.sector = objective.sector.uppercased() }
        #expect(bySector.headings.contains { $0.text.contains(objective.title) })
        for other in others { #expect(!bySector.headings.contains { $0.text.contains(other.title) }) }
        // What it counts is its own, and the sector's result stands beside those of the whole plan.
        let words = bySector.texts.filter { $0.contains(" comprende ") }
        #expect(words.count == 1 && words[0].hasPrefix("L’estratto del piano"))
        #expect(bySector.tables.contains { $0.title == "Risultati per settore" && $0.rows.count == 1 })
        let byTag = try document(.piano) { $0.tag = objective.tags[0].title }
        let marked = try plan.objectives.filter { $0.tags.contains(objective.tags[0]) }
        for other in try plan.objectives {
            let isPrinted = byTag.headings.contains { $0.text.contains(other.title) }
            #expect(isPrinted == marked.contains { $0.id == other.id }, "\(other.title)")
        }
        let whole = try document(.allegatoB) { _ in }
        let figures = Dictionary(
            whole.headings.filter { $0.level == 1 }.map { ($0.text, $0.aside.plain) },
            uniquingKeysWith: { $1 })
        for heading in bySector.headings where heading.level == 1 {
            #expect(heading.aside.plain == figures[heading.text])
        }
    }

    @Test func `a sector that nothing has is refused with those that there are`() throws {
        #expect(throws: PrintError.self) { try document(.allegatoB) { $0.sector = "Nessuno di questi" } }
        #expect(throws: PrintError.self) { try document(.piano) { $0.tag = "nessuna caratteristica" } }
    }

    @Test func `parts that are not chosen are left out`() throws {
        let document = try document(.relazione) { $0.parts = [.objectives] }
        #expect(document.titlePage == nil)
        let whole = try self.document(.relazione) { _ in }
        #expect(document.sections.count == (try plan.lines.count))
        #expect(whole.sections.count > document.sections.count)
    }

    @Test func `explanations and findings are printed where they are asked for`() throws {
        let with = try document(.allegatoB) {
            $0.hasExplanations = true
            $0.hasFindings = true
        }
        let without = try document(.allegatoB) { _ in }
        #expect(with.texts.contains("Come si ottengono le percentuali"))
        #expect(with.texts.contains("Rilievi delle verifiche"))
        #expect(!without.texts.contains("Come si ottengono le percentuali"))
        #expect(!without.texts.contains("Rilievi delle verifiche"))
    }

    @Test func `a printed explanation tells each figure once, and no step that changes nothing`() throws {
        var content = SampleArchive.content()
        let year = SampleArchive.year
        var indicator = try #require(content.plans[year]?.lines[0].objectives[0].indicators[0])
        indicator.target = ReportedValue(reading: "75")
        indicator.actual = ReportedValue(reading: "100")
        indicator.direction = .increasing
        indicator.rule = nil
        indicator.measure = nil
        indicator.baseline = nil
        indicator.scoreOverride = nil
        indicator.neutralisation = nil
        content.plans[year]?.lines[0].objectives[0].indicators[0] = indicator
        var options = PrintOptions()
        options.hasExplanations = true
        let document = try ReportDocument(.allegatoB, of: content, year: year, options: options)
        let words = try #require(document.texts.first { $0.hasPrefix(indicator.name + ". consuntivo") })
        #expect(
            words.hasSuffix(
                "consuntivo 100; target 75 → 133,333333…; limitato tra 0 e 100 → 100"), "\(words)")
    }

    @Test func `people under pseudonyms stand in the order of their numbers`() throws {
        var content = SampleArchive.content()
        let year = SampleArchive.year
        var plan = try #require(content.plans[year])
        let people = try #require(plan.objectives.first { $0.participants.count > 1 }?.participants)
        // The first to be named has the last number elsewhere.
        for line in plan.lines.indices {
            for index in plan.lines[line].objectives.indices {
                plan.lines[line].objectives[index].participants =
                    (line + index).isMultiple(of: 2) ? people : people.reversed()
            }
        }
        content.plans[year] = plan
        var options = PrintOptions()
        options.isAnonymous = true
        let document = try ReportDocument(.piano, of: content, year: year, options: options)
        let tables = document.tables.filter { $0.head.first?.cells.first?.text.plain == "Nominativo" }
        #expect(tables.count > 1)
        for table in tables {
            let numbers = table.rows.compactMap { Int($0.cells[0].text.plain.filter(\.isNumber)) }
            #expect(numbers == numbers.sorted())
        }
    }

    @Test func `a finding whose sentence says no more than its title says it once`() throws {
        var content = SampleArchive.content()
        let year = SampleArchive.year
        content.plans[year]?.lines[0].objectives[0].indicators[0].target = ReportedValue(reading: "")
        var options = PrintOptions()
        options.hasFindings = true
        let document = try ReportDocument(.allegatoB, of: content, year: year, options: options)
        let findings = document.texts.filter { $0.contains("Target mancante") }
        #expect(!findings.isEmpty)
        for words in findings { #expect(words.components(separatedBy: "Target mancante").count == 2) }
    }

    @Test func `choices are kept and read again, also those of another version`() throws {
        var options = PrintOptions()
        options.paper = .a3
        options.sector = "Ambiente"
        options.parts = [.objectives]
        let kept = try JSONEncoder().encode(options)
        #expect(try JSONDecoder().decode(PrintOptions.self, from: kept) == options)
        let other = Data(#"{"paper":"A5","hasFindings":true,"new":1}"#.utf8)
        let read = try JSONDecoder().decode(PrintOptions.self, from: other)
        #expect(read.paper == .a4)
        #expect(read.hasFindings)
    }
}
