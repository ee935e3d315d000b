import Diagnostics
import Foundation
import Localization
import Reporting

/// What the program remembers of the window between two starts; losing it loses no data.
public struct Preferences: Codable, Hashable, Sendable {
    /// The window's width in pixels.
    public var width: Int?
    /// The window's height in pixels.
    public var height: Int?
    /// The window filled the screen.
    public var isMaximized = false
    /// The style that was chosen; nil for that of the desktop.
    public var style: Style?
    /// The size of texts that was chosen, in per cent; nil for that of the desktop.
    public var textPercent: Int?
    /// The name that signs the changes; nil for that of the user of this machine.
    public var author: String?
    /// The language that was chosen, by its code; nil for that of the desktop.
    private var languageCode: String?
    /// The folders of the archives that were open, the last one first.
    public private(set) var recentArchives: [String]?
    /// The folder of the archive that was open last.
    public var lastArchive: String?
    /// The year that was shown last, in that archive.
    public var lastYear: Int?
    /// Columns that the person showed or hid, by table and column.
    public var shownColumns: [String: Bool]?
    /// Widths of columns in pixels, by table and column.
    public var columnWidths: [String: Int] = [:]

    /// How the window looks.
    public enum Style: String, Codable, Hashable, Sendable {
        case light, dark, highContrast, highContrastDark
    }

    /// What was chosen before printing, by the folder of the archive.
    public var printChoices: [String: PrintOptions]?
    /// The document that was looked at last, by the folder of the archive.
    public var printKinds: [String: PrintKind]?

    /// Nothing remembered.
    public init() {}

    /// What a file remembers: what it lacks, or holds in another form, is as in a first start, and the rest is kept.
    public init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: CodingKeys.self)
        width = file.readable(.width)
        height = file.readable(.height)
        isMaximized = file.readable(.isMaximized) ?? isMaximized
        style = file.readable(.style)
        textPercent = file.readable(.textPercent)
        author = file.readable(.author)
        languageCode = file.readable(.languageCode)
        recentArchives = file.readable(.recentArchives)
        lastArchive = file.readable(.lastArchive)
        lastYear = file.readable(.lastYear)
        shownColumns = file.readable(.shownColumns)
        columnWidths = file.readable(.columnWidths) ?? columnWidths
        printChoices = file.readable(.printChoices)
        printKinds = file.readable(.printKinds)
    }

    /// The language that was chosen; nil for that of the desktop.
    public var language: Language? {
        get { languageCode.flatMap { Language(rawValue: $0) } }
        set { languageCode = newValue?.rawValue }
    }

    /// Notes that an archive was opened.
    public mutating func noteOpened(_ folder: String) {
        lastArchive = folder
        let others = (recentArchives ?? []).filter { $0 != folder }
        recentArchives = Array(([folder] + others).prefix(Preferences.recentLimit))
    }

    /// Those archives that are still there, without the one at `folder`.
    public func recent(without folder: String?) -> [String] {
        (recentArchives ?? []).filter {
            $0 != folder && FileManager.default.fileExists(atPath: $0 + "/archive.json")
        }
    }

    private static let recentLimit = 8

    /// The file: `barometro/finestra.json` in the user's configuration folder.
    public static func file(environment: [String: String]) -> URL {
        let home = environment["HOME"] ?? "/tmp"
        let base =
            environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config"
        return URL(fileURLWithPath: base).appendingPathComponent("barometro/finestra.json")
    }

    /// What `file` remembers; nothing where it cannot be read.
    public static func load(from file: URL) -> Preferences {
        guard FileManager.default.fileExists(atPath: file.path) else { return Preferences() }
        do {
            return try JSONDecoder().decode(Preferences.self, from: Data(contentsOf: file))
        } catch {
            ProgramLog.window.warning("\(file.path) is not read, the window starts anew: \(error)")
            return Preferences()
        }
    }

    /// Puts it in `file`; a disk that refuses costs only the memory of the window.
    public func save(to file: URL) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try encoder.encode(self).write(to: file, options: .atomic)
        } catch {
            ProgramLog.window.warning("The window will not be remembered in \(file.path): \(error)")
        }
    }
}

extension KeyedDecodingContainer {
    /// The value of a key; nil where there is none, or none of the kind that is asked for, which the log tells.
    fileprivate func readable<Value: Decodable>(_ key: Key) -> Value? {
        do {
            return try decodeIfPresent(Value.self, forKey: key)
        } catch {
            ProgramLog.window.warning("«\(key.stringValue)» of the window's memory is not read: \(error)")
            return nil
        }
    }
}
