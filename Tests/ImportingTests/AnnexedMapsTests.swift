import Model
import Reading
import Testing

@testable import Importing

@Suite("Reports with the maps of the services behind the objectives, and what their cards tell in words")
struct AnnexedMapsTests {
    /// A document of a word processor: `#` and a blank open a heading, `-` an item, rows with bars are tables.
    private func document(_ lines: String) -> SourceDocument {
        var blocks: [Block] = []
        var rows: [[Cell]] = []
        func close() {
            if !rows.isEmpty { blocks.append(Block(.table(Table(rows: rows)), at: Place(line: 1))) }
            rows = []
        }
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.contains("|") {
                rows.append(
                    line.split(separator: "|", omittingEmptySubsequences: false).map {
                        Cell(String($0).trimmingWhitespace(), place: Place(line: 1))
                    })
                continue
            }
            close()
            if line.isEmpty { continue }
            let marks = line.prefix { $0 == "#" }.count
            if marks > 0 {
                blocks.append(
                    Block(.heading(String(line.dropFirst(marks + 1)), level: marks), at: Place(line: 1)))
            } else if line.hasPrefix("- ") {
                blocks.append(Block(.item(String(line.dropFirst(2))), at: Place(line: 1)))
            } else {
                blocks.append(Block(.paragraph(line), at: Place(line: 1)))
            }
        }
        close()
        return SourceDocument(format: .docx, blocks: blocks, findings: [])
    }

    private static let report = """
        # Relazione sulla performance 2024

        Linea strategica | Obiettivi | % ragg.
        Una città curata | 1 | 98,00%

        # Una città curata 98,00% ▲ Raggiunto
        ## Sfalci puntuali nei parchi 98% ▲ Raggiunto
        Settore | Verde pubblico
        Definizione | I prati dei parchi sono tagliati prima che l'erba superi i venti centimetri.

        Indicatore | Formula | Target atteso | Target consuntivo | Peso | % ragg.
        Tagli eseguiti | n. tagli | 8 | 8 | 60 | 100%
        Segnalazioni chiuse | n. chiuse | 100 | 95 | 40 | 95%

        # Allegati
        - Allegato C – Mappe dei servizi
        """

    private static let maps = """
        # Allegato C – Mappe dei servizi
        ## Servizio: Biblioteca
        Responsabile | PROVA Caio

        ### Elemento centrale
        Elemento | Descrizione
        Prestito | I libri sono dati in prestito.

        ### Elementi accessori
        Elemento | Descrizione
        Letture | Letture ad alta voce per bambini.

        ### Output del servizio
        Tipologia | 2022 | 2023 | 2024
        n. prestiti | 4.100 | 4.250 | 4.380

        ### Criteri di segmentazione adottati
        - età dei lettori

        ### Segmenti di utenza
        Segmento di utenza | Descrizione
        ragazzi | sotto i quattordici anni

        ### Utenti seguiti
        Segmento di utenza | 2022 | 2023 | 2024
        ragazzi | 310 | 322 | 340

        ### Strutture erogative
        Struttura | Note
        Sede centrale | aperta il sabato
        """

    @Test("Objectives and maps of one document both come back, and every line has one account")
    func reportWithMaps() throws {
        let found = Importer.propose(document(Self.report + "\n\n" + Self.maps), file: "relazione.docx")
        #expect(found.kind == .relazione)
        #expect(found.parts.year == 2024)
        let objective = try #require(found.objectives.first)
        #expect(found.objectives.map(\.title) == ["Sfalci puntuali nei parchi"])
        #expect(objective.indicators.map(\.name) == ["Tagli eseguiti", "Segnalazioni chiuse"])
        #expect(objective.indicators.map(\.actual.raw) == ["8", "95"])
        let map = try #require(found.parts.services.first)
        #expect(found.parts.services.map(\.name) == ["Biblioteca"])
        #expect(map.head == "PROVA Caio")
        #expect(map.outputs.map { $0.values[2024]?.raw } == ["4.380"])
        #expect(map.users.map { $0.values[2022]?.raw } == ["310"])
        #expect(map.facilities.map(\.name) == ["Sede centrale"])
        #expect(found.recognised.indicators == 2 && found.recognised.outputSeries == 1)
        #expect(found.lines.total == found.lines.blank + found.lines.bound + found.lines.unread)
        #expect(found.lines.unread == found.unread.count)
    }

    @Test("Maps without objectives above them, and objectives without maps, are read as before")
    func oneOfTheTwo() throws {
        let maps = Importer.propose(
            document("# Mappe dei servizi 2024\n\nIl documento descrive i servizi.\n\n" + Self.maps),
            file: "mappe.docx")
        #expect(maps.kind == .mappe)
        #expect(maps.parts.services.map(\.name) == ["Biblioteca"])
        #expect(maps.parts.plan == nil)
        let report = Importer.propose(document(Self.report), file: "relazione.docx")
        #expect(report.objectives.count == 1)
        #expect(report.parts.services.isEmpty)
    }

    private static let plan = """
        # Piano della performance 2025
        # 01. Una città curata
        La cura dei luoghi comuni è il primo compito di chi amministra il Comune.
        Gli interventi seguono le stagioni e le richieste dei quartieri.

        Assessori di riferimento | Sindaca

        #### Obiettivo strategico 01.1 Verde e parchi
        #### Obiettivo strategico 01.2 Strade e piazze sicure per chi cammina e per chi va in bicicletta
        ## Sfalci puntuali nei parchi
        Obiettivo strategico | 01.1 Verde e parchi
        Settore | Verde pubblico
        Obiettivi Agenda 2030 | 11, 15
        Definizione | I prati dei parchi sono tagliati prima che l'erba superi i venti centimetri.

        #### Cronoprogramma
        Tempi | Fase | gen | feb | mar | apr | mag
        da febbraio ad aprile | Affidamento | | ■ | ■ | ■ |
        | Primi tagli | | | | ■ | ■

        #### Fattori critici
        Le squadre sono troppo poche:
        - due persone sono assenti;
        - i mezzi sono vecchi.
        La primavera può essere piovosa

        #### Indicatori
        Indicatore | Target atteso
        Tagli eseguiti | 8

        #### Dipendenti che partecipano all'obiettivo
        Nominativo | Inquadramento | Quota
        PROVA Caio | C3 | segue i lavori
        PROVA Sempronia | D1 | tiene i conti
        """

    @Test("What cards tell in words: of a line, its aims and delegates, of phases, critical factors, people")
    func cards() throws {
        let found = Importer.propose(document(Self.plan), file: "piano.docx")
        let line = try #require(found.parts.plan?.lines.first)
        #expect(line.code == "01")
        #expect(line.delegates == "Sindaca")
        #expect(
            line.definition == "La cura dei luoghi comuni è il primo compito di chi amministra il Comune."
                + "\n\nGli interventi seguono le stagioni e le richieste dei quartieri.")
        #expect(line.strategicObjectives.map(\.code).sorted() == ["01.1", "01.2"])
        let objective = try #require(found.objectives.first)
        #expect(found.objectives.map(\.title) == ["Sfalci puntuali nei parchi"])
        #expect(objective.sustainableGoals == [11, 15])
        #expect(objective.phases.map(\.timing) == ["da febbraio ad aprile", "aprile, maggio"])
        #expect(objective.phases.map { months($0, year: 2025) } == [["2-4"], ["4-5"]])
        #expect(
            objective.criticalFactors == "Le squadre sono troppo poche:\n\n- due persone sono assenti;\n"
                + "- i mezzi sono vecchi.\n\nLa primavera può essere piovosa")
        #expect(objective.indicators.map(\.name) == ["Tagli eseguiti"])
        #expect(objective.participants.map { $0.share?.raw } == ["segue i lavori", "tiene i conti"])
    }
}
