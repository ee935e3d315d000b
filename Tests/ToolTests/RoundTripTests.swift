import Foundation
import Testing

@Suite("What is printed comes back")
struct RoundTripTests {
    private static let isLong = ProcessInfo.processInfo.environment["BAROMETRO_LONG"] != nil

    /// Documents of plans with a format each; all with all where `BAROMETRO_LONG` is set. A PDF is read by the text that it
    /// brings; as `pages` it was changed since, and its pages are read;
    /// as `archival` it is LibreOffice's, with the text in an update.
    private static let plansInFormats =
        isLong
        ? ["relazione", "allegato-b", "piano"].flatMap { name in
            ["pdf", "pages", "archival", "odt", "docx"].map { [name, $0] }
        }
        : [
            ["relazione", "pages"], ["allegato-b", "docx"], ["allegato-b", "archival"], ["piano", "odt"],
            ["piano", "pages"], ["piano", "pdf"],
        ]

    @Test(
        "Lines, objectives and indicators of a printed document are those of the archive",
        arguments: plansInFormats)
    func plans(_ printed: [String]) throws {
        let scratch = try Scratch()
        let (document, format) = (printed[0], printed[1])
        let (first, second) = try Self.printed(document, format, scratch)
        let (wanted, found) = (try Self.plan(first), try Self.plan(second))
        #expect(found.names == wanted.names)
        #expect(found.owners == wanted.owners)
        #expect(found.targets == wanted.targets)
        #expect(found.weights == wanted.weights)
        if document != "piano" { #expect(found.actuals == wanted.actuals) }
    }

    @Test(
        "Every part of the printed maps of services is that of the archive",
        arguments: isLong ? ["pdf", "archival", "odt", "docx"] : ["archival", "odt"])
    func services(_ format: String) throws {
        let scratch = try Scratch()
        let (first, second) = try Self.printed("allegato-c", format, scratch)
        let (wanted, found) = (try Self.services(first), try Self.services(second))
        #expect(wanted.count > 400)
        #expect(found == wanted)
    }

    @Test(
        "The maps behind the objectives of a printed report are those of the archive, beside the objectives",
        arguments: isLong ? ["pdf", "odt", "docx"] : ["pdf"])
    func servicesOfTheReport(_ format: String) throws {
        let scratch = try Scratch()
        let (first, second) = try Self.printed("relazione", format, scratch)
        let (wanted, found) = (try Self.services(first), try Self.services(second))
        #expect(wanted.count > 400)
        #expect(found == wanted)
        #expect(try Self.plan(second).names == Self.plan(first).names)
    }

    @Test(
        "All that the cards of a plan tell comes back: texts of lines, phases, people, critical factors, notes"
    )
    func cards() throws {
        let scratch = try Scratch()
        let (first, second, file) = (scratch.path("a"), scratch.path("b"), scratch.path("a.pdf"))
        let source = ToolRun.fixture("piano-tabelle.txt")
        #expect(try ToolRun(["import", source, "--archive", first]).code == 0)
        #expect(try ToolRun(["print", "piano", "--year", "2025", "--archive", first, "-o", file]).code == 0)
        #expect(try ToolRun(["import", file, "--archive", second]).code == 0)
        let wanted = try Self.cards(first)
        let found = try Self.cards(second)
        #expect(wanted.count > 40)
        #expect(wanted.subtracting(found).sorted() == [])
        #expect(found.subtracting(wanted).sorted() == [])
    }

    @Test(
        "The sectors of a printed plan come back: who heads them from when to when, what they do, their offices",
        arguments: isLong ? ["pdf", "archival", "odt", "docx"] : ["pdf", "odt"])
    func sectors(_ format: String) throws {
        let scratch = try Scratch()
        let (first, second) = try Self.printed("piano", format, scratch)
        let (wanted, found) = (try Self.sectors(first), try Self.sectors(second))
        #expect(wanted.count > 30)
        #expect(found == wanted)
    }

    @Test("The figures of the printed maps of services are those of the archive, by name and year")
    func servicesOfAPDF() throws {
        let scratch = try Scratch()
        let (first, second) = try Self.printed("allegato-c", "pages", scratch)
        func series(_ facts: [String]) -> [String] { facts.filter { $0.contains("/values/") } }
        let (wanted, found) = (series(try Self.services(first)), series(try Self.services(second)))
        #expect(wanted.count > 200)
        #expect(found == wanted)
    }

    @Test(
        "The printed projects are those of the archive",
        arguments: isLong ? ["pdf", "pages", "archival", "odt", "docx"] : ["pages", "docx"])
    func projects(_ format: String) throws {
        let scratch = try Scratch()
        let (first, second) = try Self.printed("progetti", format, scratch)
        let (wanted, found) = (try Self.projects(first), try Self.projects(second))
        #expect(wanted.count > 30)
        #expect(found == wanted)
    }

    /// The sample archive and one made of a document that was printed of it.
    private static func printed(
        _ document: String, _ format: String, _ scratch: Scratch
    ) throws -> (String, String) {
        let suffix = ["pages", "archival"].contains(format) ? "pdf" : format
        let (first, second, file) = (scratch.path("a"), scratch.path("b"), scratch.path("a." + suffix))
        #expect(try ToolRun(["sample", first]).code == 0)
        let kind = format == "archival" ? ["--archival"] : []
        let print = try ToolRun(["print", document, "--year", "2025", "--archive", first, "-o", file] + kind)
        try #require(print.code == 0, "\(print.errors) (Resources/setup installs LibreOffice)")
        if format == "pages" {
            let changed = try Data(contentsOf: URL(filePath: file)) + Data("\n".utf8)
            try changed.write(to: URL(filePath: file))
        }
        #expect(try ToolRun(["import", file, "--archive", second]).code == 0)
        return (first, second)
    }

    private static func json(_ archive: String, _ document: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(filePath: archive + "/documents/" + document))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// All that the maps of services say, a line each: the path of names, and the text.
    private static func services(_ archive: String) throws -> [String] {
        let services = try json(archive, "servizi.json")["services"] as? [[String: Any]] ?? []
        return services.flatMap { service in
            facts(service, at: service["name"] as? String ?? "")
        }.sorted()
    }

    /// All that the lines of a plan say, a line each, whatever the case of titles and the blanks of texts; what the index
    /// of the document says and the counts that it prints are no part of the pages.
    private static func cards(_ archive: String) throws -> Set<String> {
        let lines = try json(archive, "piano-2025.json")["lines"] as? [[String: Any]] ?? []
        return Set(
            lines.flatMap { facts($0, at: "") }.filter { !$0.contains("/printedCounts") }.map { fact in
                fact.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            })
    }

    /// All that an archive says of its sectors and their offices.
    private static func sectors(_ archive: String) throws -> [String] {
        let municipality = try json(archive, "ente.json")
        let sectors = municipality["sectors"] as? [[String: Any]] ?? []
        let names = Dictionary(
            uniqueKeysWithValues: sectors.map { ("\($0["id"] ?? "")", "\($0["name"] ?? "")") })
        let units = municipality["units"] as? [[String: Any]] ?? []
        return sectors.flatMap { facts($0, at: "") }.sorted()
            + units.map { "\($0["name"] ?? ""): \(names["\($0["sectorID"] ?? "")"] ?? "")" }
    }

    private static func projects(_ archive: String) throws -> [String] {
        let projects = try json(archive, "progetti-2025.json")["projects"] as? [[String: Any]] ?? []
        // A gross amount that was computed comes back as a printed one.
        return projects.flatMap { facts($0, at: "").filter { !$0.contains("/gross") } }.sorted()
    }

    /// The texts and figures in a value, each with where it stands; identities and sources left out, and of a figure
    /// what is not written.
    private static func facts(_ value: Any, at path: String) -> [String] {
        if let object = value as? [String: Any] {
            if let raw = object["raw"] as? String { return raw.isEmpty ? [] : [path + ": " + raw] }
            let name = object["name"] as? String ?? object["segment"] as? String ?? ""
            return object.flatMap { key, inner -> [String] in
                key == "id" || key == "sources" || key.hasSuffix("ID")
                    ? [] : facts(inner, at: path + (name.isEmpty ? "" : "/" + name) + "/" + key)
            }
        }
        if let list = value as? [Any] { return list.flatMap { facts($0, at: path) } }
        let text = "\(value)"
        return text.isEmpty ? [] : [path + ": " + text]
    }

    /// What a printed plan shows, in order.
    private struct Shown {
        var names: [String] = []
        var owners: [String] = []
        var targets: [String] = []
        var actuals: [String] = []
        var weights: [String] = []
    }

    private static func plan(_ archive: String) throws -> Shown {
        let plan = try json(archive, "piano-2025.json")
        var shown = Shown()
        for line in plan["lines"] as? [[String: Any]] ?? [] {
            shown.names.append(line["title"] as? String ?? "")
            for objective in line["objectives"] as? [[String: Any]] ?? [] {
                shown.names.append(objective["title"] as? String ?? "")
                shown.owners.append(
                    [objective["sector"], objective["head"]].map { $0 as? String ?? "" }.joined(
                        separator: ", "))
                for indicator in objective["indicators"] as? [[String: Any]] ?? [] {
                    shown.names.append(indicator["name"] as? String ?? "")
                    shown.targets.append(value(indicator["target"]))
                    shown.actuals.append(value(indicator["actual"]))
                    shown.weights.append(value(indicator["weight"]))
                }
            }
        }
        return shown
    }

    /// A value with its unit and comparison; empty where there is none.
    private static func value(_ json: Any?) -> String {
        guard let value = json as? [String: Any], value["kind"] as? String != "missing" else { return "" }
        return [value["comparison"], value["value"]].map { "\($0 ?? "")" }.joined(separator: " ")
    }
}
