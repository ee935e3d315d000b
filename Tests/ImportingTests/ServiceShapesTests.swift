import Model
import Reading
import ReadingFormats
import Testing

@testable import Importing

@Suite("Services in layouts of other offices")
struct ServiceShapesTests {
    /// What a service says, a line each.
    private func facts(_ map: ServiceMap) -> [String] {
        func series(_ rows: [Series]) -> [String] {
            rows.map { row in
                row.name + " " + row.years.map { row.values[$0]?.raw ?? "" }.joined(separator: " ")
            }
        }
        let lists = [
            map.elements.map { $0.name + ": " + $0.description },
            map.accessoryElements.map { "+ " + $0.name }, series(map.outputs),
            map.segments.map { "> " + $0.name }, series(map.users),
            map.staff.map { "staff " + $0.value.raw }, map.facilities.map { "@ " + $0.name + ", " + $0.note },
        ]
        let management = map.management.kind.map { "\($0)" } ?? ""
        return [map.name, map.sector, map.head, management] + lists.flatMap(\.self)
    }

    private func proposal(_ text: String, _ name: String = "a.txt") throws -> ImportProposal {
        try Importer.propose(bytes: Array(text.utf8), file: name)
    }

    @Test func sectionsOfASheetOfSeparatedValues() throws {
        let found = try proposal(
            """
            Comune di Rocca Chiara;;;
            Schede dei servizi comunali;;;
            Servizio;Biblioteca civica;;
            Settore;Cultura;;
            Responsabile;Primo Funzionario;;
            Prestazioni principali;;;
            Prestazione;Descrizione;;
            Prestito;Libri per trenta giorni;;
            Sala di lettura;Aperta fino a sera;;
            Prestazioni complementari;;;
            Letture per i piccoli;Il sabato;;
            Attività svolte;;;
            Voce;2022;2023;2024
            Prestiti;12.300;15.870;17.020
            Ingressi;n.d.;18.900;21.400
            Utenti serviti;2022;2023;2024
            Adulti;2.100;2.240;2.300
            Modalità di gestione;Diretta;;
            Personale impiegato;4;;
            Sedi del servizio;;;
            Sede;Indirizzo;;
            Sede centrale;Via del Mulino 3;;
            Servizio;Asilo nido;;
            Settore;Istruzione;;
            Responsabile;Secondo Funzionario;;
            Prestazioni principali;;;
            Prestazione;Descrizione;;
            Accoglienza;Dalle 7:30;;
            Modalità di gestione;Appalto a una cooperativa;;
            """, "a.csv")
        #expect(
            found.parts.services.map(facts) == [
                [
                    "Biblioteca civica", "Cultura", "Primo Funzionario", "direct",
                    "Prestito: Libri per trenta giorni", "Sala di lettura: Aperta fino a sera",
                    "+ Letture per i piccoli", "Prestiti 12.300 15.870 17.020", "Ingressi n.d. 18.900 21.400",
                    "Adulti 2.100 2.240 2.300", "staff 4", "@ Sede centrale, Via del Mulino 3",
                ],
                [
                    "Asilo nido", "Istruzione", "Secondo Funzionario", "outsourced",
                    "Accoglienza: Dalle 7:30",
                ],
            ])
        #expect(found.unread.isEmpty)
        #expect(found.parts.municipalityName == "Comune di Rocca Chiara")
    }

    @Test func labelledLinesAndTablesOfBlanks() throws {
        let found = try proposal(
            """
            Mappatura dei servizi

            SERVIZIO: Biblioteca civica
            Settore: Cultura
            Responsabile: Primo Funzionario
            Elementi centrali: Prestito; Sala di lettura
            Elementi accessori: Letture per i piccoli
            Categorie di utenti: adulti, ragazzi
            Forma di gestione: in concessione
            Personale addetto: 4
            Sedi di erogazione: Sede centrale; Punto di prestito

            Output del servizio                 2022        2023        2024
            Prestiti                          12.300      15.870      17.020

            Utenti serviti                      2022        2023        2024
            Adulti                             2.100       2.240       2.300
            """)
        #expect(
            found.parts.services.map(facts) == [
                [
                    "Biblioteca civica", "Cultura", "Primo Funzionario", "outsourced", "Prestito: ",
                    "Sala di lettura: ", "+ Letture per i piccoli", "Prestiti 12.300 15.870 17.020",
                    "> adulti",
                    "> ragazzi", "Adulti 2.100 2.240 2.300", "staff 4", "@ Sede centrale, ",
                    "@ Punto di prestito, ",
                ]
            ])
        #expect(found.unread.isEmpty)
    }

    @Test func headingsListsAndTablesOfAPageOfTheWeb() throws {
        let table = { (head: String, row: String) in
            "<table><tr><th>\(head)</th><th>2023</th><th>2024</th></tr><tr><td>\(row)</td><td>15.870</td><td>17.020</td></tr></table>"
        }
        let text = """
            <html><body><h1>Carta dei servizi</h1><h2>Biblioteca civica</h2><p>Responsabile: Primo Funzionario</p>
            <h3>Che cosa offriamo</h3><ul><li>Prestito: libri e film</li><li>Sala di lettura</li></ul>
            <h3>Volumi di attività</h3>\(table("Attività", "Prestiti"))
            <h3>Destinatari del servizio</h3><ul><li>Adulti</li><li>Ragazzi</li></ul>
            <h3>Utenti assistiti</h3>\(table("Utenti", "Adulti"))
            <h3>Forma di gestione</h3><p>In economia</p><h3>Personale addetto</h3><p>4</p>
            <h3>Sedi di erogazione</h3><ul><li>Sede centrale: via del Mulino 3</li></ul>
            <h2>Asilo nido</h2><p>Responsabile: Secondo Funzionario</p>
            <h3>Che cosa offriamo</h3><ul><li>Accoglienza</li></ul></body></html>
            """
        let document = try FormatReader.read(Array(text.utf8), budget: .standard)
        let found = Importer.propose(document, file: "a.html")
        #expect(
            found.parts.services.map(facts) == [
                [
                    "Biblioteca civica", "", "Primo Funzionario", "direct", "Prestito: libri e film",
                    "Sala di lettura: ", "Prestiti 15.870 17.020", "> Adulti", "> Ragazzi",
                    "Adulti 15.870 17.020",
                    "staff 4", "@ Sede centrale, via del Mulino 3",
                ], ["Asilo nido", "", "Secondo Funzionario", "", "Accoglienza: "],
            ])
        #expect(found.unread.isEmpty)
    }

    @Test func sheetsOfPartsWithAColumnOfServices() {
        let found = Importer.propose(
            workbook([
                (
                    "Servizi",
                    [
                        "Servizio|Settore|Responsabile|Forma di gestione|Personale addetto",
                        "Biblioteca civica|Cultura|Primo Funzionario|Diretta|4",
                        "Asilo nido|Istruzione|Secondo Funzionario|In appalto|11",
                    ]
                ),
                (
                    "Prestazioni",
                    [
                        "Servizio|Prestazione|Descrizione", "Biblioteca civica|Prestito|Libri e film",
                        "|Sala di lettura|Quaranta posti", "Asilo nido|Accoglienza|Dalle 7:30",
                    ]
                ),
                (
                    "Output",
                    [
                        "Servizio|Output|2023|2024", "Biblioteca civica|Prestiti|15870|17020",
                        "Asilo nido|Giorni di apertura|210|208",
                    ]
                ),
                ("Utenti", ["Servizio|Segmento di utenza|2023|2024", "Asilo nido|Bambini|60|62"]),
                ("Sedi", ["Servizio|Sede|Indirizzo", "Asilo nido|Nido del Parco|Via dei Tigli 8"]),
            ]), file: "a.xlsx")
        #expect(
            found.parts.services.map(facts) == [
                [
                    "Biblioteca civica", "Cultura", "Primo Funzionario", "direct", "Prestito: Libri e film",
                    "Sala di lettura: Quaranta posti", "Prestiti 15870 17020", "staff 4",
                ],
                [
                    "Asilo nido", "Istruzione", "Secondo Funzionario", "outsourced",
                    "Accoglienza: Dalle 7:30",
                    "Giorni di apertura 210 208", "Bambini 60 62", "staff 11",
                    "@ Nido del Parco, Via dei Tigli 8",
                ],
            ])
        #expect(found.unread.isEmpty)
    }

    @Test func cardsOfLabelsAndCellsOfSeveralLines() {
        func card(_ rows: [String]) -> Block {
            Block(
                .table(
                    Table(rows: rows.map { row in row.split(separator: "|").map { Cell(String($0)) } })),
                at: Place())
        }
        let found = Importer.propose(
            SourceDocument(
                format: .docx,
                blocks: [
                    Block(.paragraph("Catalogo dei servizi"), at: Place()),
                    card([
                        "Denominazione del servizio|Biblioteca civica", "Settore di appartenenza|Cultura",
                        "Dirigente|Primo Dirigente", "Elementi centrali|Prestito\nSala di lettura",
                        "Categorie di utenti|Adulti\nRagazzi", "Forma gestionale|Diretta",
                        "Risorse umane impiegate|4", "Strutture erogative|Sede centrale\nPunto di prestito",
                    ]), Block(.paragraph("Output del servizio"), at: Place()),
                    card(["Output|2023|2024", "Prestiti|15.870|17.020"]),
                ], findings: []), file: "a.docx")
        #expect(
            found.parts.services.map(facts) == [
                [
                    "Biblioteca civica", "Cultura", "Primo Dirigente", "direct", "Prestito: ",
                    "Sala di lettura: ", "Prestiti 15.870 17.020", "> Adulti", "> Ragazzi", "staff 4",
                    "@ Sede centrale, ", "@ Punto di prestito, ",
                ]
            ])
        #expect(found.unread.isEmpty)
    }
}
