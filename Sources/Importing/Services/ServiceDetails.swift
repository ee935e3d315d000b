import Model

/// What the lines of a service's card say beside its figures: who answers for it, to whom and by whom it is given.
struct ServiceDetails {
    private enum Field { case head, management, remark, segments }

    private var found: [(field: Field, text: String, label: String, row: DocumentRow)] = []

    /// True where nothing was found.
    var isEmpty: Bool { found.isEmpty }

    /// Takes a field; false where it is none of a service's.
    mutating func take(_ field: LabelledValue) -> Bool {
        guard let row = field.rows.first, !field.value.isEmpty, let kind = Self.kind(of: field) else {
            return false
        }
        // `Responsabile: R – Gestione: mista – Personale: 3`: several labels on one line.
        let parts = field.value.partsAtDashes
        let others = parts.dropFirst().compactMap(Self.labelled)
        guard kind == .head, !others.isEmpty, others.count == parts.count - 1 else {
            found.append((kind, field.value, field.label, row))
            return true
        }
        found.append((kind, parts[0], field.label, row))
        for other in others {
            found.append((Self.kind(of: other.label) ?? .remark, other.value, other.label, row))
        }
        return true
    }

    private static func labelled(_ text: String) -> (label: String, value: String)? {
        guard let colon = text.firstRange(of: ": "), colon.lowerBound > text.startIndex,
            text[..<colon.lowerBound].utf8.count <= 40
        else { return nil }
        return (String(text[..<colon.lowerBound]), String(text[colon.upperBound...].trimmedEnds))
    }

    /// Takes a line with a label that no rule knows: `Utenti: famiglie residenti`; false where it is none.
    mutating func take(_ row: DocumentRow) -> Bool {
        guard let pair = CardRow.pair(row), let kind = Self.kind(of: pair.label) else { return false }
        found.append((kind, pair.value, pair.label.trimmingWhitespace(), row))
        return true
    }

    private static func kind(of field: LabelledValue) -> Field? {
        field.guess.term == .head ? .head : kind(of: field.label)
    }

    private static func kind(of label: String) -> Field? {
        let words = MatchKey(label).words.map(String.init)
        guard let first = words.first else { return nil }
        if words.contains(where: { $0.hasPrefix("gestion") }),
            words.count == 1
                || words.contains(where: { ["forma", "forme", "modalita", "tipo"].contains($0) })
        {
            return .management
        }
        if ["utenti", "utenza", "destinatari", "beneficiari"].contains(first), words.count <= 3 {
            return .segments
        }
        return ["finalita", "scopo", "descrizione", "missione", "mission"].contains(first) ? .remark : nil
    }

    /// Fills a map that has nothing of this yet, and binds the lines.
    func fill(_ map: inout ServiceMap, _ reading: inout Reading) {
        for (field, text, label, row) in found {
            let source = reading.source(row.number)
            switch field {
            case .head:
                map.head = text
                map.sources["head"] = source
            case .management:
                map.management = ManagementForm(kind: ManagementWords.kind(of: text))
                map.management.note = text
                map.sources["management"] = source
            case .remark:
                map.remarks += (map.remarks.isEmpty ? "" : "\n") + label + ": " + text
                map.sources["remarks"] = source
            case .segments:
                for name in text.split(whereSeparator: { ",;".contains($0) }).map({ String($0.trimmedEnds) })
                where !name.isEmpty {
                    var segment = UserSegment(
                        id: reading.identifiers.identity("service", map.name, "segment", name), name: name)
                    segment.sources["name"] = source
                    map.segments.append(segment)
                }
            }
            for line in row.lines { reading.ledger.bind(line, to: "service." + String(describing: field)) }
        }
    }
}
