import Foundation
import Localization
import UserMessages

/// Standard output is for data, standard error for people.
enum Console {
    /// Writes a line of data.
    static func say(_ line: String) throws(ToolFailure) {
        try say(Data((shown(line) + "\n").utf8))
    }

    /// Writes bytes of data; a result that did not arrive whole is no result.
    static func say(_ bytes: Data) throws(ToolFailure) {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            throw ToolFailure(
                .usage,
                tr("The result cannot be written: {reason}.", ["reason": SystemReason.words(of: error)]))
        }
    }

    /// Writes a message.
    static func tell(_ message: String) {
        // There is nobody left to tell that this failed.
        try? FileHandle.standardError.write(contentsOf: Data((shown(message) + "\n").utf8))
    }

    /// The text without characters that a terminal would obey: names of files and documents come from outside.
    static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isObeyed) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isObeyed($0) ? "\u{FFFD}" : $0 }))
    }

    /// Control characters, and those that turn the direction of writing.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// Says on a terminal how far a long work is; elsewhere nothing.
struct Progress {
    private let isShown = isatty(2) == 1

    /// Shows what is being done, in the place of what was shown before.
    func show(_ text: String) {
        guard isShown else { return }
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(Console.shown(text))".utf8))
    }

    /// Takes away what was shown.
    func clear() {
        guard isShown else { return }
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
    }
}
