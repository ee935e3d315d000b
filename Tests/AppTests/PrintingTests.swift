import ViewModels
import Foundation
import Localization
import Reporting
import Gtk
import XCTest

@testable import App

/// The pages to be printed: what goes to the printer, what is found in them, how large they are shown.
final class PrintingTests: AppTestCase {
    func testWhatIsPrintedHasThePagesThatAreShownAndWordsAreFoundInThem() throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "barometro-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try withWindow { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60), "the pages were never ready")
            let job = try XCTUnwrap(page.printJob)
            XCTAssertEqual(job.export(to: file.path), .done)
            let written = try String(decoding: Data(contentsOf: file), as: Unicode.ASCII.self)
            let pages = written.matches(of: /\/Type \/Page[^s]/).count
            XCTAssertEqual(pages, page.preview.count)
            XCTAssertEqual(page.preview.page, 0, "the first page is shown first")

            page.tools.search.text = "alberi censiti"
            page.tools.find()
            XCTAssertTrue(page.tools.countWords.hasPrefix("1 di "), page.tools.countWords)
            XCTAssertGreaterThan(page.preview.page, 0, "the place found is brought into sight")
            page.tools.search.text = "zzz"
            page.tools.find()
            XCTAssertEqual(page.tools.countWords, "non trovato")
        }
    }

    func testPagesAreShownLargerAndFitTheWidthAgain() throws {
        try withWindow { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60))
            let fitting = page.preview.zoom
            page.preview.zoom(by: 1.5)
            XCTAssertEqual(page.preview.zoom, fitting * 1.5, accuracy: 0.01)
            page.preview.fitWidth()
            XCTAssertEqual(page.preview.zoom, fitting, accuracy: 0.01)
        }
    }

    func testAPartThatIsLeftOutIsNotPrinted() throws {
        try withWindow { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60))
            let whole = page.preview.count
            page.choicesBox.choose(.contents, false)
            XCTAssertTrue(
                MainLoop.run(until: { page.isReady && page.preview.count < whole }, seconds: 60),
                "the list of headings is still there")
            page.choicesBox.choose(.contents, true)
            XCTAssertTrue(MainLoop.run(until: { page.isReady && page.preview.count == whole }, seconds: 60))
        }
    }

    func testADocumentIsPrintedInTheLanguageThatIsChosenAndThatIsRemembered() throws {
        try withWindow { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60))
            let find: (String) -> String = { words in
                page.tools.search.text = words
                page.tools.find()
                return page.tools.countWords
            }
            XCTAssertEqual(find("Stand der Umsetzung"), "non trovato")
            page.choicesBox.choose(.german)
            XCTAssertTrue(
                MainLoop.run(
                    until: { page.isReady && find("Stand der Umsetzung").hasPrefix("1 di ") }, seconds: 60),
                page.tools.countWords)
            let kept = try JSONDecoder().decode(
                PrintOptions.self, from: JSONEncoder().encode(page.choicesBox.chosen))
            XCTAssertEqual(kept.language, .german)
        }
    }

    func testChoicesAreRememberedForTheirArchiveAtTheNextStart() throws {
        try withWindow { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60))
            var chosen = page.choicesBox.chosen
            chosen.isAnonymous = true
            chosen.hasExplanations = true
            chosen.paper = .a3
            chosen.typeScale = .large
            chosen.parts.remove(.contents)
            chosen.sector = try XCTUnwrap(
                main.session.content.plans[main.session.year]?.objectives.first?.sector)
            page.choicesBox.choose(chosen)
            let folder = try XCTUnwrap(main.session.folder).path
            let again = WindowMemory(environment: ["XDG_CONFIG_HOME": folder + "/config"])
            let kept = try XCTUnwrap(again.preferences.printChoices?[folder])
            XCTAssertEqual(kept, chosen)
            XCTAssertNil(again.preferences.printChoices?[folder + "/altro"])
            // The box of the next start shows what was kept, and still gives it.
            let box = PrintChoicesBox(kept)
            box.offer(sectors: [kept.sector ?? ""], tags: [], parts: PrintPart.allCases)
            XCTAssertEqual(box.chosen, chosen)
        }
    }

    func testTheDocumentThatWasLookedAtLastIsShownAtTheNextStart() throws {
        try withWindow { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60))
            XCTAssertEqual(page.chosen, .allegatoB)
            page.choose(.relazione)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60))
            let folder = try XCTUnwrap(main.session.folder).path
            let again = WindowMemory(environment: ["XDG_CONFIG_HOME": folder + "/config"])
            XCTAssertEqual(again.preferences.printKinds?[folder], .relazione)
            let next = try XCTUnwrap(main.factory.page(.allegati) as? AllegatiPage)
            next.refresh()
            XCTAssertEqual(next.chosen, .relazione)
            next.refresh()
            XCTAssertEqual(next.chosen, .relazione, "a change of the content does not bring another document")
        }
    }

    func testACoatOfArmsIsKeptAndTakenOutAgainAndWhatIsNoWholeImageIsRefused() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let image = folder.appending(path: "stemma.png")
        let dot =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
        let whole = try XCTUnwrap(Data(base64Encoded: dot))
        var changed = whole
        changed[45] ^= 1
        let refused = [
            ("testo", Data("stemma".utf8), "non è un’immagine PNG"),
            ("tagliato", whole.dropLast(9), "danneggiato"),
            ("cambiato", changed, "danneggiato"),
        ]
        try whole.write(to: image)
        try withWindow(picker: [image]) { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            page.askForEmblem()
            XCTAssertEqual(main.session.emblem, [UInt8](whole))
            for (name, bytes, words) in refused {
                let file = folder.appending(path: name + ".png")
                try bytes.write(to: file)
                XCTAssertThrowsError(try main.session.keepEmblem(from: file)) { error in
                    let told = FileOutput.words(ofEmblem: error, file: name)
                    XCTAssertTrue(told.contains(words), told)
                }
                XCTAssertEqual(main.session.emblem, [UInt8](whole), "the one that was there stays")
            }
            // One that was damaged later is told where it is chosen.
            let kept = try XCTUnwrap(main.session.folder).appending(path: "attachments/stemma.png")
            try changed.write(to: kept)
            XCTAssertNil(main.session.emblem)
            XCTAssertTrue(main.session.hasEmblem)
            XCTAssertTrue(main.session.emblemProblem.contains("danneggiato"))
            page.removeEmblem()
            XCTAssertFalse(main.session.hasEmblem)
            XCTAssertFalse(FileManager.default.fileExists(atPath: kept.path))
            // Taking out and putting another in its place can be undone.
            page.restoreEmblem()
            XCTAssertEqual(try Data(contentsOf: kept), changed)
            page.keepEmblem(image)
            XCTAssertEqual(main.session.emblem, [UInt8](whole))
            page.removeEmblem()
            XCTAssertNil(main.session.emblem)
            page.restoreEmblem()
            XCTAssertEqual(main.session.emblem, [UInt8](whole))
            XCTAssertFalse(main.session.hasFormerEmblem)
        }
    }

    func testTheCommandLineTellsHelpAndVersionAndRefusesWhatItDoesNotKnow() {
        MainActor.assumeIsolated {
            XCTAssertEqual(StartOptions(["barometro", "--version"]).answer, AboutProgram.version)
            XCTAssertTrue(StartOptions(["barometro", "--help"]).answer?.contains("--archive") ?? false)
            XCTAssertTrue(
                StartOptions(["barometro", "--help"]).answer?.contains("--lang it|de|fr|en  ") ?? false)
            XCTAssertNil(StartOptions(["barometro", "a.pdf"]).answer)
            XCTAssertNotNil(StartOptions(["barometro", "--nothing"]).problem)
            XCTAssertTrue(StartOptions(["barometro", "--author", "A"]).namesAuthor)
        }
    }
}
