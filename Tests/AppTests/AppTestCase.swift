import Foundation
import Gtk
import Localization
import Model
import Sample
import ViewModels
import XCTest

@testable import App

/// A test of the whole window, on the sample in a folder of its own; skipped loudly without a screen.
class AppTestCase: XCTestCase {
    /// The program that the window of the running test belongs to.
    @MainActor static var application: Application?

    override func setUpWithError() throws {
        guard MainActor.assumeIsolated({ Gtk.initialize() }) else {
            throw XCTSkip("SKIPPED: no display; run under xvfb-run")
        }
        MainActor.assumeIsolated {
            Localization.use(language: .italian)
            Appearance.isAnimated = false
            Appearance.hasBlinkingCursor = false
        }
    }

    /// A window on an archive that holds a municipality and the empty plan of 2026, while the body runs.
    func withEmptyWindow(_ body: @escaping @MainActor (MainWindow) throws -> Void) throws {
        var content = ArchiveContent(
            municipality: Municipality(id: UUID(), name: "Valdoria"), services: ServiceCatalogue(id: UUID()))
        content.plans[2026] = Plan(id: UUID(), year: 2026)
        try withWindow(on: content, body)
    }

    /// A window on an archive, of the sample where nothing else is said, while the body runs; `picker` answers in a
    /// person's place.
    func withWindow(
        on content: ArchiveContent = SampleArchive.content(), picker: [URL] = [],
        _ body: @escaping @MainActor (MainWindow) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try MainActor.assumeIsolated {
            var failure: (any Error)?
            let application = Application(id: "it.example.window", opensFiles: false, isUnique: false)
            AppTestCase.application = application
            defer { AppTestCase.application = nil }
            application.onStartup {
                Style.install()
                Style.installIcons()
            }
            application.onActivate {
                do {
                    let archive = try DiskBackend(
                        creating: folder, content: content, summary: "prova",
                        author: "Ufficio",
                        at: Date(timeIntervalSince1970: 1_780_000_000))
                    let session = ArchiveSession(
                        content: archive.content, backend: archive, author: "Ufficio",
                        now: { Date(timeIntervalSince1970: 1_780_000_000) })
                    let memory = WindowMemory(environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
                    let window = MainWindow(
                        application, session: session, picker: ScriptedFilePicker([picker]), memory: memory)
                    window.window.present()
                    MainLoop.run(until: { window.window.isMapped })
                    try body(window)
                    window.window.destroy()
                    session.close()
                } catch {
                    failure = error
                }
                application.quit()
            }
            _ = application.run(["test"])
            if let failure { throw failure }
        }
    }
}
