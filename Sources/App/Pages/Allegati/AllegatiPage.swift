import Canvas
import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// Allegati: what to print and how, the pages as they will be, their PDF, and what was frozen as it was published.
final class AllegatiPage: SearchablePage {
    var widget: Widget { root }
    private let root = Box(.vertical)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let files: FileDialogs
    private let kinds = DropDown()
    /// What is chosen before printing.
    let choicesBox: PrintChoicesBox
    private let memory: WindowMemory
    private let export = Button(tr("_Export PDF…"))
    /// What was frozen of the year.
    let frozen: FrozenPanel
    /// The pages on show.
    let preview = PagePreview()
    /// Search, page and size.
    let tools: PreviewTools
    private let setup: PrintSetup
    private var printsWhenReady = false
    private let work = WorkBar()
    /// The PDF that is made to be frozen, with a button that gives it up.
    let freezing = WorkBar()
    private let message = Label()
    private let spinner = Spinner().accessible(label: tr("Laying out the pages"))
    private var choices: [PrintKind] = []
    private var printed: Printed?
    private var request = 0
    private var isFreezing = false

    /// The pages on show, with what they were made from.
    private struct Printed {
        var layout: PageLayout
        var kind: PrintKind
        var content: ArchiveContent
        var year: Int
    }

    /// The page on `session`; `setup` is what the printer's dialog begins with.
    init(
        session: ArchiveSession, presenter: Presenter, files: FileDialogs, setup: PrintSetup,
        memory: WindowMemory
    ) {
        self.memory = memory
        let remembered = session.folder.flatMap { memory.preferences.printChoices?[$0.path] }
        choicesBox = PrintChoicesBox(remembered ?? PrintOptions())
        tools = PreviewTools(preview)
        self.setup = setup
        self.session = session
        self.presenter = presenter
        self.files = files
        frozen = FrozenPanel(session: session, presenter: presenter, files: files)
        kinds.accessible(label: tr("What to print"))
        export.css("suggested-action")
        message.alignText(.start).expandsHorizontally = true
        let choices = WrapBox {
            kinds
            choicesBox.button
            spinner
            message
            export
        }
        root.append(choices.margin(top: 12, start: 18, bottom: 6, end: 18))
        root.append(frozen.note)
        root.append(tools.widget.margin(top: 0, start: 18, bottom: 6, end: 18))
        tools.addKeys(to: root)
        root.append(work.widget)
        root.append(freezing.widget)
        root.append(preview.widget.expand())
        root.append(frozen.widget)
        preview.onFailure { words in presenter.tell(words) }
        kinds.onSelect { [weak self] _ in self?.takeKind() }
        frozen.freeze.onClick { [weak self] in self?.askToFreeze() }
        choicesBox.onChange { [weak self] options in
            self?.remember(options)
            self?.layOut()
        }
        choicesBox.emblem.onClick { [weak self] in self?.askForEmblem() }
        choicesBox.withoutEmblem.onClick { [weak self] in self?.removeEmblem() }
        choicesBox.formerEmblem.onClick { [weak self] in self?.restoreEmblem() }
        export.onClick { [weak self] in self?.save() }
    }

    func refresh() {
        let isFirst = choices.isEmpty
        choices = Printables.kinds(of: session.content, year: session.year)
        kinds.items = choices.map(\.title)
        if isFirst, let last = rememberedKind.flatMap(choices.firstIndex) { kinds.select(last) }
        offerChoices()
        offerEmblem()
        layOut()
        showFrozen()
    }

    /// Shows a document, as a person chooses it.
    func choose(_ kind: PrintKind) {
        guard let index = choices.firstIndex(of: kind) else { return }
        kinds.select(index)
        takeKind()
    }

    /// Shows the document that is chosen, and keeps which it is for this archive.
    private func takeKind() {
        if let folder = session.folder, let chosen {
            memory.change { $0.printKinds = ($0.printKinds ?? [:]).merging([folder.path: chosen]) { $1 } }
        }
        offerChoices()
        layOut()
        showFrozen()
    }

    private var rememberedKind: PrintKind? {
        session.folder.flatMap { memory.preferences.printKinds?[$0.path] }
    }

    private func offerChoices() {
        guard let chosen else { return }
        choicesBox.offer(
            sectors: Printables.sectors(of: session.content, year: session.year, kind: chosen),
            tags: Printables.tags(of: session.content, year: session.year, kind: chosen),
            parts: chosen.parts)
    }

    /// Asks for an image and keeps it as the municipality's coat of arms.
    func askForEmblem() {
        files.fileToRead(tr("Coat of arms"), kinds: [FileRequest.Filter("PNG", ["*.png"])]) {
            [weak self] file in
            self?.keepEmblem(file)
        }
    }

    /// Keeps an image as the municipality's coat of arms, or says why it is none.
    func keepEmblem(_ file: URL) {
        let title = tr("The coat of arms was not taken")
        do {
            try session.keepEmblem(from: file)
            presenter.tell(tr("The coat of arms is kept with the archive."))
            layOut()
        } catch {
            presenter.stop(title, meaning: FileOutput.words(ofEmblem: error, file: file.lastPathComponent))
        }
        offerEmblem()
    }

    /// Takes the coat of arms out of the archive.
    func removeEmblem() {
        do {
            try session.removeEmblem()
            presenter.tell(
                tr("The documents are printed without a coat of arms; the former one can be brought back."))
            layOut()
        } catch {
            presenter.stop(
                tr("The coat of arms was not taken out"),
                meaning: FileOutput.words(of: error, file: "stemma.png"))
        }
        offerEmblem()
    }

    /// Brings back the coat of arms that was replaced or taken out.
    func restoreEmblem() {
        do {
            try session.restoreEmblem()
            presenter.tell(tr("The former coat of arms is printed again."))
            layOut()
        } catch {
            presenter.stop(
                tr("The former coat of arms was not brought back"),
                meaning: FileOutput.words(of: error, file: "stemma-precedente.png"))
        }
        offerEmblem()
    }

    private func offerEmblem() {
        choicesBox.offerEmblem(
            canChange: !session.isReadOnly, isThere: session.hasEmblem, hasFormer: session.hasFormerEmblem,
            problem: session.emblemProblem)
    }

    /// Keeps the choices for this archive.
    private func remember(_ options: PrintOptions) {
        guard let folder = session.folder else { return }
        memory.change { $0.printChoices = ($0.printChoices ?? [:]).merging([folder.path: options]) { $1 } }
    }

    private func showFrozen() {
        frozen.show(chosen)
    }

    /// The document that is chosen.
    var chosen: PrintKind? {
        guard let index = kinds.selected, choices.indices.contains(index) else { return nil }
        return choices[index]
    }

    /// Lays the pages out away from the main actor; only the last request is shown.
    private func layOut() {
        request += 1
        printed = nil
        export.isSensitive = false
        frozen.freeze.isSensitive = false
        guard let chosen else {
            show([], layout: nil)
            message.text = tr("There is nothing to print for {year}.", ["year": "\(session.year)"])
            return
        }
        spinner.isSpinning = true
        let (number, content, year, options) = (request, session.content, session.year, options)
        Task { @MainActor [weak self] in
            let made = await Task.detached {
                Result {
                    try PageLayout(
                        ReportDocument(chosen, of: content, year: year, options: options),
                        geometry: PageGeometry(options))
                }
            }.value
            let printed = made.map { Printed(layout: $0, kind: chosen, content: content, year: year) }
            self?.finished(printed, number: number)
        }
    }

    private func finished(_ made: Result<Printed, any Error>, number: Int) {
        guard number == request else { return }
        spinner.isSpinning = isFreezing
        switch made {
        case .success(let printed):
            self.printed = printed
            let pages = printed.layout.pages
            export.isSensitive = !pages.isEmpty
            frozen.freeze.isSensitive = !session.isReadOnly && !isFreezing && !pages.isEmpty
            message.text = trn("{count} page", "{count} pages", pages.count)
            show(pages, layout: printed.layout)
            if printsWhenReady { print() }
        case .failure(let error):
            show([], layout: nil)
            message.text = PrintError.words(of: error)
        }
        printsWhenReady = false
    }

    private func show(_ pages: [Page], layout: PageLayout?) {
        preview.show(pages)
        tools.show(layout)
    }

    func focusSearch() { tools.focusSearch() }

    func takeFocus() { kinds.grabFocus() }

    /// Prints what is on show, as soon as its pages are laid out.
    func printSoon() {
        if isReady { print() } else { printsWhenReady = chosen != nil }
    }

    /// Asks the system's dialog for printer and pages, and prints what is on show.
    func print() {
        guard let job = printJob else { return }
        switch job.run(over: widget.window, current: preview.page, setup: setup) {
        case .done: presenter.tell(tr("Sent to the printer."))
        case .cancelled: break
        case .failed(let reason):
            presenter.stop(
                tr("The document was not printed"), meaning: reason,
                remedy: tr("Look whether the printer is there, or export the PDF and print that."))
        }
    }

    /// What would be printed; nil where nothing is on show.
    var printJob: PrintJob? {
        guard let printed else { return nil }
        let pages = printed.layout.pages
        return PrintJob(
            "\(printed.kind.title) \(printed.year)",
            sheets: pages.map { PrintJob.Sheet(width: $0.width, height: $0.height) }
        ) { cairo, index in
            try Painter().draw(pages[index], on: cairo)
        }
    }

    private var options: PrintOptions {
        var options = choicesBox.chosen
        options.date = session.today
        options.emblem = session.emblem
        return options
    }

    /// The pages are laid out and can be exported.
    var isReady: Bool { printed != nil }

    private func askToFreeze() {
        guard let printed else { return }
        let draft = FreezeDraft(printed.kind, year: printed.year)
        FreezeDialog(draft, canLock: session.lock == nil, over: widget.window) { [weak self] draft in
            self?.freeze(draft)
        }.present()
    }

    /// Keeps the pages on show as they were approved; the window stays alive meanwhile. Until the PDF is made it can be
    /// given up.
    func freeze(_ draft: FreezeDraft) {
        guard !isFreezing else { return }
        guard let printed, printed.kind == draft.kind, printed.year == draft.year else {
            return presenter.stop(
                tr("The document was not frozen"),
                meaning: tr("What is on show is no longer what was asked for: it is being laid out anew."),
                remedy: tr("Look at the pages and freeze them again."))
        }
        isFreezing = true
        allowFreezing()
        let (layout, content) = (printed.layout, printed.content)
        let task = Task { @MainActor [weak self, session] in
            let made = await Task.detached { Result { try PDFWriter.write(layout) } }.value
            guard !Task.isCancelled else { return }
            self?.freezing.end()
            let result = await session.freeze(draft, of: content) { try made.get().bytes }
            self?.frozen(result, missing: (try? made.get().missing) ?? [])
        }
        freezing.begin(tr("Making the PDF to be frozen")) { [weak self, presenter] in
            task.cancel()
            self?.isFreezing = false
            self?.allowFreezing()
            presenter.tell(tr("Given up; nothing was frozen."))
        }
    }

    private func allowFreezing() {
        spinner.isSpinning = isFreezing || !isReady
        frozen.freeze.isSensitive = isReady && !isFreezing && !session.isReadOnly
    }

    /// Says how freezing ended, and which characters the pages have only boxes for.
    private func frozen(_ result: Result<FrozenRow, Archives.Problem>, missing: [MissingCharacter]) {
        isFreezing = false
        allowFreezing()
        showFrozen()
        switch result {
        case .success(let row):
            presenter.tell(tr("Frozen as published: {what}", ["what": row.title + ", " + row.act]))
            presenter.stop(missing)
        case .failure(let problem):
            presenter.stop(tr("The document was not frozen"), meaning: problem.words)
        }
    }

    /// Asks for a place and writes the PDF there.
    func save() {
        guard let printed else { return }
        let (layout, name) = (printed.layout, "\(printed.kind.rawValue)-\(printed.year).pdf")
        files.placeToSave(tr("Export PDF"), name: name, kinds: [FileRequest.Filter("PDF", ["*.pdf"])]) {
            [weak self] url in
            self?.write(layout, to: url)
        }
    }

    /// Writes the PDF while the window stays alive; given up, nothing is written.
    private func write(_ layout: PageLayout, to url: URL) {
        let task = Task { @MainActor [weak self, presenter] in
            let made = await Task.detached { Result { try PDFWriter.write(layout) } }.value
            guard !Task.isCancelled else { return }
            self?.work.end()
            do {
                let written = try made.get()
                try FileOutput.write(written.bytes, to: url)
                presenter.saved(url.path, missing: written.missing)
            } catch {
                presenter.stop(
                    tr("The PDF was not saved"),
                    meaning: FileOutput.words(of: error, file: url.lastPathComponent),
                    remedy: tr("Choose another folder, or free some room on the disk."))
            }
        }
        work.begin(tr("Writing {file}", ["file": url.lastPathComponent])) { [presenter] in
            task.cancel()
            presenter.tell(tr("Given up; no file was written."))
        }
    }
}
