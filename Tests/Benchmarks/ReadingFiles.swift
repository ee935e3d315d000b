import Exporting
import Foundation
import Model

extension WholeProcess {
    /// Reading a workbook of ten columns and ten rows for each indicator (100,000 as a rule) as tables, in turn with
    /// openpyxl, and once with calamine;
    /// then the printed annex of the services, and pdfplumber finding its tables. Peers that Python does not have here
    /// are left out.
    func sheet() throws -> Measurement {
        let file = bench.path("righe.xlsx")
        try XLSXWriter.bytes(
            of: Workbook(
                title: "", tables: [WholeProcess.table(rows: max(1000, bench.indicators.count * 10))])
        )
        .write(to: URL(filePath: file))
        let python = OtherProgram.installed("python3")
        let peer = python.flatMap { $0.knows("openpyxl") ? $0 : nil }
        var measurement = try measure(
            "sheet", ["tables", file, "--json"],
            peer: peer.map { ("openpyxl", $0, ["-c", WholeProcess.openpyxl, file]) })
        measurement.figures += try once("calamine", python, "python_calamine", WholeProcess.calamine, file)
        let year = bench.year ?? ArchiveGenerator.lastYear
        let pages = bench.path("pages.pdf")
        try OtherProgram.barometroctl.run([
            "print", "allegato-c", "--year", "\(year)", "-o", pages, "--archive",
            bench.archive.path(percentEncoded: false),
        ])
        var times = Times()
        try times.measure { try OtherProgram.barometroctl.run(["tables", pages, "--json"]) }
        measurement.figures += [("pdf_pages", WholeProcess.pages(in: pages)), ("pdf_ms", times.median)]
        measurement.figures += try once("pdfplumber", python, "pdfplumber", WholeProcess.pdfplumber, pages)
        return measurement
    }

    /// How long another program takes for a file once; nothing where it is not there.
    private func once(
        _ name: String, _ python: OtherProgram?, _ module: String, _ script: String, _ file: String
    ) throws -> [Measurement.Figure] {
        guard let python, python.knows(module) else { return [] }
        var times = Times()
        try times.measure { try python.run(["-c", script, file]) }
        return [(name + "_ms", times.median)]
    }

    /// A table of names and figures.
    private static func table(rows: Int) -> DataTable {
        let names = (1...10).map { DataColumn("c\($0)", "Colonna \($0)") }
        return DataTable(
            "Righe", columns: names,
            rows: (0..<rows).map { row in
                [.text("Voce \(row)")]
                    + (1..<10).map { .number(ExactDecimal(row * 7 % 9973 + $0)) }
            })
    }

    private static let openpyxl = """
        import sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1], read_only=True)
        print(sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True)))
        """
    private static let calamine = """
        import sys, python_calamine
        book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
        print(sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names))
        """
    private static let pdfplumber = """
        import sys, pdfplumber
        with pdfplumber.open(sys.argv[1]) as pages:
            print(sum(len(page.extract_tables()) for page in pages.pages))
        """
}

extension OtherProgram {
    /// True where this Python has a module.
    func knows(_ module: String) -> Bool {
        do {
            try run(["-c", "import " + module])
            return true
        } catch {
            return false
        }
    }
}
