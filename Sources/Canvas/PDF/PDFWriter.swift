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

    /// The PDF of a document; with `isPlain` nothing in it is packed, for those who look into it.
    static func write(
        _ document: ReportDraft, geometry: PageGeometry = .a4, isPlain: Bool
    ) throws -> WrittenPDF {
        let engine = try TextEngine()
        let measurer = TextMeasurer(engine, language: document.language)
        var file = try PDFFile(engine: engine, isPlain: isPlain)
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
        var file = try PDFFile(engine: TextEngine(), isPlain: false)
        let structure = Structure(layout.structure)
        for var page in layout.pages {
            // Its running lines stand among what is drawn on it.
            page.runningHeader = nil
            try file.add(page, of: structure)
        }
        return try file.finish(layout.metadata, language: layout.language, text: layout.text)
    }
}

/// A PDF that is being written.
private struct PDFFile {
    private var objects: PDFObjects
    private var writer: PDFPageWriter
    private var headings: [(heading: PlacedHeading, page: Int)] = []
    /// Pages that wait for the numbers of others, with the parts that they name.
    private var waiting: [(page: Page, structure: Structure)] = []

    init(engine: TextEngine, isPlain: Bool) throws {
        objects = try PDFObjects(isPlain: isPlain)
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
    ) throws -> WrittenPDF {
        let trees = try writer.finish(&objects)
        let places = headings.compactMap { heading, page in writer.written[page].map { (heading, $0) } }
        let (root, info) = try PDFDocument(metadata, language: language).write(
            headings: places, trees: trees, text: text, to: &objects)
        // The places where characters are missing are told in the order of pages.
        let missing = writer.missing.enumerated().sorted {
            ($0.element.page ?? 0, $0.offset) < ($1.element.page ?? 0, $1.offset)
        }.map(\.element)
        return WrittenPDF(bytes: try objects.finish(root: root, info: info), missing: missing)
    }
}
