import CGtk
import CGtkShim

/// Printing pages that the program paints.
public final class PrintJob {
    /// The sheet of a page.
    public struct Sheet: Sendable {
        let isLandscape: Bool
        let isLarge: Bool

        /// The sheet for a page of a size in points: A4, or A3 where that is too small.
        public init(width: Double, height: Double) {
            isLandscape = width > height
            isLarge = max(width, height) > 1000
        }

        /// Gives the sheet to GTK.
        func apply(to setup: OpaquePointer?) {
            let paper = gtk_paper_size_new(isLarge ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4)
            gtk_page_setup_set_paper_size_and_default_margins(setup, paper)
            gtk_paper_size_free(paper)
            gtk_page_setup_set_orientation(
                setup, isLandscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT)
        }
    }

    /// What became of the job.
    public enum Outcome: Equatable, Sendable {
        /// Printed, or handed to the printer.
        case done
        /// The person gave up.
        case cancelled
        /// It failed; the words are the system's.
        case failed(String)
    }

    /// Paints a page (from 0) on a cairo context (`cairo_t *`) whose unit is the point, the whole sheet. What it
    /// throws ends the job.
    public typealias Painter = @MainActor (_ cairo: OpaquePointer, _ page: Int) throws -> Void

    private let name: String
    private let sheets: [Sheet]
    private let painter: Painter
    private var failure: (any Error)?

    /// A job of pages on these sheets.
    public init(_ name: String, sheets: [Sheet], painter: @escaping Painter) {
        self.name = name
        self.sheets = sheets
        self.painter = painter
    }

    /// Asks by the system's dialog for a printer and pages, and prints; the person can stop it meanwhile.
    /// - Parameters:
    ///   - current: the page that the dialog offers as the current one, from 0.
    ///   - setup: what the dialog begins with, and what is kept of it for the next time.
    public func run(over window: Window?, current: Int = 0, setup: PrintSetup? = nil) -> Outcome {
        perform(
            GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, over: window,
            prepare: {
                PrintSetup.prepare($0, from: setup, name: name)
                gtk_print_operation_set_show_progress($0, 1)
                gtk_print_operation_set_current_page($0, Int32(clamping: current))
            }, done: { setup?.keep($0) })
    }

    /// Writes the pages as a PDF file, without a printer.
    public func export(to path: String) -> Outcome {
        perform(GTK_PRINT_OPERATION_ACTION_EXPORT, over: nil) {
            gtk_print_operation_set_export_filename($0, path)
        }
    }

    private func perform(
        _ action: GtkPrintOperationAction, over window: Window?,
        prepare: (UnsafeMutablePointer<GtkPrintOperation>) -> Void,
        done: (UnsafeMutablePointer<GtkPrintOperation>) -> Void = { _ in }
    ) -> Outcome {
        guard !sheets.isEmpty else { return .cancelled }
        failure = nil
        let made = gtk_print_operation_new()
        let handle = Object(made.map { UnsafeMutableRawPointer($0) }, .owned)
        guard let operation = handle.pointer(GtkPrintOperation.self) else { return .cancelled }
        gtk_print_operation_set_job_name(operation, name)
        gtk_print_operation_set_n_pages(operation, Int32(clamping: sheets.count))
        gtk_print_operation_set_unit(operation, GTK_UNIT_POINTS)
        gtk_print_operation_set_use_full_page(operation, 1)
        if let first = sheets.first {
            // Else the dialog asks the printer for the paper of the country.
            let paper = Object(gtk_page_setup_new().map { UnsafeMutableRawPointer($0) }, .owned)
            first.apply(to: paper.opaque)
            paper.held { gtk_print_operation_set_default_page_setup(operation, $0.opaque) }
        }
        prepare(operation)
        connectPages(handle)
        var error: UnsafeMutablePointer<GError>?
        let parent = window?.pointer(GtkWindow.self)
        let result = PrintDialogs.quietOnceGone {
            handle.held { _ in gtk_print_operation_run(operation, action, parent, &error) }
        }
        if let error {
            defer { g_error_free(error) }
            return .failed(String(borrowing: error.pointee.message))
        }
        switch result {
        case _ where failure != nil: return .failed(failure.map { "\($0)" } ?? "")
        case GTK_PRINT_OPERATION_RESULT_ERROR: return .failed("")
        case GTK_PRINT_OPERATION_RESULT_CANCEL: return .cancelled
        default:
            done(operation)
            return .done
        }
    }

    private func connectPages(_ operation: Object) {
        operation.onPage("request-page-setup") { [sheets] _, page, setup in
            guard let setup = OpaquePointer(bitPattern: setup), sheets.indices.contains(page) else { return }
            sheets[page].apply(to: setup)
        }
        let raw = operation.raw
        operation.onPage("draw-page") { [weak self] context, page, _ in
            guard let self, let context = OpaquePointer(bitPattern: context),
                let cairo = gtk_print_context_get_cairo_context(context)
            else { return }
            do {
                try painter(cairo, page)
            } catch {
                failure = error
                gtk_print_operation_cancel(raw?.assumingMemoryBound(to: GtkPrintOperation.self))
            }
        }
    }
}

extension Object {
    /// A closure that is told the address of a print context, a page and the address of a page set-up.
    fileprivate typealias Paged = @MainActor (UInt, Int, UInt) -> Void

    /// `void (*)(operation, context, int page, [setup,] data)`: swapped, the data comes first and the fourth
    /// argument is the set-up or the operation itself, which `draw-page` does not use.
    fileprivate func onPage(_ signal: String, _ body: @escaping Paged) {
        let trampoline: @convention(c) (UnsafeMutableRawPointer?, UInt, Int32, UInt) -> Void = {
            data, context, page, setup in
            guard let body = ClosureBox<Paged>.body(at: data) else { return }
            MainActor.assumeIsolated { body(context, Int(page), setup) }
        }
        connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Paged>.retained(body),
            swapped: true)
    }
}
