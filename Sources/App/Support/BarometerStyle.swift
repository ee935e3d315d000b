import Gtk
import Model
import ViewModels

/// How a reading of the barometer looks: the colour is a style class, beside the symbol and the word.
enum BarometerStyle {
    /// The style classes of a reading.
    static func classes(_ reading: BarometerReading?) -> [String] {
        guard let reading else { return ["dim-label"] }
        return ["barometer", "barometer-\(reading.colour.rawValue)"]
    }

    /// Symbol and word.
    static func text(_ reading: BarometerReading?) -> String {
        reading.map { "\($0.symbol) \($0.word)" } ?? ""
    }
}
