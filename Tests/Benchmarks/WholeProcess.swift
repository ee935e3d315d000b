import DocumentStore
import Foundation
import Model

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

    /// Setting the services' annex; beside it Typst setting the same figures, where it is installed.
    func printing() throws -> Measurement {
        let year = bench.year ?? ArchiveGenerator.lastYear
        let source = try bench.file("pages.typ", GeneratedFiles(content: bench.content).typst)
        let peer = OtherProgram.installed("typst").map {
            (name: "typst", program: $0, arguments: ["compile", source, bench.path("peer.pdf")])
        }
        return try measure(
            "print",
            [
                "print", "allegato-c", "--year", "\(year)", "-o", bench.path("pages.pdf"), "--archive",
                bench.archive.path(percentEncoded: false),
            ], peer: peer)
    }

    /// Reading a sheet of all series.
    func sheet() throws -> Measurement {
        let file = try bench.file("serie.csv", GeneratedFiles(content: bench.content).sheet)
        return try measure("sheet", ["tables", file, "--json"])
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

    private func measure(
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
