import Model
import Reading

extension ProjectAmount {
    /// Reads `5291,00 (7.000 al lordo di oneri e IRAP)`: the net amount, and in brackets the gross one with its words.
    /// A single amount of which the cell says that it is gross is kept as gross and as net, for the office to part.
    init(reading cell: String, notation: ColumnNotation) {
        var net = notation.value(cell, as: .euro)
        guard let open = cell.firstIndex(of: "("), let close = cell.lastIndex(of: ")"), open < close,
            case .number = net.content
        else {
            self.init(net: net)
            return
        }
        let inner = String(cell[cell.index(after: open)..<close].trimmedEnds)
        let figure = inner.split(separator: " ").first { CellShape(String($0)) == .number }.map(String.init)
        guard MatchKey(inner).words.contains("lordo"), let figure else {
            self.init(net: net)
            return
        }
        var gross = notation.value(figure, as: .euro)
        let words = inner.split(separator: " ").filter { $0 != figure && $0 != "€" }.joined(separator: " ")
        gross.note = words.isEmpty ? nil : words
        net.note = nil
        self.init(net: net, gross: gross)
    }
}
