import Foundation
import Testing

/// The files of this package, found from where this file lies.
enum Repository {
    /// The folder that holds `Package.swift`.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The paths of the files below some folders whose name ends in one of the endings, sorted, from the root.
    static func paths(in folders: [String], endings: [String]) -> [String] {
        folders.flatMap { folder in
            let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
            return (found?.compactMap { $0 as? String } ?? []).map { "\(folder)/\($0)" }
        }
        .filter { path in endings.contains { path.hasSuffix($0) } }
        .sorted()
    }

    /// The text of a file named from the root.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The names of the folders that lie directly in a folder, sorted.
    static func folders(in folder: String) throws -> [String] {
        let keys: [URLResourceKey] = [.isDirectoryKey]
        return try FileManager.default
            .contentsOfDirectory(at: root.appending(path: folder), includingPropertiesForKeys: keys)
            .filter { try $0.resourceValues(forKeys: Set(keys)).isDirectory ?? false }
            .map(\.lastPathComponent).sorted()
    }

    /// The Swift sources of the targets, read and split into tokens once.
    static func swiftSources(in folders: [String] = ["Sources"]) throws -> [SourceFile] {
        try paths(in: folders, endings: [".swift"]).map { try SourceFile(path: $0, text: text($0)) }
    }
}

/// A source with its tokens.
struct SourceFile {
    let path: String
    let text: String
    let tokens: [Token]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        tokens = Tokenizer.tokens(of: text, isC: path.hasSuffix(".c") || path.hasSuffix(".h"))
    }

    /// The target that the file belongs to: the folder below `Sources` or `Tests`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : ""
    }

    /// The text with comments and the contents of literals left out, lines kept.
    var code: String {
        tokens.map { token in
            token.kind == .code ? token.text : String(token.text.filter(\.isNewline))
        }.joined()
    }
}

/// Fails once with all that was found, so that a list of faults reads as a list.
func expectNone(_ faults: [String], remedy: String, location: SourceLocation = #_sourceLocation) {
    guard !faults.isEmpty else { return }
    let list = faults.joined(separator: "\n")
    Issue.record("\(faults.count) to put right (\(remedy)):\n\(list)", sourceLocation: location)
}
