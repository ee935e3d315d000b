import Gtk
import Localization
import ViewModels

/// What the menu does with spreadsheets: tables and templates go out; they come back through Importa.
enum SpreadsheetActions {
    /// Adds the actions to a window.
    static func add(
        to window: Window, session: ArchiveSession, presenter: Presenter, files: FileDialogs
    ) {
        for offer in SpreadsheetOffer.allCases {
            window.action("sheet-\(offer.rawValue)") {
                files.placeToSave(offer.title, name: offer.fileName(session), kinds: kinds) { url in
                    do throws(SpreadsheetProblem) {
                        let inexact = try offer.write(session, to: url)
                        presenter.tell(words(url.lastPathComponent, inexact: inexact))
                    } catch {
                        presenter.stop(tr("The file was not written"), meaning: error.words)
                    }
                }
            }
        }
    }

    private static var kinds: [FileRequest.Filter] {
        [FileRequest.Filter(tr("Spreadsheets (XLSX, ODS)"), ["*.xlsx", "*.ods"])]
    }

    private static func words(_ file: String, inexact: Int) -> String {
        let saved = tr("Saved: {file}", ["file": file])
        guard inexact > 0 else { return saved }
        return saved + ". "
            + trn(
                "{count} figure has more digits than a spreadsheet keeps, and stands as a text.",
                "{count} figures have more digits than a spreadsheet keeps, and stand as texts.", inexact)
    }
}
