import DocumentStore
import Foundation
import Model
import Testing

@testable import ViewModels

@MainActor @Suite struct PartTests {
    private let folder: ArchiveFolder

    init() throws {
        folder = try ArchiveFolder()
    }

    @Test func aPartIsReadyOnceSomethingIsChosenAndSaysWhatGoesIn() throws {
        let session = sampleSession()
        var draft = PartDraft(session.content, year: session.year)
        #expect(!draft.isReady)
        let sector = try #require(draft.allSectors.first { $0.objectives > 0 })
        draft.sectors = [sector.name]
        #expect(draft.isReady)
        #expect(draft.preview.contains("\(sector.objectives)"))
        #expect(draft.fileName.hasSuffix("-\(session.year).barometro"))
        draft.sectors = ["Settore che non c'è"]
        #expect(!draft.isReady)
        draft.sectors = []
        draft.services = [try #require(draft.allServices.first).id]
        #expect(draft.isReady)
    }

    @Test func theSameFileOpensTheSameWorkingArchiveWithWhatWasFilledIn() throws {
        let session = try folder.session()
        let file = try folder.part(of: session)
        let indicator = try session.shared
        session.close()
        let first = try folder.working(file)
        #expect(first.isPart)
        #expect(first.partWords?.contains(first.content.municipality.name) == true)
        try first.perform(.indicator(indicator.id, .actual, text: "777"))
        let place = first.folder
        let mark = try #require(place?.lastPathComponent.suffix(16))
        #expect(!first.returnName.contains(mark), "what tells the folder apart is nothing to the sender")
        first.close()

        let renamed = folder.at("Copia di parte.barometro")
        try FileManager.default.copyItem(at: file, to: renamed)
        let second = try folder.working(renamed)
        #expect(second.folder == place)
        #expect(second.content.indicator(indicator.id)?.actual.raw == "777")
        second.close()
    }

    @Test func anArchiveOfItsOwnIsNoPart() throws {
        let session = try folder.session()
        #expect(!session.isPart)
        #expect(session.partWords == nil)
        let file = try ColleagueFile.read(folder.part(of: session)).get()
        #expect(Archives.part(of: file, in: folder.url) == nil)
        session.close()
    }

    @Test func aFileThatCannotBeWrittenIsToldAndNothingIsLost() throws {
        let session = try folder.session()
        var draft = PartDraft(session.content, year: nil)
        draft.sectors = [try session.firstSector]
        #expect(throws: EditRefusal.self) {
            try session.export(draft, to: folder.at("non/c'è/parte.barometro"))
        }
        session.close()
    }
}
