import Foundation
import Testing

@Suite("What is printed comes back")
struct RoundTripTests {
    @Test(
        "Lines, objectives and indicators of a printed document are those of the archive",
        arguments: ["relazione", "allegato-b", "piano"])
    func printed(_ document: String) throws {
        let scratch = try Scratch()
        let (first, second, pdf) = (scratch.path("a"), scratch.path("b"), scratch.path("a.pdf"))
        #expect(try ToolRun(["sample", first]).code == 0)
        #expect(try ToolRun(["print", document, "--year", "2025", "--archive", first, "-o", pdf]).code == 0)
        #expect(try ToolRun(["import", pdf, "--archive", second]).code == 0)
        let (wanted, found) = (try Self.plan(first), try Self.plan(second))
        #expect(found.names == wanted.names)
        #expect(found.owners == wanted.owners)
        #expect(found.targets == wanted.targets)
        #expect(found.weights == wanted.weights)
        if document != "piano" { #expect(found.actuals == wanted.actuals) }
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
        let data = try Data(contentsOf: URL(filePath: archive + "/documents/piano-2025.json"))
        let plan = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
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
