import Foundation
import Localization
import Reading

extension ReadingError {
    /// Why the file cannot be read, and what to do.
    public var words: String {
        switch self {
        case .empty: tr("There is no text in the file.")
        case .unsupported("picture"):
            tr("The file is a picture. Let its text be recognised (OCR), and save it as PDF or text.")
        case .unsupported("ole"):
            tr("The file is of an older kind of Office (DOC, XLS). Save it as DOCX, XLSX, ODT or ODS.")
        case .unsupported(let format):
            tr(
                "The file is of a kind that is not read ({format}). Save it as XLSX, ODS, DOCX, ODT, CSV, PDF or text.",
                ["format": format.uppercased()])
        case .unknownFormat:
            tr("The file is of no known kind. Save it as XLSX, ODS, DOCX, ODT, CSV, PDF or text.")
        case .encrypted: tr("The file asks for a password. Save it without one.")
        case .scanned(let pages):
            trn(
                "The page of the PDF is a picture without text. Let its text be recognised (OCR) first.",
                "The {count} pages of the PDF are pictures without text. Let their text be recognised (OCR) first.",
                pages)
        case .damaged(_, ""):
            tr("The file is damaged. Open it in the program that made it and save it again.")
        case .damaged(_, let detail):
            tr(
                "The file is damaged ({detail}). Open it in the program that made it and save it again.",
                ["detail": Self.place(in: detail)])
        case .tooLarge(let what, let limit):
            tr(
                "The file is too large ({what}: more than {limit}). Divide it into parts.",
                ["what": Self.name(ofMeasure: what), "limit": Words.number(limit)])
        case .tooSlow(let seconds):
            trn(
                "Reading the file took more than {count} second and was stopped. Divide it into parts.",
                "Reading the file took more than {count} seconds and was stopped. Divide it into parts.",
                seconds)
        case .readerFailed(let detail):
            tr(
                "The program that reads files ended without an answer ({detail}). Save the file in another format.",
                ["detail": Self.end(detail)])
        }
    }

    /// `NUL, line 4`: what was found where, the place in words.
    private static func place(in detail: String) -> String {
        guard let mark = detail.range(of: ", ", options: .backwards),
            case let place = detail[mark.upperBound...].split(separator: " "), place.count == 2
        else { return detail }
        let number = String(place[1])
        switch place[0] {
        case "line": return detail[..<mark.upperBound] + tr("line {line}", ["line": number])
        case "byte": return detail[..<mark.upperBound] + tr("byte {byte}", ["byte": number])
        default: return detail
        }
    }

    /// `signal 9`: how the reader ended, in words.
    private static func end(_ detail: String) -> String {
        let words = detail.split(separator: " ")
        guard let last = words.last, Int(last) != nil || words.count == 1 else { return detail }
        switch words.dropLast().joined(separator: " ") {
        case "signal": return tr("ended by the system, signal {number}", ["number": String(last)])
        case "exit": return tr("exit code {number}", ["number": String(last)])
        case "answer broken at byte": return tr("its answer is broken at byte {byte}", ["byte": String(last)])
        default: return detail == "input" ? tr("it could not read its input") : detail
        }
    }

    private static func name(ofMeasure what: String) -> String {
        switch what {
        case "bytes", "expanded bytes", "answer": tr("bytes")
        case "cells": tr("cells")
        case "text": tr("characters")
        case "rows", "lines", "blocks": tr("lines")
        case "columns": tr("columns")
        case "pages": tr("pages")
        case "parts": tr("parts")
        case "depth": tr("levels")
        default: what
        }
    }
}

extension ReadingFinding {
    /// What there is to tell, with its place.
    public var words: String {
        let place = place.words
        return place.isEmpty ? message : place + ": " + message
    }

    private var message: String {
        switch code {
        case .encodingGuessed: tr("the encoding was guessed ({detail})", ["detail": detail])
        case .invisibleRemoved: tr("invisible characters were taken out ({detail})", ["detail": detail])
        case .hiddenRead: tr("something hidden was read all the same ({detail})", ["detail": detail])
        case .formulaError: tr("a formula gives an error ({detail})", ["detail": detail])
        case .formulaWithoutValue:
            tr("a formula has no result in the file; open it in a spreadsheet and save it again")
        case .limitReached: tr("something was left out at a limit ({detail})", ["detail": detail])
        case .pageWithoutText: tr("the page has no text")
        case .partUnreadable: tr("a part of the file could not be read ({detail})", ["detail": detail])
        case .rowJoined: tr("a row that the end of a page cut was put together")
        case .objectLeftOut: tr("a picture or another object was left out")
        }
    }
}

extension Place {
    /// Where it is, as people say it.
    public var words: String {
        var parts: [String] = []
        if let sheet { parts.append(tr("sheet {name}", ["name": sheet])) }
        if let page { parts.append(tr("page {number}", ["number": "\(page)"])) }
        if let cell { parts.append(tr("cell {name}", ["name": cell])) }
        if let line, sheet == nil { parts.append(tr("line {number}", ["number": "\(line)"])) }
        return parts.joined(separator: ", ")
    }
}
