import Foundation
import Model

extension SampleArchive {
    /// The municipality with its sectors; one has no head in autumn.
    static func municipality() -> Municipality {
        var municipality = Municipality(
            id: UUID(naming: ["sample", "municipality"]), name: "Comune di Valdoria")
        municipality.sectors = sectorTable.map(sector)
        municipality.units = unitTable.map { name, code in
            var unit = ServiceUnit(id: UUID(naming: ["sample", "unit", name]), name: name)
            unit.sectorID = UUID(naming: ["sample", "sector", code])
            return unit
        }
        return municipality
    }

    /// The texts of the report.
    static func chapters() -> [Chapter] {
        chapterTable.map { title, text in
            Chapter(id: UUID(naming: ["sample", "chapter", title]), title: title, text: text)
        }
    }

    private static func sector(_ row: (code: String, name: String, duties: String, tenures: [Period]))
        -> Sector
    {
        var sector = Sector(id: UUID(naming: ["sample", "sector", row.code]), name: row.name)
        sector.code = row.code
        sector.duties = row.duties
        sector.tenures = row.tenures.map { period in
            var tenure = Tenure(
                id: UUID(naming: ["sample", "tenure", row.code, period.from]), head: period.head,
                from: CalendarDate(italian: period.from), to: CalendarDate(italian: period.to))
            tenure.role = period.role
            return tenure
        }
        return sector
    }

    private struct Period {
        var head: String
        var from: String
        var to: String
        var role = TenureRole.holder
    }

    private static let sectorTable: [(code: String, name: String, duties: String, tenures: [Period])] = [
        (
            "01", "Affari generali e personale", "Organi, atti, personale, transizione digitale.",
            [Period(head: "Responsabile del Settore 1", from: "01/01/2025", to: "31/12/2025")]
        ),
        (
            "02", "Finanze e tributi", "Bilancio, entrate, economato, controllo di gestione.",
            [
                Period(head: "Responsabile del Settore 2", from: "01/01/2025", to: "31/08/2025"),
                Period(
                    head: "Responsabile del Settore 1", from: "01/10/2025", to: "31/12/2025", role: .interim),
            ]
        ),
        (
            "03", "Territorio e ambiente", "Urbanistica, edilizia, verde, rifiuti, lavori pubblici.",
            [Period(head: "Responsabile del Settore 3", from: "01/01/2025", to: "31/12/2025")]
        ),
        (
            "04", "Servizi alla persona", "Scuola, cultura, sociale, sport.",
            [Period(head: "Responsabile del Settore 4", from: "01/01/2025", to: "31/12/2025")]
        ),
        (
            "05", "Polizia locale", "Sicurezza stradale, commercio, protezione civile.",
            [Period(head: "Responsabile del Settore 5", from: "01/01/2025", to: "31/12/2025")]
        ),
    ]

    private static let unitTable = [
        ("Segreteria", "01"), ("Personale", "01"), ("Demografici", "01"), ("Ragioneria", "02"),
        ("Tributi", "02"), ("Lavori pubblici", "03"), ("Ambiente", "03"), ("Biblioteca", "04"),
        ("Servizi sociali", "04"), ("Asili nido", "04"), ("Comando", "05"),
    ]

    private static let chapterTable = [
        (
            "Presentazione e principali risultati",
            "Il 2025 è stato l'anno del passaggio alla gestione digitale dei procedimenti e "
                + "dell'apertura della nuova sede della biblioteca.\n\nQuasi tutti gli obiettivi del piano sono "
                + "stati raggiunti; restano indietro la raccolta differenziata negli uffici e la "
                + "riqualificazione del parco lungo il fiume, rinviata per il maltempo."
        ),
        (
            "Contesto e risorse",
            "Valdoria conta 18.420 residenti al 31 dicembre 2025 e 96 dipendenti, quattro in meno dell'anno "
                + "precedente.\n\nLa spesa corrente è stata di 14,2 milioni di euro, gli investimenti di 5,6 "
                + "milioni, per il 61 % finanziati dal PNRR."
        ),
    ]
}
