/// What the importers tell about single lines, beside the codes that the checks share.
extension FindingCode {
    /// A byte has no meaning in the encoding of the file; `written` is the byte.
    public static let undefinedByte = FindingCode(rawValue: "undefined-byte")
    /// Characters that no reader sees were removed; `written` lists them.
    public static let hiddenCharacters = FindingCode(rawValue: "hidden-characters")
    /// A header was taken for a word that it nearly is; `written` and `expected` are the two.
    public static let headerMisspelt = FindingCode(rawValue: "header-misspelt")
    /// A column of a recognised table has a header that no field takes.
    public static let columnUnknown = FindingCode(rawValue: "column-unknown")
    /// The year of the document was assumed; `expected` is the year.
    public static let yearAssumed = FindingCode(rawValue: "year-assumed")
    /// A text that a page cut was put together again.
    public static let textJoined = FindingCode(rawValue: "text-joined")
    /// The label over a target says how the indicator is measured, because the form lost its marks; `evidence` has how
    /// many indicators.
    public static let measureFromLabel = FindingCode(rawValue: "measure-from-label")
    /// An indicator's target was taken from its text, because the cell for it is empty; or stands there and was not taken.
    public static let targetFromText = FindingCode(rawValue: "target-from-text")
    /// A phase has no words that tell when.
    public static let phaseTimingMissing = FindingCode(rawValue: "phase-timing-missing")
    /// A formula has no result in the file, so that its cell counts as empty; the path is sheet and cell.
    public static let formulaWithoutResult = FindingCode(rawValue: "formula-without-result")
    /// A formula gives an error; `written` is the error, the path sheet and cell.
    public static let formulaError = FindingCode(rawValue: "formula-error")
    /// A part of the file was not read; `written` says what, the path where.
    public static let partNotRead = FindingCode(rawValue: "part-not-read")
    /// Sheets, rows or texts that the file hides were read with the rest; `written` says which, the path where.
    public static let hiddenRead = FindingCode(rawValue: "hidden-read")
    /// Figures or words stand where no field is for them.
    public static let textMisplaced = FindingCode(rawValue: "text-misplaced")
}
