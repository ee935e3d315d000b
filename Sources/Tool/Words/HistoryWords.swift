import DocumentStore
import Exporting
import Foundation
import Localization
import Model

/// Sets histories for a person: identities become names.
struct HistoryWords {
    private var names: [String: String] = [:]
    private let hasFields: Bool

    /// - Parameter hasFields: each changed field has its line.
    init(content: ArchiveContent, hasFields: Bool) {
        self.hasFields = hasFields
        guard hasFields, let data = try? JSONText.bytes(of: content),
            let tree = try? StrictJSON.read([UInt8](data), deepest: 99)
        else { return }
        collect(tree)
    }

    /// The entry: when, who, what, and where that is asked for which fields.
    func text(of entry: HistoryEntry) -> String {
        let parts = Calendar(identifier: .gregorian).dateComponents(
            [.year, .month, .day, .hour, .minute], from: entry.date)
        let day = Words.shortDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
        let time = Words.time(hour: parts.hour ?? 0, minute: parts.minute ?? 0)
        let changes = trn("{count} change", "{count} changes", entry.changes.count)
        let head = "\(day) \(time)  \(entry.document.text)  \(entry.author): \(entry.summary) (\(changes))"
        guard hasFields else { return head }
        return ([head] + entry.changes.map { "    " + line(of: $0) }).joined(separator: "\n")
    }

    private func line(of change: TreeChange) -> String {
        let place = change.path.map { names[$0] ?? $0 }.joined(separator: " › ")
        guard change.kind == .value else { return tr("{place}: put in another order", ["place": place]) }
        let values = ["place": place, "before": short(change.before), "after": short(change.after)]
        if change.path.isEmpty { return tr("the whole document") }
        if change.before == nil { return tr("{place}: added {after}", values) }
        if change.after == nil { return tr("{place}: taken away {before}", values) }
        return tr("{place}: {before} → {after}", values)
    }

    /// A text as it is; of anything larger its name, or how it was written.
    private func short(_ value: JSONValue?) -> String {
        guard let value else { return "" }
        switch value {
        case .string(let text): return "«\(text)»"
        case .number, .bool, .null: return String(decoding: value.lineText, as: UTF8.self)
        case .object: return Self.label(of: value).map { "«\($0)»" } ?? "{…}"
        case .array(let elements): return "[\(elements.count)]"
        }
    }

    private mutating func collect(_ tree: JSONValue) {
        switch tree {
        case .object(let members):
            if let id = tree["id"]?.text, let label = Self.label(of: tree) { names[id] = label }
            for member in members.values { collect(member) }
        case .array(let elements):
            for element in elements { collect(element) }
        default: break
        }
    }

    private static func label(of tree: JSONValue) -> String? {
        for name in ["title", "name", "raw", "head", "segment"] {
            if let text = tree[name]?.text, !text.isEmpty { return text }
        }
        return nil
    }
}
