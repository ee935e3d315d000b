/// Which target of ours, or library, a target may import: the design of the program as data.
///
/// A folder is no boundary by itself: core code drifts towards the window one harmless import at a time.
enum Layers {
    /// What a target may import besides `everywhere`.
    static let allowed: [String: Set<String>] = [
        "Model": ["BigInt"],
        "Scoring": ["BigInt", "Model"],
        "Diagnostics": ["Logging"],
        "DocumentStore": ["CGLib", "Glibc", "Model"],
        "Installation": ["Glibc"],
        "Reading": ["Glibc", "Installation"],
        "ReadingFormats": ["CArchive", "CLibXML", "Reading"],
        "ReadingPDF": ["CPoppler", "CZlib", "Reading"],
        "Reader": ["Glibc", "Reading", "ReadingFormats", "ReadingPDF"],
        "Importing": ["Model", "Reading"],
        "Exporting": ["CArchive", "CXlsxWriter", "Model", "Scoring"],
        "Localization": ["CGettext", "Glibc", "Installation"],
        "Reporting": ["Localization", "Model", "Scoring"],
        "Sample": ["DocumentStore", "Model"],
        "Spreadsheets": ["Exporting", "Localization", "Model", "Reporting", "Scoring"],
        "UserMessages": ["DocumentStore", "Importing", "Localization", "Reading"],
        "Canvas": ["CPango", "CZlib", "Reporting"],
        "ViewModels": [
            "Diagnostics", "DocumentStore", "Exporting", "Importing", "Localization", "Model", "Reporting",
            "Sample",
            "Scoring", "Spreadsheets",
            "UserMessages",
        ],
        "Gtk": ["CGtk", "CGtkShim", "Dispatch", "Glibc"],
        "App": [
            "CGtk", "CGtkShim", "Canvas", "Diagnostics", "ViewModels", "Glibc", "Gtk", "Installation",
            "Localization", "Model", "Reporting",
        ],
        "Tool": [
            "ArgumentParser", "Canvas", "Diagnostics", "DocumentStore", "Exporting", "Glibc", "Importing",
            "Localization",
            "Model", "Reading", "Reporting", "Sample", "Scoring", "Spreadsheets", "UserMessages",
        ],
        "Catalogues": ["PackagePlugin"],
        "Benchmarks": [
            "ArgumentParser", "DocumentStore", "Exporting", "Glibc", "Model", "Reporting", "Scoring",
            "ViewModels",
        ],
    ]

    /// The standard library's own modules.
    static let everywhere: Set<String> = ["Foundation", "Synchronization"]

    /// The imports of a source that its target may not have, each as a sentence with its place.
    static func violations(in source: SourceFile) -> [String] {
        guard let own = allowed[source.target] else {
            return ["\(source.path): the target \(source.target) is not in the table of layers"]
        }
        return imports(of: source).filter { !own.union(everywhere).contains($0.module) }.map {
            "\(source.path):\($0.line): \(source.target) may not import \($0.module)"
        }
    }

    /// The modules that a source imports, with their lines.
    static func imports(of source: SourceFile) -> [(line: Int, module: String)] {
        let kinds: Set<Substring> = [
            "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
        ]
        return source.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .flatMap { index, line in
                line.split(separator: ";").compactMap { statement -> (line: Int, module: String)? in
                    var words = statement.split { " \t(".contains($0) }[...]
                    words = words.drop { $0 != "import" && isModifier($0) }
                    guard words.popFirst() == "import" else { return nil }
                    if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
                    guard let name = words.first?.split(separator: ".").first else { return nil }
                    return (index + 1, String(name))
                }
            }
    }

    private static func isModifier(_ word: Substring) -> Bool {
        word.hasPrefix("@")
            || ["public", "package", "internal", "fileprivate", "private", "implementation)"]
                .contains(word)
    }
}
