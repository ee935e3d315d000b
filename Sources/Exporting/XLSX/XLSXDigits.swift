import Foundation

/// The numbers of a workbook as they were meant. libxlsxwriter writes sixteen digits of a binary number: of 0.81 it makes
/// 0.8100000000000001, which is another one.
enum XLSXDigits {
    /// The workbook with no more than fifteen digits in each number.
    static func exact(_ workbook: Data) throws(WritingError) -> Data {
        let files = try ZIPReader.files(workbook)
        let container = try ZIPWriter()
        for file in files {
            let isSheet = file.name.hasPrefix("xl/worksheets/sheet")
            try container.add(file.name, isSheet ? exact(sheet: file.content) : file.content)
        }
        return try container.finish()
    }

    /// A sheet whose values (`<v>`) are as they were meant.
    private static func exact(sheet: Data) -> Data {
        let text = [UInt8](sheet)
        let (opening, closing) = (Array("<v>".utf8), UInt8(ascii: "<"))
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard text[index] == opening[0], text[index...].starts(with: opening) else {
                result.append(text[index])
                index += 1
                continue
            }
            result += opening
            index += opening.count
            let end = text[index...].firstIndex(of: closing) ?? text.count
            let value = text[index..<end]
            if value.count > SpreadsheetNumber.digits,
                let rounded = SpreadsheetNumber.rounded(String(decoding: value, as: UTF8.self))
            {
                result += Array(rounded.utf8)
            } else {
                result += value
            }
            index = end
        }
        return Data(result)
    }
}
