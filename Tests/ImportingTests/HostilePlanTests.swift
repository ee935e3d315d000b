import Model
import Reading
import Testing

@testable import Importing

@Suite("Plans that were cut, shuffled and made to hurt")
struct HostilePlanTests {
    private static let fixtures = [
        "piano-due-righe.txt", "piano-tabelle.txt", "piano-spostato.txt", "piano-fitto.txt",
    ]

    private func read(_ text: String) throws -> ImportProposal {
        let document = try TextReader.read(Array(text.utf8), budget: .standard)
        let rows = DocumentRows(document, text: try SourceText(text: text))
        let reader = FormReader(rows, file: "piano.txt", year: nil)
        return ImportProposal(reader.reading, kind: .piano, parts: reader.parts)
    }

    private func check(_ lines: [String], _ what: String) throws {
        let text = lines.joined(separator: "\n")
        guard let source = try? SourceText(text: text) else { return }
        let proposal = try read(text)
        let counts = proposal.lines
        #expect(counts.total == counts.blank + counts.bound + counts.unread, "\(what)")
        #expect(counts.total == source.lines.count, "\(what)")
        let objectives = proposal.objectives
        #expect(Set(objectives.map(\.id)).count == objectives.count, "\(what)")
        let indicators = objectives.flatMap(\.indicators)
        #expect(Set(indicators.map(\.id)).count == indicators.count, "\(what)")
    }

    @Test("Any line left out", arguments: fixtures)
    func dropped(name: String) throws {
        let lines = try SourceText(bytes: fixtureBytes(name)).lines.map(\.raw)
        for index in stride(from: 0, to: lines.count, by: 5) where !lines[index].isEmpty {
            var cut = lines
            cut.remove(at: index)
            try check(cut, "without line \(index + 1)")
        }
    }

    @Test("Cut at any line, at the end and at the start", arguments: fixtures)
    func truncated(name: String) throws {
        let lines = try SourceText(bytes: fixtureBytes(name)).lines.map(\.raw)
        for index in stride(from: 0, to: lines.count, by: 9) {
            try check(Array(lines[..<index]), "up to line \(index)")
            try check(Array(lines[index...]), "from line \(index + 1)")
        }
    }

    @Test("Shuffled, doubled, without blank lines, upside down", arguments: fixtures)
    func shuffled(name: String) throws {
        let lines = try SourceText(bytes: fixtureBytes(name)).lines.map(\.raw)
        for seed in 1...10 {
            var random = SteadyRandom(seed: UInt64(seed))
            try check(lines.shuffled(using: &random), "shuffled \(seed)")
            try check(lines.flatMap { Bool.random(using: &random) ? [$0, $0] : [$0] }, "doubled \(seed)")
        }
        try check(lines.reversed(), "upside down")
        try check(lines.filter { !$0.isEmpty }, "without blank lines")
        try check(lines.map { $0.replacing("\t", with: " ") }, "without cells")
    }

    @Test(
        "A document of one thing over and over is accounted for line by line",
        arguments: [
            "Obiettivo operativo\nuna strada\n", "01. SETTORE %\n", "indicatore di\n- data\n● percentuale\n",
            "Fasi e tempi\nuna fase\n", "FASE 1 - gennaio\n", "Personale coinvolto\nPROVA Tizia\nC1\n",
            "Obiettivo operativo\nRif. DUP 1.1.1\nTITOLO %\n\nindicatore di efficacia\nnome\n% prevista\n10\n",
            "obiettivi operativi\nTITOLO %\n\n0%. SETTORE %\n\nda realizzare entro il 31/12/2025\n",
            "indirizzo strategico\n%. LINEA %\nobiettivo strategico\n%.1 - SCOPO %\n",
            "dato di partenza: 1\n",
            "Struttura organizzativa\n%. SETTORE %\n01/01/2025\t31/12/2025\tPROVA Tizia\n",
            "Comune di\nProva\n",
            "Linee strategiche\n%. LINEA %\nn. obiettivi strategici\n3\ntesto che va avanti\n",
            "Fasi\n1) una fase che\nva avanti e poi\n",
        ])
    func long(piece: String) throws {
        let count = 48_000 / piece.utf8.count
        let text = (0..<count).map { piece.replacing("%", with: "\($0 % 900)") }.joined()
        let counts = try read(text).lines
        #expect(counts.total == counts.blank + counts.bound + counts.unread)
    }
}
