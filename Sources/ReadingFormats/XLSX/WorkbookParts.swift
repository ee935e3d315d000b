import Reading

/// The list of the sheets of a workbook.
final class WorkbookPart: XMLHandler {
    /// A sheet as the workbook lists it.
    struct Sheet {
        /// Its name.
        let name: String
        /// The identifier of its relationship.
        let relationship: String
        /// True where the workbook hides it.
        let isHidden: Bool
    }

    /// The sheets, in their order.
    private(set) var sheets: [Sheet] = []
    /// True where days are counted from 1904.
    private(set) var is1904 = false

    let names = ["x:workbook", "x:workbookPr", "x:sheet"]

    func start(_ element: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        switch element {
        case 1: is1904 = attributes.isTrue("date1904")
        case 2:
            let state = attributes.value("state") ?? "visible"
            sheets.append(
                Sheet(
                    name: attributes.value("name") ?? "", relationship: attributes.value("id") ?? "",
                    isHidden: state != "visible"))
        default: break
        }
    }

    func end(_ element: Int) throws(ReadingError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}
}

/// The strings that the cells of a workbook share.
final class SharedStrings: XMLHandler {
    /// The strings, folded.
    private(set) var strings: [FoldedText] = []

    let names = ["x:si", "x:t", "x:rPh"]
    private var buffer: TextBuffer
    private var total = 0
    private let budget: ReadingBudget
    private var isInText = false
    private var isInPhonetic = false

    init(_ budget: ReadingBudget) {
        self.budget = budget
        buffer = TextBuffer(budget)
    }

    func start(_ element: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        switch element {
        case 0: buffer.clear()
        case 1: isInText = !isInPhonetic
        case 2: isInPhonetic = true
        default: break
        }
    }

    func end(_ element: Int) throws(ReadingError) {
        switch element {
        case 0:
            total += 1
            guard strings.count < budget.cells else { throw .tooLarge(what: "cells", limit: budget.cells) }
            let raw = buffer.take()
            bytes += raw.utf8.count
            guard bytes <= budget.textBytes else { throw .tooLarge(what: "text", limit: budget.textBytes) }
            strings.append(FoldedText(EscapedText.decoded(raw)))
        case 1: isInText = false
        case 2: isInPhonetic = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        if isInText { try buffer.append(bytes) }
    }

    private var bytes = 0
}

/// The number formats of the cells of a workbook.
final class WorkbookStyles: XMLHandler {
    /// The kind of number for each cell format, by its index.
    private(set) var kinds: [NumberKind] = []

    let names = ["x:numFmt", "x:cellXfs", "x:xf"]
    private var custom: [Int: NumberKind] = [:]
    private var isInCells = false

    func start(_ element: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        switch element {
        case 0:
            guard let id = attributes.number("numFmtId"), let code = attributes.value("formatCode") else {
                return
            }
            custom[id] = NumberKind(code: code)
        case 1: isInCells = true
        case 2:
            guard isInCells else { return }
            let id = attributes.number("numFmtId") ?? 0
            kinds.append(custom[id] ?? NumberKind(builtIn: id) ?? .number)
        default: break
        }
    }

    func end(_ element: Int) throws(ReadingError) { if element == 1 { isInCells = false } }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}

    /// The kind of number that a cell format makes.
    func kind(_ index: Int) -> NumberKind { index < kinds.count ? kinds[index] : .number }
}

/// Characters that XML cannot hold, as Excel writes them: `_x000D_`.
enum EscapedText {
    /// The text with these characters put in; `_x005F_` protects an underscore.
    static func decoded(_ raw: String) -> String {
        guard raw.utf8.contains(UInt8(ascii: "_")), raw.contains("_x") else { return raw }
        return raw.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            guard let value = UInt32(match.1, radix: 16), value != 0, let scalar = Unicode.Scalar(value)
            else {
                return String(match.0)
            }
            return String(Character(scalar))
        }
    }
}
