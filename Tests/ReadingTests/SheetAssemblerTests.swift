import Reading
import Testing

@Suite("The pieces of a sheet")
struct SheetAssemblerTests {
    private func read(_ rows: [String]) throws -> [String] {
        var sheet = SheetAssembler(DocumentBuilder(format: .xlsx, budget: .standard))
        for row in rows {
            try sheet.append(
                row.split(separator: "|", omittingEmptySubsequences: false).map { Cell(String($0)) })
        }
        return shorthand(try sheet.finish())
    }

    private let passage = String(repeating: "Parole di un testo lungo. ", count: 8)

    @Test("A text document in a sheet without blank rows: its lines are no cells of the tables between them")
    func textDocument() throws {
        let found = try read([
            "Obiettivo uno", "Indicatore|||Target", "alberi|||350", passage, "Obiettivo due", "Peso: 40",
            "Fase|Inizio||||Fine", "gara|1/1||||3/3", "Obiettivo tre", "Peso: 60", "Note", "Fase||Fine",
            "lavori||6/6",
        ])
        #expect(
            found == [
                "H Obiettivo uno", "T Indicatore|||Target / alberi|||350", "P \(passage)", "P Obiettivo due",
                "H Peso: 40", "T Fase|Inizio||||Fine / gara|1/1||||3/3", "P Obiettivo tre", "P Peso: 60",
                "H Note", "T Fase||Fine / lavori||6/6",
            ])
    }

    @Test("Names of rows whose values nobody has entered yet stay rows of their table")
    func unfilled() throws {
        let rows = [
            "Servizio|2022|2023", "Anagrafe|12|14", "Biblioteca", "Musei", "Teatri", "Sport|3|4", "Nidi",
        ]
        #expect(try read(rows).count == 1)
        #expect(try read(["Servizio|2022|2023", "Anagrafe", "Biblioteca", "Musei", "Teatri"]).count == 1)
    }

    @Test("Titles over the rows of a table stay in it")
    func sections() throws {
        let rows = ["Indicatore|Target", "AREA TECNICA", "Strade", "km asfaltati|12", "Verde", "alberi|350"]
        #expect(try read(rows).count == 1)
    }
}
