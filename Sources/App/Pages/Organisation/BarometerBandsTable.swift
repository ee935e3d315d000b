import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The bands of the barometer: from which score on, with which colour, symbol and word.
final class BarometerBandsTable {
    /// The table in its frame.
    let widget: ScrolledWindow
    private let table: ColumnView<BarometerBandRow>

    /// A table without bands.
    init(session: ArchiveSession, presenter: Presenter) {
        let edited = {
            (
                column: Column<BarometerBandRow>,
                set: @escaping @MainActor (inout BarometerBand, String) throws(EditRefusal) -> Void
            ) in
            column.editable(when: { _ in !session.isReadOnly }) { row, text in
                session.outcome { () throws(EditRefusal) in
                    var profile = session.content.municipality.profile
                    guard profile.barometer.indices.contains(row.id) else { throw EditRefusal.gone }
                    try set(&profile.barometer[row.id], text)
                    return .organisation(.profile(profile))
                }
            }
        }
        table = ColumnView([
            Column<BarometerBandRow>(tr("Colour"), id: "colour") { $0.colour }.width(110)
                .classes { ["barometer", "barometer-\($0.band.colour.rawValue)"] },
            edited(
                Column<BarometerBandRow>(tr("From %"), id: "from") { ItalianNumber.write($0.band.from) }
                    .figures()
                    .width(90)
            ) { band, text throws(EditRefusal) in
                guard let from = ItalianNumber.read(text) else { throw .noNumber(text) }
                band.from = from
            },
            edited(Column<BarometerBandRow>(tr("Symbol"), id: "symbol") { $0.band.symbol }.width(90)) {
                band, text throws(EditRefusal) in band.symbol = try text.required()
            },
            edited(Column<BarometerBandRow>(tr("Word"), id: "word") { $0.band.title }.expanding()) {
                band, text throws(EditRefusal) in band.word = text
            },
        ])
        table.accessible(label: trc("field", "Barometer"))
        table.onRefusal { _, reason in presenter.tell(reason) }
        table.likeSpreadsheet(session: session, presenter: presenter)
        widget = ScrolledWindow(table)
        widget.fitsChild = true
        widget.maximumHeight = 240
        widget.hasFrame = true
    }

    /// Shows bands.
    func show(_ bands: [BarometerBand]) {
        table.rows = bands.enumerated().map { BarometerBandRow(id: $0, band: $1) }
        widget.fitTable(table, rows: bands.count, lines: 1)
    }
}

/// A band of the barometer by its position in the profile.
struct BarometerBandRow: Identifiable, Equatable {
    let id: Int
    var band: BarometerBand

    /// The colour in words.
    var colour: String {
        switch band.colour {
        case .red: trc("colour", "Red")
        case .yellow: trc("colour", "Yellow")
        case .green: trc("colour", "Green")
        }
    }
}
