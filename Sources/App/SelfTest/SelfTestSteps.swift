import Canvas
import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// One thing that the program must be able to do.
struct SelfTestStep {
    /// What it is, in words.
    let title: String
    /// Does it; throws a `SelfTest.Failure` where it does not work.
    let body: @MainActor () throws -> Void
}

/// The steps of the test, each on what those before it left: the window stays open through all of them.
final class SelfTestSteps {
    private let application: Application
    private let folder: URL
    private var main: MainWindow?
    private var accepted: ImportDraft?

    /// Steps that write into a folder.
    init(_ application: Application, folder: URL) {
        self.application = application
        self.folder = folder
    }

    /// All of them, in order.
    var all: [SelfTestStep] {
        [
            SelfTestStep(title: tr("what belongs to the program is there")) { try self.findResources() },
            SelfTestStep(title: tr("the window opens on the sample")) { try self.openWindow() },
            SelfTestStep(title: tr("every screen is shown")) { try self.showScreens() },
            SelfTestStep(title: tr("scores are computed")) { try self.score() },
            SelfTestStep(title: tr("the checks find the errors of the sample")) { try self.check() },
        ] + imports + [
            SelfTestStep(title: tr("a document is printed as PDF")) { try self.print() },
            SelfTestStep(title: tr("the PDF is read")) { try self.readPrinted() },
            SelfTestStep(title: tr("work in the background comes back to the window")) {
                try self.runTask()
            },
            SelfTestStep(title: tr("an import is on disk and there when the archive is opened again")) {
                try self.reopen()
            },
        ]
    }

    /// Closes what is open.
    func close() {
        main?.window.destroy()
        main?.session.close()
        main = nil
    }

    private func findResources() throws {
        let names = [
            "style.css", "dark.css", "contrast.css", "selection.css", "icons", "manuale/index.html",
            "documents",
        ]
        let missing = names.filter { AppResource.file($0) == nil }
        guard missing.isEmpty else {
            throw SelfTest.Failure(words: tr("missing: {files}", ["files": missing.joined(separator: ", ")]))
        }
        guard Localization.with(.italian, do: { tr("_Cancel") }) != "_Cancel" else {
            throw SelfTest.Failure(words: tr("missing: {files}", ["files": "barometro-it.mo"]))
        }
    }

    private func openWindow() throws {
        switch Archives.sample(author: "Barometro") {
        case .failure(let problem): throw SelfTest.Failure(words: problem.words)
        case .success(let session):
            let window = MainWindow(
                application, session: session, picker: NativeFilePicker(), memory: WindowMemory())
            main = window
            window.window.present()
            try wait(for: tr("the window is on the screen")) { window.window.isMapped }
        }
    }

    private func showScreens() throws {
        let main = try opened()
        for screen in Screen.allCases {
            main.show(screen)
            try wait(for: screen.title) { main.page(screen).widget.isMapped == true }
        }
        main.show(.overview)
    }

    private func score() throws {
        let session = try opened().session
        guard let score = session.score, !score.lines.isEmpty else {
            throw SelfTest.Failure(words: tr("no score"))
        }
        for (line, scored) in zip(session.plan?.lines ?? [], score.lines) where scored.displayed == nil {
            throw SelfTest.Failure(words: tr("no score of {name}", ["name": line.title]))
        }
    }

    private func check() throws {
        let found = Set(try opened().session.findings.map(\.code))
        for code in [FindingCode.deviationMismatch, .achievementMismatch, .objectiveWeights]
        where !found.contains(code) {
            throw SelfTest.Failure(words: tr("not found: {what}", ["what": code.rawValue]))
        }
    }

    private var imports: [SelfTestStep] {
        ["csv", "docx", "html", "ods", "odt", "txt", "xlsx"].map { format in
            SelfTestStep(title: tr("a file is read: {format}", ["format": format.uppercased()])) {
                guard let file = AppResource.file("documents/indicatori.\(format)") else {
                    throw SelfTest.Failure(words: tr("missing: {files}", ["files": "indicatori.\(format)"]))
                }
                let draft = try self.draft(of: file)
                let counts = draft.proposal.recognised
                guard counts.objectives == 2, counts.indicators == 3, draft.proposal.lines.unread == 0 else {
                    throw SelfTest.Failure(words: draft.summary + "; " + draft.lineWords)
                }
                self.accepted = draft
            }
        }
    }

    private var printed: URL { folder.appending(path: "relazione.pdf") }

    private func print() throws {
        let session = try opened().session
        let layout = try PageLayout(
            ReportDocument(.relazione, of: session.content, year: session.year, options: PrintOptions()))
        let made = try PDFWriter.write(layout)
        try FileOutput.write(made.bytes, to: printed)
        guard layout.pages.count > 1 else { throw SelfTest.Failure(words: tr("no pages")) }
        guard made.missing.isEmpty else {
            throw SelfTest.Failure(words: made.missing.words(atMost: 3).joined(separator: " "))
        }
    }

    private func readPrinted() throws {
        let session = try opened().session
        let draft = try draft(of: printed)
        let indicators = session.plan?.objectives.flatMap(\.indicators).count ?? 0
        guard indicators > 0, draft.proposal.recognised.indicators >= indicators else {
            throw SelfTest.Failure(words: draft.summary + "; " + draft.lineWords)
        }
    }

    private func runTask() throws {
        var answer = 0
        Task { @MainActor in answer = await Task.detached { 6 * 7 }.value }
        try wait(for: "Task") { answer == 42 }
    }

    private func reopen() throws {
        let main = try opened()
        guard let draft = accepted else { throw SelfTest.Failure(words: tr("no document was read")) }
        try main.session.perform(draft.edit)
        guard let archive = main.session.folder else { throw SelfTest.Failure(words: tr("no archive")) }
        let written = main.session.content
        close()
        let again = try Archives.open(archive, author: "Barometro").get()
        defer { again.close() }
        guard again.content == written, again.content.plans.values.contains(where: draft.isHeld(by:)) else {
            throw SelfTest.Failure(words: tr("it holds something else"))
        }
    }

    /// The draft of a file, read as the window reads it.
    private func draft(of file: URL) throws -> ImportDraft {
        var outcome: (drafts: [ImportDraft], problems: [String])?
        ImportIntake(session: try opened().session).read([file], progress: { _ in }) {
            outcome = ($0, $1)
        }
        try wait(for: file.lastPathComponent) { outcome != nil }
        guard let draft = outcome?.drafts.first else {
            throw SelfTest.Failure(words: (outcome?.problems ?? []).joined(separator: " "))
        }
        return draft
    }

    private func opened() throws -> MainWindow {
        guard let main else { throw SelfTest.Failure(words: tr("no window is open")) }
        return main
    }

    private func wait(for what: String, _ condition: () -> Bool) throws {
        guard MainLoop.run(until: condition, seconds: 15) else {
            throw SelfTest.Failure(words: tr("waited for in vain: {what}", ["what": what]))
        }
        MainLoop.settle()
    }
}

extension ImportDraft {
    /// Whether a plan has the objectives of this draft.
    fileprivate func isHeld(by plan: Plan) -> Bool {
        let titles = proposal.parts.plan?.objectives.map(\.title) ?? []
        return !titles.isEmpty && Set(titles).isSubset(of: plan.objectives.map(\.title))
    }
}
