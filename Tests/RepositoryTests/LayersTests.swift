import Testing

/// A target imports only what the table of layers allows.
struct LayersTests {
    @Test func `every import of the sources is allowed`() throws {
        let sources = try Repository.swiftSources(in: ["Sources", "Tests/Benchmarks"])
        #expect(sources.count > 20, "the sources were not found")
        expectNone(sources.flatMap(Layers.violations), remedy: "see Layers.swift")
    }

    @Test(arguments: [
        "import Gtk",
        "import Foundation; import Gtk",
        "@testable import Gtk",
        "@_implementationOnly import Gtk",
        "public import Gtk",
        "import struct Gtk.Button",
        "import Gtk.Button",
        "  import Gtk // why not",
    ])
    func `the window's modules are seen however the core imports them`(line: String) {
        let source = SourceFile(path: "Sources/Scoring/A.swift", text: "\n\(line)\n")
        #expect(Layers.violations(in: source) == ["Sources/Scoring/A.swift:2: Scoring may not import Gtk"])
    }

    @Test(arguments: ["// import Gtk", "let a = \"import Gtk\"", "/*\nimport Gtk\n*/", "import Model"])
    func `what is no import or is allowed passes`(text: String) {
        #expect(Layers.violations(in: SourceFile(path: "Sources/Scoring/A.swift", text: text)).isEmpty)
    }

    @Test func `a target that nobody put in the table is a fault`() {
        #expect(Layers.violations(in: SourceFile(path: "Sources/New/A.swift", text: "")).count == 1)
    }

    @Test func `the core reaches neither translations nor the window`() {
        for target in ["Model", "Scoring", "DocumentStore", "Importing", "Exporting"] {
            let reachable = Layers.allowed[target] ?? []
            #expect(
                reachable.isDisjoint(with: [
                    "Localization", "Reporting", "Canvas", "ViewModels", "Gtk", "App",
                ]))
        }
    }
}
