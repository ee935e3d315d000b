import Foundation
import Gtk
import Sample
import ViewModels
import XCTest

@testable import App

/// A part that a colleague received, opened from the welcome window.
final class ReceivedPartTests: AppTestCase {
    func testAReceivedPartIsOpenedFromTheWelcomeWindowAndSaysWhatItIs() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try MainActor.assumeIsolated {
            let file = try ReceivedPartTests.part(in: folder)
            setenv("XDG_DATA_HOME", folder.path, 1)
            setenv("XDG_CONFIG_HOME", folder.path + "/config", 1)
            defer {
                unsetenv("XDG_DATA_HOME")
                unsetenv("XDG_CONFIG_HOME")
            }
            let picker = ScriptedFilePicker([[file]])
            let program = Program(["barometro", "--alone", "--author", "Collega"], picker: picker)
            var failure: String? = "the part was never opened"
            program.application.onStartup {
                Timer.after(milliseconds: 200) { failure = ReceivedPartTests.drive(program, in: folder) }
            }
            XCTAssertEqual(program.run(), 0)
            XCTAssertNil(failure, failure ?? "")
        }
    }

    /// Opens the part as a person does; what is wrong with what the window shows, or nil.
    @MainActor private static func drive(_ program: Program, in folder: URL) -> String? {
        defer { program.application.quit() }
        MainLoop.run(until: { program.welcome?.window.isMapped == true }, seconds: 30)
        program.askForPart()
        MainLoop.run(until: { program.main?.window.isMapped == true }, seconds: 30)
        guard let main = program.main else { return "no window was opened" }
        MainLoop.settle()
        defer { main.session.close() }
        guard let path = main.session.folder?.path, path.hasPrefix(folder.path + "/barometro/parti/") else {
            return "it is at \(main.session.folder?.path ?? "nowhere")"
        }
        guard main.notices.partWords != nil else { return "the window does not say that it is a part" }
        return program.welcome == nil ? nil : "the welcome window is still there"
    }

    @MainActor private static func part(in folder: URL) throws -> URL {
        let archive = try DiskBackend(
            creating: folder.appending(path: "archivio"), content: SampleArchive.content(), summary: "prova",
            author: "Ufficio", at: Date(timeIntervalSince1970: 1_780_000_000))
        let session = ArchiveSession(
            content: archive.content, backend: archive, author: "Ufficio", now: Date.init)
        var part = PartDraft(session.content, year: nil)
        part.sectors = [try XCTUnwrap(Colleague.sector(of: session))]
        let file = folder.appending(path: "parte.barometro")
        try session.export(part, to: file)
        session.close()
        return file
    }
}
