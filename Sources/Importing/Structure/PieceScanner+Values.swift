import Reading

/// Names with their values in one cell of a card, a line each: `Indicatori e target` beside `Alberi: 40` over `Aiuole: 3`,
/// `Risultati conseguiti` beside the same names with what was reached.
extension PieceScanner {
    /// Takes a label and such lines; false for any other row.
    mutating func takeValuedLines(_ row: DocumentRow) -> Bool {
        guard table == nil, row.filled.count == 2, let label = row.filled.first, let cell = row.filled.last,
            let guess = CardLine.label(row.cells[label])
                ?? DoubleHead(row.cells[label]).map({ double in
                    TermGuess(double.upper, confidence: 80, reason: .neighbours)
                })
        else { return false }
        let lines = row.cellLines[cell] ?? [row.cells[cell]]
        let pairs = lines.compactMap(Self.valued)
        guard pairs.count == lines.count else { return false }
        let isDouble = DoubleHead(row.cells[label]).map { $0.upper == .indicator } ?? false
        if isDouble || guess.term == .indicator && lines.count > 1 {
            for (name, value) in pairs {
                append(.field(Self.field(.indicator, name, row)))
                append(.field(Self.field(.target, value, row)))
            }
        } else if guess.term == .actual, let places = places(of: pairs.map(\.name)) {
            for (place, pair) in zip(places, pairs).sorted(by: { $0.0 > $1.0 }) {
                pieces.insert(.field(Self.field(.actual, pair.value, row)), at: place)
            }
        } else {
            return false
        }
        index += 1
        return true
    }

    /// A name and the value behind its last colon, with a figure in it.
    private static func valued(_ line: String) -> (name: String, value: String)? {
        let text = CardItem.unnumbered(line)
        guard let gap = text.ranges(of: ": ").last, case let name = text[..<gap.lowerBound],
            name.count(where: \.isLetter) >= 4, case let value = text[gap.upperBound...].trimmedEnds,
            value.utf8.count <= 40, value.contains(where: \.isNumber)
        else { return nil }
        return (String(name), String(value))
    }

    /// The positions behind the indicators of the card that is open, and their targets where they follow; nil where a name
    /// is none of theirs.
    private func places(of names: [String]) -> [Int]? {
        let start = pieces.lastIndex { Self.term(of: $0) == .objective } ?? 0
        let places = names.compactMap { name in
            pieces.indices.dropFirst(start).first { index in
                guard case .field(let field) = pieces[index], field.guess.term == .indicator else {
                    return false
                }
                return MatchKey(field.value) == MatchKey(name)
            }.map { index in
                let next = index + 1
                return pieces.indices.contains(next) && Self.term(of: pieces[next]) == .target
                    ? next + 1 : next
            }
        }
        return places.count == names.count && Set(places).count == places.count ? places : nil
    }

    private static func term(of piece: Piece) -> FieldTerm? {
        if case .field(let field) = piece { field.guess.term } else { nil }
    }

    private static func field(_ term: FieldTerm, _ value: String, _ row: DocumentRow) -> LabelledValue {
        LabelledValue(
            guess: TermGuess(term, confidence: 60, reason: .neighbours), label: "", value: value, rows: [row])
    }
}
