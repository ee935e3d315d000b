import Model
import Testing

@testable import Importing

@Suite("Tables laid out in other ways than row by row")
struct TableShapesTests {
    private func read(_ text: String, _ name: String = "a.csv") throws -> ImportProposal {
        try Importer.propose(bytes: Array(text.utf8), file: name, year: 2024)
    }

    /// An indicator's name, target, actual and weight as written.
    private func facts(_ objective: Objective?) -> [[String]] {
        (objective?.indicators ?? []).map { [$0.name, $0.target.raw, $0.actual.raw, $0.weight.raw] }
    }

    @Test func tablesSideBySideAreTwo() throws {
        let found = try read(
            """
            Obiettivo;Indicatore;Target;Peso;;Obiettivo;Indicatore;Target;Peso
            Recupero evasione;Avvisi emessi;300;60;;Tempi di pagamento;Giorni medi;28;100
            ;Incassi;45000;40;;Inventario;Beni censiti;1200;100
            """)
        #expect(
            found.objectives.map(\.title) == ["Recupero evasione", "Tempi di pagamento", "Inventario"])
        #expect(
            facts(found.objectives.first) == [
                ["Avvisi emessi", "300", "", "60"], ["Incassi", "45000", "", "40"],
            ])
        #expect(facts(found.objectives.last) == [["Beni censiti", "1200", "", "100"]])
    }

    @Test func valuesThatRepeatByYearAreNoTablesSideBySide() throws {
        let found = try read(
            """
            Obiettivo;Indicatore;Target 2024;Consuntivo 2024;Target 2025;Target 2026
            Recupero evasione;Avvisi emessi;300;310;320;330
            Inventario;Beni censiti;1200;1100;1300;1400
            """)
        #expect(found.objectives.map(\.title) == ["Recupero evasione", "Inventario"])
        #expect(facts(found.objectives.first) == [["Avvisi emessi", "300", "310", ""]])
    }

    @Test func anEmptyColumnBetweenObjectivesAndTheirIndicatorsPartsNothing() throws {
        let found = try read(
            """
            N.;Descrizione obiettivo;Rilevanza obiettivo;;Indicatore;Peso;Target
            1;Assistenza domiciliare;5;;Persone assistite;100;177
            2;Patrimonio comunale;95;;Immobili censiti;100;15
            """)
        #expect(found.objectives.map(\.title) == ["Assistenza domiciliare", "Patrimonio comunale"])
        #expect(facts(found.objectives.first) == [["Persone assistite", "177", "", "100"]])
    }

    @Test func aTableOnItsSideHasAnIndicatorAColumn() throws {
        let found = try read(
            """
            Obiettivo;Migliorare la raccolta differenziata
            Settore;Ambiente

            Indicatore;Raccolta differenziata;Isole ecologiche attivate;Segnalazioni risolte
            Target 2024;75%;3;200
            Consuntivo 2024;77,5%;2;213
            Peso;50;30;20
            """)
        #expect(found.objectives.map(\.title) == ["Migliorare la raccolta differenziata"])
        #expect(
            facts(found.objectives.first) == [
                ["Raccolta differenziata", "75%", "77,5%", "50"],
                ["Isole ecologiche attivate", "3", "2", "30"],
                ["Segnalazioni risolte", "200", "213", "20"],
            ])
    }

    @Test func aRowAYearMakesASeries() throws {
        let found = try read(
            """
            Servizio;Output;Anno;Valore
            Anagrafe;Carte d'identità;2022;1.200
            Anagrafe;Carte d'identità;2023;1.350
            Anagrafe;Certificati;2022;8.000
            Anagrafe;Certificati;2023;n.d.
            Asili nido;Bambini iscritti;2023;62
            Asili nido;Bambini iscritti;2022;60
            """)
        let services = found.parts.services
        #expect(services.map(\.name) == ["Anagrafe", "Asili nido"])
        #expect(services.first?.outputs.map(\.name) == ["Carte d'identità", "Certificati"])
        #expect(services.first?.outputs.first?.values.mapValues(\.raw) == [2022: "1.200", 2023: "1.350"])
        #expect(services.last?.outputs.first?.values.mapValues(\.raw) == [2022: "60", 2023: "62"])
    }

    @Test func linesOfACellAreIndicatorsWhereTheirValuesHaveAsMany() throws {
        let found = try read(
            """
            N.;Obiettivo;Responsabile;Indicatori;Target;Peso
            1;Riordino archivi;Verdi;"Faldoni riordinati
            Metri lineari scartati";"1.500
            40";20
            2;Nuovo sito;Neri;"Pagine migrate
            e collaudate";100%;80
            """)
        #expect(
            facts(found.objectives.first).map { Array($0.prefix(2)) } == [
                ["Faldoni riordinati", "1.500"], ["Metri lineari scartati", "40"],
            ])
        #expect(
            facts(found.objectives.last).map { Array($0.prefix(2)) } == [
                ["Pagine migrate e collaudate", "100%"]
            ])
    }

    @Test func theTotalOfTheMonthsIsWhatWasReached() throws {
        let found = try read(
            """
            Obiettivo;Indicatore;Target;Gen;Feb;Mar;Apr;Mag;Giu;Lug;Ago;Set;Ott;Nov;Dic;Totale
            Sportello;Pratiche concluse;1200;100;98;105;99;101;97;80;60;110;120;115;118;1203
            Sportello;Accessi;900;80;70;75;77;80;81;60;40;90;95;90;85;923
            """)
        #expect(facts(found.objectives.first).map { $0[2] } == ["1203", "923"])
    }

    @Test func ofTwoDaysTheEndOfTheYearIsWhatWasReached() throws {
        let found = try read(
            """
            Obiettivo operativo;Indicatore;Target 2024;Valore al 30/06/2024;Valore al 31/12/2024;Peso %
            Sicurezza stradale;Controlli;120;55;118;50
            Sicurezza stradale;Posti di blocco;60;30;66;50
            """)
        #expect(facts(found.objectives.first).map { $0[2] } == ["118", "66"])
    }

    @Test func abbreviatedHeadsAreUnderstood() throws {
        let found = try read(
            """
            Cod. Obiettivo;Desc. Obiettivo;Cod. Ind.;Desc. Indicatore;U.M.;Val. Iniziale;Val. Atteso;Val. Finale;Peso Ind.;Peso Ob.;CdR;Resp.
            1.01;Semplificare i pagamenti;1;Pagamenti dal portale;n.;1.000;1.500;1.620;50%;40%;Tributi;ROSSI
            1.01;Semplificare i pagamenti;2;Giorni medi di riversamento;gg;12;7;8;50%;40%;Tributi;ROSSI
            1.02;Ridurre il contenzioso;1;Ricorsi;n.;50;40;37;100%;60%;Tributi;ROSSI
            """)
        #expect(found.objectives.map(\.title) == ["Semplificare i pagamenti", "Ridurre il contenzioso"])
        #expect(found.objectives.map(\.sector) == ["Tributi", "Tributi"])
        #expect(found.objectives.map(\.weight) == [ExactDecimal(40), ExactDecimal(60)])
        #expect(facts(found.objectives.first).first == ["Pagamenti dal portale", "1.500", "1.620", "50%"])
        #expect(found.objectives.first?.indicators.map(\.measure) == [.quantity, .timeliness])
    }

    @Test(arguments: ["OBIETTIVO", "Obiettivo n."])
    func anIndicatorAndItsValuesOnALine(label: String) throws {
        let found = try read(
            """
            COMUNE DI VALDORIA
            PEG 2024 - Settore Cultura

            \(label) 1 - Apertura domenicale del museo (peso 30%)
               Indicatori:
               a) Domeniche di apertura: target 40, consuntivo 42
               b) Visitatori: target almeno 5.000, consuntivo 4.810,5

            \(label) 2 - Festival del libro (peso 70%)
               Indicatori:
               a) Autori ospitati (target 20, consuntivo 24)
            """, "a.txt")
        #expect(found.objectives.map(\.title) == ["Apertura domenicale del museo", "Festival del libro"])
        #expect(found.objectives.map(\.weight) == [ExactDecimal(30), ExactDecimal(70)])
        #expect(
            found.objectives.flatMap(facts).map { Array($0.prefix(3)) } == [
                ["Domeniche di apertura", "40", "42"], ["Visitatori", "almeno 5.000", "4.810,5"],
                ["Autori ospitati", "20", "24"],
            ])
    }

    @Test func aRowWithoutValuesOverRowsWithThemIsTheirObjective() throws {
        let found = try read(
            """
            Descrizione;Target;Consuntivo;Peso
            Migliorare il verde pubblico;;;40
            Alberi piantati;100;112;60
            Parchi con impianto di irrigazione;4;4;40
            Sicurezza nelle scuole;;;60
            Scuole con certificazione;6;5;100
            """)
        #expect(found.objectives.map(\.title) == ["Migliorare il verde pubblico", "Sicurezza nelle scuole"])
        #expect(found.objectives.map(\.weight) == [ExactDecimal(40), ExactDecimal(60)])
        #expect(
            found.objectives.flatMap(facts).map { Array($0.prefix(3)) } == [
                ["Alberi piantati", "100", "112"], ["Parchi con impianto di irrigazione", "4", "4"],
                ["Scuole con certificazione", "6", "5"],
            ])
    }

    @Test func anObjectiveWithoutATargetIsNoTitleOfTheNextOnes() throws {
        let found = try read(
            """
            Descrizione;Target;Peso;Responsabile
            Nuovo regolamento;;20;Verdi
            Alberi piantati;100;60;Neri
            Scuole con certificazione;6;20;Neri
            """)
        #expect(
            found.objectives.map(\.title) == [
                "Nuovo regolamento", "Alberi piantati", "Scuole con certificazione",
            ])
    }

    @Test func aPercentageInATitleIsNoResult() {
        #expect(HeadingResult.parted("Raccolta al 70% non residenti") == nil)
        #expect(HeadingResult.parted("Riduzione dei consumi del 20%") == nil)
        #expect(HeadingResult.parted("Verde urbano 99% ▲ Raggiunto (parziale)")?.title == "Verde urbano")
        #expect(HeadingResult.parted("Verde urbano 40% Parzialmente raggiunto")?.title == "Verde urbano")
    }

    @Test func aTableThatExplainsLabelsIsNoObjective() throws {
        let found = try read(
            """
            Campo;Descrizione
            Obiettivo;Titolo breve
            Indicatore;Che cosa si misura

            Settore;Obiettivo;Indicatore;Target
            Sport;Nuova palestra;Ore di utilizzo;2200
            """)
        #expect(!found.objectives.contains { $0.title.isEmpty })
        #expect(found.objective("Nuova palestra")?.indicators.map(\.target.raw) == ["2200"])
    }

    @Test(
        "However such a table is cut, every line is accounted for",
        arguments: [
            "Obiettivo;Indicatore;Target;;Obiettivo;Indicatore;Target\nA;b;1;;C;d;2\n;e;3;;F;g;4\n",
            "Obiettivo;A\nIndicatore;b;c;d\nTarget;1;2;3\nConsuntivo;1;;3\nPeso;50;30;20\nTotale;1;2;3\n",
            "Servizio;Output;Anno;Valore\nA;b;2022;1\nA;b;2023;2\nC;d;2022;3\nC;d;2023;4\n",
            "N.;Obiettivo;Indicatori;Target\n1;A;\"b\nc\";\"1\n2\"\n2;D;\"e\nf\";3\nTotale;;;6\n",
            "Descrizione;Target;Peso\nTotale;;\nA;;40\nb;1;60\nc;2;40\nD;;60\ne;3;100\nTotale;6;\n",
            "OBIETTIVO 1 - Alberi (peso 30%)\nIndicatori:\na) B: target 4, consuntivo 5\n: target 1\nb) (target 2)\n",
        ])
    func mutilated(text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for seed in 1...40 {
            var random = SteadyRandom(seed: UInt64(seed))
            let cut = Mutilation.apply(Mutilation.apply(lines, &random), &random).joined(separator: "\n")
            guard let found = try? read(cut) else { continue }
            let counts = found.lines
            #expect(counts.total == counts.blank + counts.bound + counts.unread, "\(cut)")
        }
    }

    @Test func labelsWithoutAColonAreACardWhereThreeStandTogether() throws {
        let found = try read(
            """
            Scheda obiettivo n. 1
            Titolo obiettivo Recupero dell'evasione e
            dei tributi minori
            Settore Servizi finanziari
            Responsabile dott. A. B.
            Peso 30
            Indicatore avvisi emessi
            Target 120
            Consuntivo 130

            Scheda obiettivo n. 2
            Titolo obiettivo Verde urbano
            Settore Lavori pubblici
            Responsabile ing. C. D.
            Peso 70
            Indicatore alberi messi a dimora
            Target 80
            Consuntivo 75
            """, "a.txt")
        #expect(
            found.objectives.map { [$0.title, $0.sector, $0.head, $0.weight?.description ?? ""] } == [
                ["Recupero dell'evasione e dei tributi minori", "Servizi finanziari", "dott. A. B.", "30"],
                ["Verde urbano", "Lavori pubblici", "ing. C. D.", "70"],
            ])
        #expect(facts(found.objectives.first) == [["avvisi emessi", "120", "130", ""]])
        #expect(facts(found.objectives.last) == [["alberi messi a dimora", "80", "75", ""]])
    }

    @Test func sentencesThatBeginWithALabelAreNoCard() throws {
        let found = try read(
            """
            Obiettivo Principale del Comune è la cura del verde
            Settore Verde e Settore Strade lavorano insieme
            Indicatore di ciò sono i parchi
            """, "a.txt")
        #expect(found.objectives.isEmpty)
    }

    @Test func aNumberedTitleHasItsWeightBehindIt() throws {
        let found = try read(
            """
            AREA TECNICA - Responsabile: ing. C. D.

            1. Verde urbano (peso 40)
               - Alberi messi a dimora: previsti 80, realizzati 75

            2. Manutenzione delle strade (peso 60%)
               - Km asfaltati: previsti 12, realizzati 14
            """, "a.txt")
        #expect(
            found.objectives.map { [$0.title, $0.head, $0.weight?.description ?? ""] } == [
                ["Verde urbano", "ing. C. D.", "40"], ["Manutenzione delle strade", "ing. C. D.", "60"],
            ])
        #expect(facts(found.objectives.last) == [["Km asfaltati", "12", "14", ""]])
    }

    @Test func valuesInBracketsAreOfTheIndicatorBeforeThem() throws {
        let found = try read(
            """
            Obiettivo: Recupero dell'evasione
            Indicatore: avvisi emessi (target: 120; consuntivo: 130; peso: 60%)
            Indicatore: incassi (target 80.000, consuntivo 91.300, peso 40%)
            """, "a.txt")
        #expect(
            facts(found.objectives.first) == [
                ["avvisi emessi", "120", "130", "60%"], ["incassi", "80.000", "91.300", "40%"],
            ])
    }
}
