import Foundation
import Model

extension JSONValue {
    /// The part of a document's tree that belongs to a selection; nil where the document does not.
    ///
    /// Only elements of lists are left out, so fields that this program does not know stay. What the part names need
    /// not be in it.
    func part(of name: DocumentName, _ selection: PartSelection) -> JSONValue? {
        switch name {
        case .municipality:
            // Sectors, heads and profile are needed to score; what the office answered is not the colleague's.
            return self["dismissals"] == nil ? self : replacing("dismissals") { _ in .array([]) }
        case .services:
            return keeping(selection.services, in: "services")
        case .layouts:
            // How files are read is of use to whoever gets a part.
            return self
        case .projects(let year):
            return selection.has(year: year) ? keeping(selection.projects, in: "projects") : nil
        case .plan(let year):
            guard selection.has(year: year) else { return nil }
            return keeping(selection.indexEntries, in: "index").keeping(selection.lines, in: "lines")
                .replacing("lines") { lines in
                    guard case .array(let lines) = lines else { return lines }
                    return .array(lines.map { $0.keeping(selection.objectives, in: "objectives") })
                }
        }
    }

    /// The tree with another value of a member, where it has that member.
    private func replacing(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard case .object(var members) = self, let member = members[name] else { return self }
        members[name] = change(member)
        return .object(members)
    }

    /// The tree with only those elements of a list that have these identities; nil keeps all.
    private func keeping(_ identities: Set<UUID>?, in list: String) -> JSONValue {
        guard let identities else { return self }
        return replacing(list) { list in
            guard case .array(let elements) = list else { return list }
            return .array(
                elements.filter { element in
                    element.identity.flatMap(UUID.init(uuidString:)).map(identities.contains) ?? true
                })
        }
    }
}
