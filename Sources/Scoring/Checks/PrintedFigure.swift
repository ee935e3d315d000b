import Model

/// A figure as a document prints it: how many decimals it shows decides what agrees with it.
struct PrintedFigure {
    /// The figure.
    let value: ExactDecimal
    /// How many decimals are shown: 2 for `96,25` and for `100,00`.
    let places: Int

    /// The figure of a cell; nil where it has none.
    init?(_ cell: ReportedValue?) {
        guard let cell, let number = cell.number else { return nil }
        value = number
        places = max(number.scale, PrintedFigure.decimals(in: cell.raw))
    }

    /// Whether `exact`, shown with as many decimals, is the figure.
    func shows(_ exact: Fraction) -> Bool {
        exact.rounded(places: places) == value
    }

    /// `exact` as the document would print it.
    func written(_ exact: Fraction) -> String {
        ItalianNumber.write(exact.rounded(places: places), places: places)
    }

    /// How many digits stand after the comma of the first figure in `text`.
    static func decimals(in text: String) -> Int {
        let figure = text.drop { !$0.isASCII || !$0.isNumber }
            .prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        guard let comma = figure.firstIndex(of: ",") else { return 0 }
        return figure[figure.index(after: comma)...].prefix(while: \.isNumber).count
    }
}

extension ReportedValue {
    /// The cell as it was written, without white space around it.
    var written: String { raw.trimmingWhitespace() }
}
