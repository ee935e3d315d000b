import Model
import Reading
import ReadingFormats
import Testing

@testable import Importing

/// A document with what a careful person takes from it: a line an objective with code, title, sector, head and weight;
/// below it a line an indicator with name, target, actual, baseline and weight, and a line a phase.
struct ReadingSample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let facts: [String]

    init(_ testDescription: String, _ text: String, _ facts: String...) {
        (self.testDescription, self.text, self.facts) = (testDescription, text, facts)
    }

    /// What the program takes from it.
    func read(year: Int? = nil) throws -> [String] {
        let bytes = Array(text.utf8)
        let found =
            text.hasPrefix("<")
            ? Importer.propose(try FormatReader.read(bytes, budget: .standard), file: "a.html", year: year)
            : try Importer.propose(bytes: bytes, file: "a.txt", year: year)
        var facts: [String] = []
        for objective in found.objectives {
            let weight = objective.weight.map { ItalianNumber.write($0) } ?? ""
            let own = [objective.code, objective.title, objective.sector, objective.head, weight]
            facts.append(own.joined(separator: "|"))
            for indicator in objective.indicators {
                let values = [indicator.target, indicator.actual, indicator.baseline, indicator.weight]
                facts.append("- " + ([indicator.name] + values.map { $0?.raw ?? "" }).joined(separator: "|"))
            }
            facts += objective.phases.map { "* " + $0.title }
        }
        for service in found.parts.services {
            facts.append("= " + service.name)
            for (kind, series) in service.outputs.map({ ("output", $0) })
                + service.users.map({ ("users", $0) })
            {
                let values = series.values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.raw)" }
                facts.append("- \(kind) \(series.name): " + values.joined(separator: ", "))
            }
        }
        return facts
    }
}
