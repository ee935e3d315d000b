import DocumentStore
import Foundation
import Importing
import Localization

/// The layouts that were kept with an archive: a file each in its folder `layouts`. They tell how to read files, are no
/// part of its documents, and so stand in no history.
public struct LayoutFolder: Sendable {
    private let folder: URL

    /// The layouts of the archive in a folder.
    public init(archive: URL) {
        folder = archive.appending(path: "layouts", directoryHint: .isDirectory)
    }

    /// The largest file that is read, in bytes.
    private static let limit = 1 << 20

    /// All layouts by name, and what of the folder cannot be read.
    public func list() -> (layouts: [Layout], problems: [InputFile.Problem]) {
        var layouts: [Layout] = []
        var problems: [InputFile.Problem] = []
        let path = folder.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else { return ([], []) }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            return ([], [problem(error, folder)])
        }
        for name in names.sorted() where name.hasSuffix(".json") {
            do {
                layouts.append(try Self.layout(in: folder.appending(path: name)))
            } catch {
                problems.append(error)
            }
        }
        return (layouts.sorted { $0.name < $1.name }, problems)
    }

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
    public static func bytes(of layout: Layout) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // A layout holds texts, numbers and names of cases, which all have a form in JSON.
        guard var bytes = try? encoder.encode(layout) else { return Data() }
        bytes.append(0x0A)
        return bytes
    }

    /// Keeps a layout, in the place of one for the same heads; one of that name for other heads stays, and the new one
    /// gets a number.
    /// - Returns: the name under which it is kept.
    @discardableResult public func keep(_ layout: Layout) throws(InputFile.Problem) -> String {
        let known = list().layouts
        let taken = Set(known.filter { $0.signature != layout.signature }.map(\.name))
        var layout = layout
        let name = layout.name
        var number = 2
        while taken.contains(layout.name) {
            layout.name = name + " \(number)"
            number += 1
        }
        let file = file(of: layout.name)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try AtomicFile.write(Self.bytes(of: layout), to: file.path(percentEncoded: false))
        } catch {
            throw problem(error, file)
        }
        // The former one goes once the new one is there.
        for former in known where former.signature == layout.signature && former.name != layout.name {
            try remove(former.name)
        }
        return layout.name
    }

    /// Removes a layout.
    public func remove(_ name: String) throws(InputFile.Problem) {
        let file = file(of: name)
        do {
            try FileManager.default.removeItem(at: file)
        } catch {
            throw problem(error, file)
        }
    }

    private func problem(_ error: any Error, _ file: URL) -> InputFile.Problem {
        InputFile.Problem(
            words: tr(
                "{file} cannot be changed: {reason}. Ask for permission, or check the disk.",
                ["file": file.path(percentEncoded: false), "reason": SystemReason.words(of: error)]))
    }

    /// The file of a name: letters, digits, blanks and hyphens as they are, all else as in an address, so that no name
    /// leads out of the folder and none takes another's file.
    private func file(of name: String) -> URL {
        let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: " -_"))
        let safe = name.addingPercentEncoding(withAllowedCharacters: plain) ?? name
        let short = safe.utf8.count <= 200 ? safe : String(safe.prefix(150)) + Self.mark(of: safe)
        return folder.appending(path: short + ".json")
    }

    /// A mark that tells long names apart (FNV-1a).
    private static func mark(of text: String) -> String {
        let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "-" + String(hash, radix: 16)
    }
}
