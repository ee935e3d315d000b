import CGtk
import Foundation
import Localization
import Model
import ViewModels
import XCTest

@testable import App
@testable import Gtk

/// What is seen only once something was chosen: dialogs, windows beside the main one, pages behind a tab or a choice.
/// Nothing in them is cut off, in any style, nor with texts twice as large.
final class DialogLookTests: AppTestCase {
    /// A window that is opened over the main one.
    private typealias Opening = (name: String, open: @MainActor (MainWindow) -> Void)

    private static let openings: [Opening] = [
        (
            "welcome",
            { _ in
                guard let application = AppTestCase.application else { return }
                let ways = WelcomeWindow.Ways(
                    create: {}, open: {}, openPart: {}, sample: {}, received: { _ in }, recent: { _ in })
                WelcomeWindow(application, ways, recent: ["/srv/archivi/valdoria"]).window.present()
            }
        ),
        ("new-archive", { main in NewArchiveDialog(over: main.window) { _, _ in }.present() }),
        (
            "preferences",
            { main in
                PreferencesDialog(Preferences(), author: "Ufficio performance", over: main.window) { _ in }
                    .present()
            }
        ),
        ("about", { main in AboutWindow.show(over: main.window) }),
        ("shortcuts", { main in ShortcutsWindow(over: main.window).present() }),
        ("help", { main in HelpWindow(on: .plan, over: main.window) {}.present() }),
        ("new-year", { main in _ = main.window.activateAction("win.new-year") }),
        ("lock", { main in _ = main.window.activateAction("win.lock-year") }),
        ("part", { main in _ = main.window.activateAction("win.export-part") }),
        ("backups", { main in main.showBackups()?.present() }),
        (
            "layouts",
            { main in
                LayoutsWindow(
                    main.session, FileDialogs(ScriptedFilePicker(), over: main.window), over: main.window
                ).present()
            }
        ),
        (
            "freeze",
            { main in
                guard let kind = Printables.kinds(of: main.session.content, year: main.session.year).first
                else { return }
                let draft = FreezeDraft(kind, year: main.session.year)
                FreezeDialog(draft, canLock: true, over: main.window) { _ in }.present()
            }
        ),
        (
            "question",
            { main in
                Presenter(main.window).stop(
                    "Il documento non si legge", meaning: "L’archivio è rimasto com’era.",
                    remedy: "Si può scegliere un altro documento.")
            }
        ),
        (
            "follow",
            { main in
                let next = Edit.newYear(
                    main.session.year + 1, from: main.session.year, targetsFromActuals: true)
                _ = main.yearActions?.makeYear(next, of: main.session.year + 1)
                _ = main.window.activateAction("win.follow-indicators")
            }
        ),
    ]

    func testNothingIsCutInTheWindowsThatOpenOverTheMainOne() throws {
        try inEachLook { main, look in
            var faults: [String] = []
            for (name, open) in DialogLookTests.openings {
                let before = Set(Window.all.map(\.raw))
                open(main)
                let isOpen = MainLoop.run(
                    until: { Window.all.contains { !before.contains($0.raw) && $0.isMapped } }, seconds: 5)
                guard isOpen, let window = Window.all.first(where: { !before.contains($0.raw) }) else {
                    faults.append("\(name) did not open")
                    continue
                }
                MainLoop.settle()
                MainLoop.run(until: { window.cuts.isEmpty }, seconds: 5)
                faults += window.cuts.map { "\(look), \(name): \($0)" }
                try window.keepPicture("dialog-\(name)", look)
                window.destroy()
            }
            return faults
        }
    }

    func testNothingIsCutBehindTabsAndChoices() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "piano-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = """
            Obiettivo;Responsabile;Peso;Indicatore;Target;Consuntivo;Prot.
            Verde urbano;Area 3;60;alberi messi a dimora;3.500;3.724;12/A
            ;;;incontri con i quartieri;almeno 6;8;12/B
            Manutenzione delle strade;Area 3;40;km asfaltati;12,5;9,1;13
            Totale;;100;;;;
            """
        try Data(text.utf8).write(to: file)
        try inEachLook { main, look in
            var faults: [String] = []
            for (name, show) in DialogLookTests.places(reading: file) {
                guard let page = show(main) else {
                    faults.append("\(name) is not there")
                    continue
                }
                MainLoop.settle()
                MainLoop.run(until: { page.cuts.isEmpty }, seconds: 5)
                faults += page.cuts.map { "\(look), \(name): \($0)" }
                try main.window.keepPicture("place-\(name)", look)
            }
            return faults
        }
    }

    /// Seen before: high contrast on dark was the usual dark style, for GTK has it as a theme of its own.
    func testEachStyleIsOneThatGTKHas() {
        MainActor.assumeIsolated {
            let look = AppliedLook()
            defer { look.apply(Preferences()) }
            for style: Preferences.Style in [.light, .dark, .highContrast, .highContrastDark] {
                var preferences = Preferences()
                preferences.style = style
                look.apply(preferences)
                let isVariant = Appearance.isDark && !Appearance.theme.hasSuffix("-dark")
                let path = "/org/gtk/libgtk/theme/\(Appearance.theme)/gtk\(isVariant ? "-dark" : "").css"
                XCTAssertNotEqual(
                    g_resources_get_info(path, G_RESOURCE_LOOKUP_FLAGS_NONE, nil, nil, nil), 0, path)
                XCTAssertEqual(Appearance.isDark, style == .dark || style == .highContrastDark)
                XCTAssertEqual(
                    Appearance.isHighContrast, style == .highContrast || style == .highContrastDark)
            }
        }
    }

    /// A place of the window, by its name, and what leads there.
    private typealias Place = (name: String, show: @MainActor (MainWindow) -> Widget?)

    private static func places(reading file: URL) -> [Place] {
        [
            ("profile", { $0.shown(Destination(.organisation, field: "profile")) }),
            (
                "line",
                { main in
                    main.session.plan?.lines.first.flatMap { main.shown(Destination(.plan, item: $0.id)) }
                }
            ),
            (
                "service",
                { main in
                    let service = main.session.content.services.services.last
                    return service.flatMap { main.shown(Destination(.services, item: $0.id)) }
                }
            ),
            (
                "all-series",
                { main in
                    let page = main.shown(Destination(.services))
                    let button = page?.button(tr("All series"))
                    button?.set("active", true)
                    return button == nil ? nil : page
                }
            ),
            (
                "review",
                { main in
                    main.review([file])
                    let page = main.page(.importing) as? ImportPage
                    MainLoop.run(until: { page?.hasDrafts == true && page?.isReading == false }, seconds: 30)
                    return page?.hasDrafts == true ? page?.widget : nil
                }
            ),
            ("merge", merge),
        ]
    }

    /// The review of what a colleague sent back, with a conflict.
    @MainActor private static func merge(in main: MainWindow) -> Widget? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "ritorno.barometro")
        guard let indicator = Colleague.indicator(of: main.session),
            let page = main.page(.importing) as? ImportPage
        else { return nil }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Colleague.answer(main.session, in: folder, to: file) { colleague in
                try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
                try colleague.perform(.indicator(indicator.id, .note, text: "Dal collega"))
            }
            try main.session.perform(.indicator(indicator.id, .actual, text: "55"))
        } catch {
            return nil
        }
        main.review([file])
        let isThere = {
            guard case .review = page.merging.state else { return false }
            return true
        }
        MainLoop.run(until: isThere, seconds: 30)
        return isThere() ? page.widget : nil
    }

    /// Does the body in a window of each style, and once with texts twice as large; it gives what is wrong.
    private func inEachLook(_ body: @escaping @MainActor (MainWindow, Look) throws -> [String]) throws {
        let size = (1280, 1024)
        let scale = MainActor.assumeIsolated { Appearance.textScale }
        defer { MainActor.assumeIsolated { Appearance.textScale = scale } }
        let looks =
            LookStyle.allCases.map { Look(size: size, style: $0) } + [Look(size: size, textPercent: 200)]
        for look in looks {
            MainActor.assumeIsolated { Appearance.textScale = scale * Double(look.textPercent) / 100 }
            try withWindow { main in
                let usual = Appearance.theme
                defer { LookStyle.light.apply(over: usual) }
                look.style.apply(over: usual)
                main.window.size = look.size
                MainLoop.settle()
                XCTAssertEqual(try body(main, look), [])
            }
        }
    }
}

extension MainWindow {
    /// The page of a place, once it is shown.
    @MainActor fileprivate func shown(_ destination: Destination) -> Widget? {
        go(to: destination)
        MainLoop.settle()
        return page(destination.screen).widget
    }
}
