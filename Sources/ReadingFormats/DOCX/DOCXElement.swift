/// The elements of WordprocessingML that matter to a reader.
enum DOCXElement: String, CaseIterable {
    case body = "w:body"
    case paragraph = "w:p"
    case paragraphStyle = "w:pStyle"
    case outlineLevel = "w:outlineLvl"
    case numberingID = "w:numId"
    case run = "w:r"
    case text = "w:t"
    case formula = "m:t"
    case tab = "w:tab"
    case lineBreak = "w:br"
    case carriageReturn = "w:cr"
    case hyphen = "w:noBreakHyphen"
    case symbol = "w:sym"
    case vanish = "w:vanish"
    case table = "w:tbl"
    case row = "w:tr"
    case rowHeader = "w:tblHeader"
    case gridBefore = "w:gridBefore"
    case cell = "w:tc"
    case gridSpan = "w:gridSpan"
    case verticalMerge = "w:vMerge"
    case footnoteReference = "w:footnoteReference"
    case endnoteReference = "w:endnoteReference"
    case footnote = "w:footnote"
    case endnote = "w:endnote"
    case checkBox = "w:checkBox"
    case checkBoxDefault = "w:default"
    case checkBoxChecked = "w:checked"
    case picture = "a:blip"
    case style = "w:style"
    case styleName = "w:name"
    case basedOn = "w:basedOn"
    case deleted = "w:del"
    case movedFrom = "w:moveFrom"
    case fallback = "mc:Fallback"
    case rubyText = "w:rt"
    case formerParagraph = "w:pPrChange"
    case formerRun = "w:rPrChange"
    case formerCell = "w:tcPrChange"
    case formerRow = "w:trPrChange"
    case formerTable = "w:tblPrChange"

    /// True for what is no text of the document: what tracked changes took out or changed, what stands in for a newer
    /// element, the reading of characters.
    var isSilent: Bool {
        switch self {
        case .deleted, .movedFrom, .fallback, .rubyText, .formerParagraph, .formerRun, .formerCell,
            .formerRow,
            .formerTable:
            true
        default: false
        }
    }
}

/// Tells the elements of WordprocessingML apart, and which of them are silent.
struct DOCXElements {
    /// The names for the parser.
    static let names = DOCXElement.allCases.map(\.rawValue)

    private static let all = DOCXElement.allCases
    private var silent = 0

    /// True within an element that is no text.
    var isSilent: Bool { silent > 0 }

    /// The element that begins; nil for one that does not matter, and for all within silent ones.
    mutating func opening(_ index: Int) -> DOCXElement? {
        guard index >= 0 else { return nil }
        let element = Self.all[index]
        if element.isSilent { silent += 1 }
        return silent > 0 ? nil : element
    }

    /// The element that ends.
    mutating func closing(_ index: Int) -> DOCXElement? {
        guard index >= 0 else { return nil }
        let element = Self.all[index]
        if element.isSilent { silent -= 1 }
        return silent > 0 || element.isSilent ? nil : element
    }
}
