import Localization

extension DataCell {
    /// Why a figure stands as a text.
    static var inexactRemark: String {
        tr("A spreadsheet keeps 15 digits: this figure has more, so it is written as a text.")
    }
}
