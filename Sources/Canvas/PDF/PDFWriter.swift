import Foundation
import Reporting

/// A PDF with what is to be told about it.
public struct WrittenPDF: Sendable {
    /// The file.
    public var bytes: Data
    /// The characters that no installed font has: a box is drawn for each, and text that is searched or copied keeps
    /// the character.
    public var missing: [MissingCharacter]
}

/// Writes documents as PDF: text that can be searched, bookmarks, links, structure.
public enum PDFWriter {
    /// The PDF of a document. Equal documents with a date give equal bytes. A page is written as soon as it is laid out,
    /// and kept no more: only contents wait for the numbers of pages.
    public static func write(_ document: ReportDocument, geometry: PageGeometry = .a4) throws -> WrittenPDF {
        try write(ReportDraft(document), geometry: geometry)
    }

    /// The PDF of a document whose sections are made as they are drawn: none is kept, so that a long document takes no
    /// more memory than a short one.
    public static func write(_ document: ReportDraft, geometry: PageGeometry = .a4) throws -> WrittenPDF {
        try ReportDocument.speaking(document.language) {
            try write(document, geometry: geometry, isPlain: false)
        }
    }

    /// Writes the PDF of a document piece by piece, so that not even the file is ever whole in memory.
    /// - Parameter put: takes the pieces, one after the other; an error of it ends the writing.
    /// - Returns: the characters that no installed font has.
    public static func write(
        _ document: ReportDraft, geometry: PageGeometry = .a4, to put: @escaping (Data) throws -> Void
    ) throws -> [MissingCharacter] {
        try ReportDocument.speaking(document.language) {
            try write(document, geometry: geometry, isPlain: false, to: put)
        }
    }

    /// The PDF of a document; with `isPlain` nothing in it is packed, for those who look into it.
    static func write(
        _ document: ReportDraft, geometry: PageGeometry = .a4, isPlain: Bool
    ) throws -> WrittenPDF {
        try whole { try write(document, geometry: geometry, isPlain: isPlain, to: $0) }
    }

    /// The pieces that `write` gives as one file.
    private static func whole(
        _ write: (@escaping (Data) throws -> Void) throws -> [MissingCharacter]
    ) rethrows -> WrittenPDF {
        let file = PDFPieces()
        let missing = try write { file.data.append($0) }
        return WrittenPDF(bytes: file.data, missing: missing)
    }

    private static func write(
        _ document: ReportDraft, geometry: PageGeometry, isPlain: Bool,
        to put: @escaping (Data) throws -> Void
    ) throws -> [MissingCharacter] {
        let engine = try TextEngine()
        let measurer = TextMeasurer(engine, language: document.language)
        var file = try PDFFile(engine: engine, isPlain: isPlain, to: put)
        var composer = PageComposer(document.headings, geometry: geometry, measurer: measurer)
        var text = try AttachedTextWriter(document)
        if let title = document.titlePage { composer.add(title) }
        for section in document.sections {
            composer.add(section)
            try text.add(section)
            try file.add(&composer)
        }
        composer.close()
        try file.add(&composer)
        try file.fillContents(measurer)
        for page in file.pages {
            guard let header = page.page.runningHeader else { continue }
            let lines = RunningLines(
                document.metadata, language: document.language, header: header, measurer: measurer)
            try file.add(running: lines.items(on: page.page, of: file.pages.count), on: page)
        }
        return try file.finish(document.metadata, language: document.language, text: try text.finish())
    }

    /// The PDF of pages.
    public static func write(_ layout: PageLayout) throws -> WrittenPDF {
        try whole { put in
            var file = try PDFFile(engine: TextEngine(), isPlain: false, to: put)
            let structure = Structure(layout.structure)
            for var page in layout.pages {
                // Its running lines stand among what is drawn on it.
                page.runningHeader = nil
                try file.add(page, of: structure)
            }
            return try file.finish(layout.metadata, language: layout.language, text: layout.text)
        }
    }
}

/// The pieces of a file that came so far.
private final class PDFPieces {
    var data = Data()
}

/// A PDF that is being written.
private struct PDFFile {
    private var objects: PDFObjects
    private var writer: PDFPageWriter
    private var headings: [(heading: PlacedHeading, page: Int)] = []
    /// Pages that wait for the numbers of others, with the parts that they name.
    private var waiting: [(page: Page, structure: Structure)] = []

    init(engine: TextEngine, isPlain: Bool, to put: @escaping (Data) throws -> Void) throws {
        objects = try PDFObjects(isPlain: isPlain, to: put)
        writer = PDFPageWriter(engine: engine, &objects)
    }

    /// The pages that are written, in order.
    var pages: [PDFPageWriter.Written] { writer.written.sorted { $0.key < $1.key }.map(\.value) }

    /// Takes the pages of a composer that are full and writes them.
    mutating func add(_ composer: inout PageComposer) throws {
        let structure = composer.structure
        for page in composer.takeFull() { try add(page, of: structure) }
    }

    mutating func add(_ page: Page, of structure: Structure) throws {
        headings += page.headings.map { ($0, page.number) }
        guard page.waitsForNumbers else { return try writer.write(page, of: structure, &objects) }
        waiting.append((page, structure))
    }

    /// Writes the pages that waited.
    mutating func fillContents(_ measurer: TextMeasurer) throws {
        let numbers = Dictionary(headings.map { ($0.heading.index, $0.page) }, uniquingKeysWith: { $1 })
        for (var page, structure) in waiting {
            page.fill(numbers, measurer)
            try writer.write(page, of: structure, &objects)
        }
        waiting = []
    }

    mutating func add(running items: [PageItem], on page: PDFPageWriter.Written) throws {
        try writer.write(running: items, on: page, &objects)
    }

    mutating func finish(
        _ metadata: DocumentMetadata, language: String, text: AttachedText?
    ) throws -> [MissingCharacter] {
        let trees = try writer.finish(&objects)
        let places = headings.compactMap { heading, page in writer.written[page].map { (heading, $0) } }
        let (root, info) = try PDFDocument(metadata, language: language).write(
            headings: places, trees: trees, text: text, to: &objects)
        try objects.finish(root: root, info: info)
        // The places where characters are missing are told in the order of pages.
        return writer.missing.enumerated().sorted {
            ($0.element.page ?? 0, $0.offset) < ($1.element.page ?? 0, $1.offset)
        }.map(\.element)
    }
}
