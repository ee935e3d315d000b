import ToolSupport

/// A small report as an office writes it, with the rows of a test.
enum ReportDraft {
    /// The report of 2031 with a line, whose rows are `objective|indicator|target|actual|weight`.
    static func text(_ rows: [String]) -> [UInt8] {
        let head = """
            COMUNE DI BORGOPROVA

            Relazione sulla Performance 2031
            LINEA STRATEGICA SUI GIARDINI

            Responsabile\tObiettivo\tIndicatore\tTarget atteso\tTarget Consuntivo\tPeso

            """
        let cells = rows.map { "Rossetti Prova\t" + $0.replacing("|", with: "\t") }
        return Array((head + cells.joined(separator: "\n") + "\n").utf8)
    }

    /// Imports the rows into an archive of the folder and gives its path.
    static func archive(_ rows: [String], in scratch: Scratch) throws -> String {
        let file = try scratch.file("relazione.txt", text(rows))
        _ = try ToolRun(["import", file, "--archive", scratch.path("archivio")])
        return scratch.path("archivio")
    }

    /// The map of a service with one series of the years 2031, 2030 and 2029, imported.
    static func services(
        _ figures: String, in scratch: Scratch, named name: String = "Ludoteca"
    ) throws -> String {
        let text = """
            Città di Borgoprova

            Catalogo dei servizi

            Esercizio 2031

            MAPPA DEL SERVIZIO: \(name)

            Settore: Tempo libero

            Prodotti del servizio

            Prodotto\tU.M.\t2031\t2030\t2029
            Saldo\t€\t\(figures)

            """
        let file = try scratch.file("mappe.txt", Array(text.utf8))
        _ = try ToolRun(["import", file, "--kind", "mappe", "--archive", scratch.path("archivio")])
        return scratch.path("archivio")
    }
}
