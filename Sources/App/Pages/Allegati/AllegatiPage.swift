import Canvas
import Desk
import Foundation
import Gtk
import Localization
import Model
import Reporting

/// Allegati: what to print and how, the pages as they will be, and their PDF.
final class AllegatiPage: ScreenPage {
    var widget: Widget { root }
    private let root = Box(.vertical)
    private let desk: Desk
    private let presenter: Presenter
    private let files: FileAsking
    private let kinds = DropDown()
    private let anonymous = CheckButton(tr("Without people's names"))
    private let charts = CheckButton(tr("With charts"))
    private let export = Button(tr("_Export PDF…"))
    private let preview = PagePreview()
    private let message = Label()
    private let spinner = Spinner()
    private var choices: [PrintKind] = []
    private var layout: PageLayout?
    private var request = 0

    /// The page on `desk`.
    init(desk: Desk, presenter: Presenter, files: FileAsking) {
        self.desk = desk
        self.presenter = presenter
        self.files = files
        kinds.accessible(label: tr("What to print"))
        charts.isOn = true
        export.css("suggested-action")
        message.alignText(.start).expandsHorizontally = true
        let tools = Box(.horizontal, spacing: 12) {
            kinds
            anonymous
            charts
            spinner
            message
            export
        }
        root.append(tools.margin(6))
        root.append(preview.widget.expand())
        kinds.onSelect { [weak self] _ in self?.layOut() }
        anonymous.onToggle { [weak self] in self?.layOut() }
        charts.onToggle { [weak self] in self?.layOut() }
        export.onClick { [weak self] in self?.save() }
    }

    func refresh() {
        choices = Printables.kinds(of: desk.content, year: desk.year)
        kinds.items = choices.map(\.title)
        layOut()
    }

    private var chosen: PrintKind? {
        guard let index = kinds.selected, choices.indices.contains(index) else { return nil }
        return choices[index]
    }

    /// Lays the pages out away from the main actor; only the last request is shown.
    private func layOut() {
        request += 1
        layout = nil
        export.isSensitive = false
        guard let chosen else {
            preview.show([])
            message.text = tr("There is nothing to print for {year}.", ["year": "\(desk.year)"])
            return
        }
        spinner.isSpinning = true
        let (number, content, year, options) = (request, desk.content, desk.year, options)
        Task { @MainActor [weak self] in
            let made = await Task.detached {
                Result { try PageLayout(ReportDocument(chosen, of: content, year: year, options: options)) }
            }.value
            self?.finished(made, number: number)
        }
    }

    private func finished(_ made: Result<PageLayout, any Error>, number: Int) {
        guard number == request else { return }
        spinner.isSpinning = false
        switch made {
        case .success(let layout):
            self.layout = layout
            export.isSensitive = true
            message.text = trn("{count} page", "{count} pages", layout.pages.count)
            preview.show(layout.pages)
        case .failure(let error):
            preview.show([])
            message.text = tr("The pages cannot be made: {reason}", ["reason": "\(error)"])
        }
    }

    private var options: PrintOptions {
        var options = PrintOptions()
        options.isAnonymous = anonymous.isOn
        options.hasCharts = charts.isOn
        options.date = desk.today
        return options
    }

    /// The pages are laid out and can be exported.
    var isReady: Bool { layout != nil }

    /// Asks for a place and writes the PDF there.
    func save() {
        guard let layout, let chosen else { return }
        let name = "\(chosen.rawValue)-\(desk.year).pdf"
        files.placeToSave(tr("Export PDF"), name: name, kinds: [FileRequest.Filter("PDF", ["*.pdf"])]) {
            [presenter] url in
            do {
                try FileOutput.write(PDFWriter.write(layout), to: url)
                presenter.tell(tr("Saved: {file}", ["file": url.path]))
            } catch {
                presenter.stop(
                    tr("The PDF was not saved"), meaning: error.localizedDescription,
                    remedy: tr("Choose another folder, or free some room on the disk."))
            }
        }
    }
}
