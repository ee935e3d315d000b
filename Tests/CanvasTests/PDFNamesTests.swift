import Foundation
import Model
import Reporting
import Sample
import Testing

@testable import Canvas

/// What the written files hold besides their pages: no name where none is to be, and nothing that another reader refuses.
@Suite(.enabled(if: PDFReading.isPossible, "poppler's tools are not installed"))
struct PDFNamesTests {
    private func document(_ kind: PrintKind, anonymous: Bool) throws -> ReportDocument {
        var options = PrintOptions()
        options.isAnonymous = anonymous
        return try ReportDocument(
            kind, of: SampleArchive.content(), year: SampleArchive.year, options: options)
    }

    /// All that poppler finds in a file: pages, information, XMP, destinations, structure, and what is not packed.
    private func said(by bytes: Data) throws -> String {
        let reading = try PDFReading(bytes, name: "names")
        defer { reading.close() }
        let told = try [["-isodates"], ["-meta"], ["-dests"], ["-struct-text"]].map { try reading.info($0) }
        return ([try reading.text(), String(decoding: bytes, as: UTF8.self)] + told).joined(separator: "\n")
    }

    @Test(arguments: [PrintKind.piano, .allegatoB])
    func noNameIsAnywhereInTheFilesOfADocumentWithoutNames(kind: PrintKind) throws {
        let content = SampleArchive.content()
        let plan = try #require(content.plans[SampleArchive.year])
        let people = Set(
            plan.objectives.flatMap { [$0.head] + $0.participants.map(\.name) }
                + content.municipality.sectors.flatMap { $0.tenures.map(\.head) }
        ).filter { !$0.isEmpty }
        let named = try said(by: PDFWriter.write(document(kind, anonymous: false)).bytes)
        #expect(people.contains { named.contains($0) })
        let nameless = try document(kind, anonymous: true)
        let words = try said(by: PDFWriter.write(nameless).bytes)
        let office = String(decoding: try OpenDocumentText.write(nameless), as: UTF8.self)
        for name in people {
            #expect(!words.contains(name), "\(name)")
            #expect(!office.contains(name), "\(name)")
        }
        #expect(words.contains("Persona 1") && office.contains("Persona 1"))
    }

    @Test(.enabled(if: PDFReading.canCheck, "qpdf is not installed"), arguments: PrintKind.allCases)
    func anotherReaderFindsNoErrorInAFile(kind: PrintKind) throws {
        let reading = try PDFReading(PDFWriter.write(document(kind, anonymous: false)).bytes, name: "sound")
        defer { reading.close() }
        let told = try reading.check()
        #expect(told.contains("No syntax or stream encoding errors found"), "\(told)")
    }

    @Test(.enabled(if: PDFReading.canCheck, "qpdf is not installed"), arguments: PrintKind.allCases)
    func outlineLeadsToEveryHeadingOnItsPage(kind: PrintKind) throws {
        let layout = try PageLayout(document(kind, anonymous: false))
        let reading = try PDFReading(PDFWriter.write(layout).bytes, name: "outline")
        defer { reading.close() }
        let entries = try reading.outline()
        #expect(entries.map(\.title) == layout.outline.map(\.heading.text))
        #expect(entries.map(\.destpageposfrom1) == layout.outline.map(\.page))
    }

    @Test(
        .enabled(
            if: PDFReading.canCheck && OfficeProgram.installed != nil,
            "qpdf or LibreOffice is not installed"))
    func anotherReaderFindsNoErrorInAnArchivalFileWithItsText() throws {
        let document = try document(.progetti, anonymous: false)
        let program = try #require(OfficeProgram.installed)
        let made = try program.convert(OpenDocumentText.write(document), to: .archivalPDF)
        let reading = try PDFReading(
            try #require(try ArchivalUpdate.added(document, to: made)), name: "archivalsound")
        defer { reading.close() }
        let told = try reading.check()
        #expect(told.contains("No syntax or stream encoding errors found"), "\(told)")
    }
}
