import Importing
import Localization

extension ReadLine {
    /// What became of the line, in words.
    public var fate: String {
        guard !isUnread else { return tr("not understood") }
        var words: [String] = []
        for binding in bindings.map(\.words) where !words.contains(binding) { words.append(binding) }
        return words.joined(separator: ", ")
    }
}

extension LineBinding {
    /// The field or the reason, in words.
    var words: String {
        switch self {
        case .field(let path): Self.title(of: path.split(separator: ".").map(String.init))
        case .layout(let reason): reason.words
        }
    }

    /// `indicator.target`: the thing and its field.
    private static func title(of path: [String]) -> String {
        guard let first = path.first else { return tr("taken") }
        let thing =
            first == "municipality" ? tr("Municipality") : FieldNames.entity(in: lists[first] ?? first)
        guard path.count > 1 else { return thing }
        return thing + " · " + FieldNames.title(of: Array(path.dropFirst()))
    }

    /// The lists of the archive that hold the things which lines are bound to.
    private static let lists = [
        "objective": "objectives", "indicator": "indicators", "line": "lines", "phase": "phases",
        "strategicObjective": "strategicObjectives", "participant": "participants", "service": "services",
        "project": "projects", "sector": "sectors", "unit": "units", "chapter": "chapters",
    ]
}

extension LayoutReason {
    /// Why the line carries no field, in words.
    var words: String {
        switch self {
        case .documentTitle: tr("cover")
        case .pageHeader: tr("head of the page")
        case .pageFooter: tr("foot of the page")
        case .sectionTitle: tr("heading")
        case .tableHeader: tr("head of a table")
        case .repeatedHeader: tr("repeated head of a table")
        case .separator: tr("rule")
        case .markup: tr("empty markup")
        case .emptyLabel: tr("label without a value")
        case .formChoices: tr("choices without a mark")
        case .leftOut: tr("left out by hand")
        }
    }
}
