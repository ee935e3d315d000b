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

    /// Symbol and word of each band, where the municipality has chosen no other words.
    static var texts: [String] { ScoringProfile().barometer.map { text(BarometerReading($0)) } }

    /// Symbol and word.
    static func text(_ reading: BarometerReading?) -> String {
        reading.map { "\($0.symbol) \($0.word)" } ?? ""
    }
}
