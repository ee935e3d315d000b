import DocumentStore
import Foundation
import Glibc
import Model
import Reporting

/// What is measured from the start of a program to its end.
struct WholeProcess {
    let bench: Bench
    let count: Int

    /// Opening the archive: its scores, from a cold program.
    func open() throws -> Measurement {
        let year = bench.year.map { ["--year", "\($0)"] } ?? []
        return try measure(
            "open", ["score"] + year + ["--archive", bench.archive.path(percentEncoded: false)])
    }

    /// Reading a document of all maps, without taking it.
    func importing() throws -> Measurement {
        let file = try bench.file("mappe.txt", GeneratedFiles(content: bench.content).maps)
        return try measure(
            "import", ["import", file, "--kind", "mappe", "--dry-run", "--archive", bench.path("none")])
    }

    /// Reading a report of plain rows, as many as there are indicators, without taking it; how much of a processor a megabyte takes, and the most memory.
    func rows() throws -> Measurement {
        let text = GeneratedFiles.report(rows: max(100, bench.indicators.count))
        let file = try bench.file("righe.txt", text)
        var measurement = try measure(
            "rows", ["import", file, "--kind", "relazione", "--dry-run", "--archive", bench.path("none")])
        let megabytes = Double(text.utf8.count) / 1_000_000
        measurement.figures += [
            ("megabytes", megabytes), ("cpu_ms_per_mb", measurement.times.meanProcessor / megabytes),
            ("peak_mb", WholeProcess.peakOfChildren),
        ]
        return measurement
    }

    /// Setting the services' annex, from a cold program, with the most memory that it took; beside it Typst setting
    /// the same headings, texts and tables, and once LibreOffice, where they are installed.
    func printing() throws -> Measurement {
        let year = bench.year ?? ArchiveGenerator.lastYear
        let archive = ["--archive", bench.archive.path(percentEncoded: false)]
        let printed = ["print", "allegato-c", "--year", "\(year)"]
        let pages = bench.path("pages.pdf")
        try OtherProgram.barometroctl.run(printed + ["-o", pages] + archive)
        var figures: [Measurement.Figure] = [
            ("peak_mb", WholeProcess.peakOfChildren), ("pages", WholeProcess.pages(in: pages)),
        ]
        let document = try ReportDocument(.allegatoC, of: bench.content, year: year)
        let source = try bench.file("pages.typ", TypstSource(document).text)
        let peer = OtherProgram.typst(from: source, to: bench.path("peer.pdf")).map {
            (name: "typst", program: $0.program, arguments: $0.arguments)
        }
        var measurement = try measure("print", printed + ["-o", pages] + archive, peer: peer)
        // It takes more than ours does, so that the most of both is its own.
        if peer != nil { figures.append(("typst_peak_mb", WholeProcess.peakOfChildren)) }
        if let office = OtherProgram.installed("soffice") {
            let text = bench.path("pages.fodt")
            try OtherProgram.barometroctl.run(printed + ["-o", text] + archive)
            var times = Times()
            try times.measure {
                try office.run([
                    "-env:UserInstallation=file://" + bench.path("profile"), "--headless", "--convert-to",
                    "pdf",
                    "--outdir", bench.path("office"), text,
                ])
            }
            figures += [("libreoffice_ms", times.median), ("libreoffice_cpu_ms", times.meanProcessor)]
        }
        measurement.figures += figures
        return measurement
    }

    /// The most memory that a program started so far took, in megabytes.
    private static var peakOfChildren: Double {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return Double(usage.ru_maxrss) / 1024
    }

    /// The pages of a PDF, by its own count.
    static func pages(in path: String) -> Double {
        let bytes = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
        guard let tree = bytes.range(of: Data("/Type/Pages/Count ".utf8)) else { return 0 }
        let digits = bytes[tree.upperBound...].prefix { (0x30...0x39).contains($0) }
        return Double(String(decoding: digits, as: UTF8.self)) ?? 0
    }

    /// Merging the part of a colleague, without taking it.
    func merging() throws -> Measurement {
        let bundle = bench.path("part.barometro")
        let archive = ["--archive", bench.archive.path(percentEncoded: false)]
        let year = bench.year.map { ["--year", "\($0)"] } ?? []
        try OtherProgram.barometroctl.run(["export", "bundle", "-o", bundle] + year + archive)
        return try measure("merge", ["merge", bundle, "--dry-run"] + archive)
    }

    /// Gathering the tables of many municipalities.
    func gathering(_ municipalities: Int) throws -> Measurement {
        for number in 0..<municipalities {
            var content = bench.content
            content.municipality = Municipality(
                id: UUID(naming: ["benchmark", "municipality", "\(number)"]), name: "Comune \(number)")
            let store = try ArchiveStore.create(
                at: URL(filePath: bench.path("many/\(number)"), directoryHint: .isDirectory),
                content: content,
                summary: "Generated", author: "Benchmark", date: Date(timeIntervalSince1970: 1_780_000_000))
            _ = store.close()
        }
        var measurement = try measure("gather", ["gather", bench.path("many"), "-o", bench.path("gathered")])
        var usage = rusage()
        getrusage(Int32(RUSAGE_CHILDREN.rawValue), &usage)
        measurement.figures = [
            ("municipalities", Double(municipalities)), ("peak_mb", Double(usage.ru_maxrss) / 1024),
        ]
        return measurement
    }

    /// Runs `barometroctl` again and again, in turn with another program that does the same.
    func measure(
        _ name: String, _ arguments: [String],
        peer: (name: String, program: OtherProgram, arguments: [String])? = nil
    ) throws -> Measurement {
        var times = Times()
        var others = Times()
        for _ in 0..<count {
            try times.measure { try OtherProgram.barometroctl.run(arguments) }
            // In turn, so that both meet the same machine.
            if let peer { try others.measure { try peer.program.run(peer.arguments) } }
        }
        return Measurement(
            name: name, indicators: bench.indicators.count, times: times,
            peer: peer.map { ($0.name, others) })
    }
}
