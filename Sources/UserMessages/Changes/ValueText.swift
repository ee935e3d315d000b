import DocumentStore
import Foundation
import Localization

/// Values of the archive as short texts.
public struct ValueText {
    /// The longest text, in characters, before it is cut.
    public static let longest = 400
    private let names: EntityNames

    /// Texts in which identities become these names.
    public init(names: EntityNames) {
        self.names = names
    }

    /// A reported value as it is written, an entity by its name, a list by its elements, a date as it is said here;
    /// empty for nothing.
    public func text(_ value: JSONValue?, member: String? = nil) -> String {
        guard let value else { return "" }
        let text = whole(value, member: member)
        return text.count > Self.longest ? text.prefix(Self.longest) + "…" : text
    }

    private func whole(_ value: JSONValue, member: String?) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? tr("yes") : tr("no")
        case .number(let digits): digits
        case .string(let text): string(text, member: member)
        case .array(let elements): list(elements, member: member)
        case .object(let members): object(value, members)
        }
    }

    private func string(_ text: String, member: String?) -> String {
        if let name = names[text] { return name }
        if let member, let word = ChoiceNames.word(text, of: member) { return word }
        return Self.date(text) ?? text
    }

    /// A date of the archive, `2025-12-31`, as it is said here; nil for any other text.
    private static func date(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return Words.shortDate(year: year, month: month, day: day)
    }

    private func list(_ elements: [JSONValue], member: String?) -> String {
        let texts = elements.map { whole($0, member: member) }.filter { !$0.isEmpty }
        let joined = texts.joined(separator: ", ")
        guard elements.count > 6, joined.count > 80 else { return joined }
        return trn("{count} entry", "{count} entries", elements.count)
    }

    private func object(_ value: JSONValue, _ members: [String: JSONValue]) -> String {
        if let raw = value["raw"]?.text { return raw }
        if let tag = tag(value) { return tag }
        if let from = month(value["from"]), let to = month(value["to"]) {
            return from == to ? from : "\(from) – \(to)"
        }
        if value["id"] != nil {
            return EntityNames.label(of: value) ?? value["year"].map { text($0) } ?? ""
        }
        // Where it was read: the file and the line say it.
        if let file = value["file"]?.text, let line = value["line"]?.whole {
            return tr("{file}, line {line}", ["file": file, "line": "\(line)"])
        }
        return members.sorted { $0.key < $1.key }.compactMap { name, member in
            let text = whole(member, member: name)
            return text.isEmpty ? nil : FieldNames.title(of: [name]) + ": " + text
        }.joined(separator: ", ")
    }

    private func tag(_ value: JSONValue) -> String? {
        guard let kind = value["kind"]?.text, let word = ChoiceNames.word(kind, of: "tags") else {
            return nil
        }
        if kind == "other" { return value["text"]?.text }
        guard let phase = value["phase"].map({ text($0) }) else { return word }
        guard let of = value["of"].map({ text($0) }) else {
            return tr("Multi-year, phase {phase}", ["phase": phase])
        }
        return tr("Multi-year, phase {phase} of {of}", ["phase": phase, "of": of])
    }

    private func month(_ value: JSONValue?) -> String? {
        guard let year = value?["year"]?.whole, let number = value?["number"]?.whole else { return nil }
        return Words.monthOfYear(year: year, month: number)
    }
}
