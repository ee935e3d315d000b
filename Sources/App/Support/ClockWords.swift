import Foundation
import Localization

/// Moments in words, in the time of this machine.
enum ClockWords {
    /// The time of day.
    static func time(_ moment: Date) -> String {
        let parts = Calendar.current.dateComponents([.hour, .minute], from: moment)
        return Words.time(hour: parts.hour ?? 0, minute: parts.minute ?? 0)
    }
}
