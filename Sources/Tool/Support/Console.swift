import Foundation

/// Standard output is for data, standard error for people.
enum Console {
    /// Writes a line of data.
    static func say(_ line: String) {
        write(Data((line + "\n").utf8), to: FileHandle.standardOutput)
    }

    /// Writes bytes of data.
    static func say(_ bytes: Data) {
        write(bytes, to: FileHandle.standardOutput)
    }

    /// Writes a message.
    static func tell(_ message: String) {
        write(Data((shown(message) + "\n").utf8), to: FileHandle.standardError)
    }

    /// The text without characters that a terminal would obey: names of files and documents come from outside.
    static func shown(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isHarmless = scalar == "\n" || scalar.properties.generalCategory != .control
                    return isHarmless ? scalar : "\u{FFFD}"
                }))
    }

    private static func write(_ bytes: Data, to handle: FileHandle) {
        // A reader that went away has what it wanted.
        try? handle.write(contentsOf: bytes)
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
