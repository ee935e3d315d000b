import DocumentStore
import Foundation
import Localization

/// What the members of the archive's documents are called on screen.
public enum FieldNames {
    /// The name of a field by its members' names, from its entity on: `["values", "2022"]` is the figure of 2022. A
    /// member that nobody named keeps the name that it has in the archive.
    public static func title(of members: [String]) -> String {
        guard let first = members.first else { return "" }
        let rest = Array(members.dropFirst())
        if let year = rest.first, rest.count == 1 {
            switch first {
            case "values": return tr("Figure of {year}", ["year": year])
            case "laterTargets": return tr("Target of {year}", ["year": year])
            default: break
            }
        }
        if first == "sources" {
            let field = rest.isEmpty ? "" : title(of: rest[0].split(separator: ".").map(String.init))
            return field.isEmpty ? tr("Where it comes from") : tr("Source of {field}", ["field": field])
        }
        return members.map(title(ofMember:)).joined(separator: " · ")
    }

    /// What an element of a list is: `indicators` holds indicators.
    public static func entity(in list: String) -> String {
        entities[list]?() ?? title(ofMember: list)
    }

    private static func title(ofMember name: String) -> String {
        titles[name]?() ?? entities[name]?() ?? name
    }

    private static let entities: [String: @Sendable () -> String] = [
        "lines": { tr("Strategic line") }, "strategicObjectives": { tr("Strategic objective") },
        "objectives": { tr("Objective") }, "indicators": { trc("field", "Indicator") },
        "phases": { tr("Phase") }, "participants": { tr("Participant") },
        "reprogrammings": { tr("Reprogramming") }, "index": { tr("Entry of the index") },
        "chapters": { tr("Chapter") }, "dismissals": { tr("Answer to a finding") },
        "services": { tr("Service") }, "elements": { tr("Central element") },
        "accessoryElements": { tr("Accessory element") }, "outputs": { tr("Output of the service") },
        "users": { tr("Users") }, "criteria": { tr("Segmentation criterion") },
        "segments": { tr("User segment") }, "staff": { tr("Staff") },
        "roles": { tr("Role of the users in the service") }, "facilities": { tr("Facility") },
        "footnotes": { tr("Footnote") }, "projects": { tr("Project") }, "sectors": { tr("Sector") },
        "units": { tr("Service unit") }, "tenures": { tr("Period of a head") },
        "locks": { tr("Lock of a year") }, "layouts": { tr("Layout of a table") },
    ]

    private static let titles: [String: @Sendable () -> String] = [
        // Objectives and lines.
        "code": { tr("Code") }, "title": { tr("Title") }, "name": { tr("Name") },
        "definition": { tr("Definition") }, "description": { tr("Description") },
        "delegates": { tr("Delegates") }, "strategicObjectiveID": { tr("Strategic objective") },
        "sector": { tr("Sector") }, "head": { trc("person", "Head") },
        "otherSectors": { tr("Other sectors") }, "tags": { tr("Tags") },
        "dupReferences": { tr("DUP references") }, "sustainableGoals": { tr("Goals of Agenda 2030") },
        "due": { tr("Due") }, "criticalFactors": { tr("Critical factors") },
        "resources": { tr("Resources") }, "note": { tr("Note") }, "spans": { tr("Months") },
        "timing": { tr("Months as written") }, "grade": { tr("Grade") }, "share": { tr("Share") },
        "change": { tr("Change") }, "reason": { tr("Reason") }, "text": { tr("Text") },
        "printedCounts": { tr("Printed number of objectives") },
        "printedAchievement": { tr("Printed achievement") }, "strategic": { tr("strategic") },
        "operational": { tr("operational") }, "crossSector": { tr("cross-sector") },
        // Indicators.
        "dimension": { tr("Dimension") }, "measure": { tr("Measure") }, "formula": { tr("Formula") },
        "purpose": { tr("Purpose") }, "weight": { tr("Weight") }, "baseline": { tr("Baseline") },
        "target": { trc("field", "Target") }, "laterTargets": { tr("Later targets") },
        "actual": { trc("field", "Actual") }, "direction": { tr("Direction") },
        "rule": { tr("Scoring rule") }, "neutralisation": { tr("Neutralisation") },
        "continuity": { tr("Goes on with") }, "indicatorID": { trc("field", "Indicator") },
        "actualSeriesID": { tr("Series of the actual") },
        "scoreOverride": { tr("Achievement set by hand") }, "printed": { tr("Printed") },
        "deviation": { tr("Deviation") }, "achievement": { tr("% reached") },
        "barometer": { tr("Barometer") }, "phase": { tr("Phase") }, "of": { tr("out of") },
        // Plans.
        "year": { tr("Year") }, "isClosed": { tr("Year closed") }, "approval": { tr("Approval") },
        "validation": { tr("Validation") }, "paymentTimes": { tr("Payment times") },
        "objectiveID": { tr("Objective") }, "shareOfResultPay": { tr("Share of the result pay") },
        "line": { tr("Strategic line") }, "strategicObjective": { tr("Strategic objective") },
        "body": { tr("Who decides") }, "number": { tr("Number") }, "date": { tr("Date") },
        "author": { tr("Author") },
        // Services.
        "values": { tr("Figures") }, "parentID": { tr("Under the row") }, "isHeading": { tr("Heading") },
        "management": { tr("Form of management") }, "kind": { tr("Kind") }, "segment": { tr("User segment") },
        "role": { tr("Role") }, "mark": { tr("Mark") }, "value": { tr("Value") },
        "remarks": { tr("Remarks") },
        // Projects.
        "scope": { tr("Whose objective") }, "ownResources": { tr("Own resources") },
        "thirdPartyResources": { tr("Third-party resources") }, "net": { tr("net") },
        "gross": { tr("gross") }, "typeOrFunder": { tr("Type or funder") },
        "expectedResult": { tr("Expected result") }, "legalBasis": { tr("Legal basis") },
        "printedOwnTotal": { tr("Printed total of own resources") },
        "printedThirdPartyTotal": { tr("Printed total of third-party resources") },
        // Layouts of tables.
        "columns": { tr("Columns") }, "term": { tr("What it holds") },
        "cards": { tr("Labels of cards") }, "namedLines": { tr("Named lines") },
        "splits": { tr("Divided columns") }, "heads": { tr("Heads") }, "column": { tr("Column") },
        "separator": { tr("Separator") }, "divided": { tr("Heads once divided") },
        // The municipality.
        "duties": { tr("Duties") }, "from": { tr("From") }, "to": { tr("To") },
        "sectorID": { tr("Sector") }, "profile": { tr("Scoring profile") },
        "decreasingRule": { tr("Rule where less is better") }, "dateRule": { tr("Rule for dates") },
        "rollUp": { tr("Mean of the objectives") }, "favourableDeviation": { tr("Favourable sign") },
        "bands": { tr("Bands") }, "dateBands": { tr("Bands of dates") },
        "chargesRate": { tr("Rate of charges") }, "irapRate": { tr("Rate of IRAP") },
        "colour": { tr("Colour") }, "symbol": { tr("Symbol") },
        "word": { tr("Word") }, "unit": { tr("Unit") }, "comparison": { tr("Comparison") },
        "raw": { tr("Text") },
    ]
}
