import DocumentStore
import Foundation
import Importing
import Localization

/// A layout of a table in a file of its own, to be sent.
public enum LayoutFile {
    /// The largest file that is read, in bytes.
    private static let limit = 1 << 20

    /// Reads the layout that a file holds.
    public static func layout(in url: URL) throws(InputFile.Problem) -> Layout {
        let bytes: [UInt8]
        do throws(ArchiveError) {
            bytes = try FileSystem.disk.wholeFile(url, limit: limit)
        } catch {
            throw InputFile.Problem(words: error.happening)
        }
        let name = url.lastPathComponent
        let layout: Layout
        do {
            layout = try JSONDecoder().decode(Layout.self, from: Data(bytes))
        } catch {
            throw InputFile.Problem(
                words: tr(
                    "{file}: no layout of a table. Make one in the window, or export one that is kept.",
                    ["file": name]))
        }
        guard layout.isConsistent else {
            throw InputFile.Problem(
                words: tr(
                    "{file}: the layout has {heads} heads, {terms} terms and {years} years; it needs as many of each.",
                    [
                        "file": name, "heads": "\(layout.signature.count)", "terms": "\(layout.terms.count)",
                        "years": "\(layout.years.count)",
                    ]))
        }
        return layout
    }

    /// The file of a layout.
    public static func bytes(of layout: Layout) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(layout) + [0x0A]
    }

    /// What is said of a layout that is kept and cannot be applied.
    public static func notUnderstood(_ name: String) -> String {
        tr(
            "The layout «{name}» names columns in words that this program does not know, and is not applied. Update the program, or name the columns anew.",
            ["name": name])
    }
}
