import DocumentStore
import Foundation
import Model
import Testing

@testable import Desk

@MainActor @Suite struct PartTests {
    private let folder: ArchiveFolder

    init() throws {
        folder = try ArchiveFolder()
    }

    @Test func aPartIsReadyOnceSomethingIsChosenAndSaysWhatGoesIn() throws {
        let desk = sampleDesk()
        var draft = PartDraft(desk.content, year: desk.year)
        #expect(!draft.isReady)
        let sector = try #require(draft.allSectors.first { $0.objectives > 0 })
        draft.sectors = [sector.name]
        #expect(draft.isReady)
        #expect(draft.preview.contains("\(sector.objectives)"))
        #expect(draft.fileName.hasSuffix("-\(desk.year).barometro"))
        draft.sectors = ["Settore che non c'è"]
        #expect(!draft.isReady)
        draft.sectors = []
        draft.services = [try #require(draft.allServices.first).id]
        #expect(draft.isReady)
    }

    @Test func theSameFileOpensTheSameWorkingArchiveWithWhatWasFilledIn() throws {
        let desk = try folder.desk()
        let file = try folder.part(of: desk)
        let indicator = try desk.shared
        desk.close()
        let first = try folder.working(file)
        #expect(first.isPart)
        #expect(first.partWords?.contains(first.content.municipality.name) == true)
        try first.perform(.indicator(indicator.id, .actual, text: "777"))
        let place = first.folder
        first.close()

        let renamed = folder.at("Copia di parte.barometro")
        try FileManager.default.copyItem(at: file, to: renamed)
        let second = try folder.working(renamed)
        #expect(second.folder == place)
        #expect(second.content.indicator(indicator.id)?.actual.raw == "777")
        second.close()
    }

    @Test func anArchiveOfItsOwnIsNoPart() throws {
        let desk = try folder.desk()
        #expect(!desk.isPart)
        #expect(desk.partWords == nil)
        let file = try ColleagueFile.read(folder.part(of: desk)).get()
        #expect(Archives.part(of: file, in: folder.url) == nil)
        desk.close()
    }

    @Test func aFileThatCannotBeWrittenIsToldAndNothingIsLost() throws {
        let desk = try folder.desk()
        var draft = PartDraft(desk.content, year: nil)
        draft.sectors = [try desk.firstSector]
        #expect(throws: EditRefusal.self) {
            try desk.export(draft, to: folder.at("non/c'è/parte.barometro"))
        }
        desk.close()
    }
}
