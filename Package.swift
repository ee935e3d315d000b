// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target refuses warnings.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Targets that touch widgets live on the main actor.
let onMainActor: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let package = Package(
    name: "barometro",
    defaultLocalization: "en",
    products: [
        .executable(name: "barometro", targets: ["App"]),
        .executable(name: "barometroctl", targets: ["Tool"]),
        .executable(name: "barometro-reader", targets: ["Reader"]),
        .executable(name: "barometro-benchmarks", targets: ["Benchmarks"]),
        .library(name: "BarometroScoring", targets: ["Model", "Scoring"]),
    ],
    dependencies: [
        // Commands, options and their help for barometroctl.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Decimals and fractions of any size: no score can overflow or round early.
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        // A log with levels, for whoever looks for a fault.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .target(name: "Model", dependencies: ["BigInt"], swiftSettings: strict),
        .target(name: "Scoring", dependencies: ["Model"], swiftSettings: strict),
        .target(
            name: "Diagnostics", dependencies: [.product(name: "Logging", package: "swift-log")],
            swiftSettings: strict),
        .target(name: "DocumentStore", dependencies: ["Model", "CGLib"], swiftSettings: strict),
        // Where the programs and their data lie.
        .target(name: "Installation", swiftSettings: strict),
        .target(name: "Reading", dependencies: ["Installation"], swiftSettings: strict),
        // ZIP containers in memory.
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        // XML and HTML, piece by piece.
        .systemLibrary(name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(
            name: "ReadingFormats", dependencies: ["Reading", "CArchive", "CLibXML"], swiftSettings: strict),
        // PDF files: text, structure and what is painted. GPL: only the helper program may link it.
        .systemLibrary(
            name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
        .target(
            name: "ReadingPDF", dependencies: ["CPoppler", "CZlib", "Reading"], swiftSettings: strict),
        // Reads a file apart from the programs that ask; the only one that links poppler.
        .executableTarget(
            name: "Reader", dependencies: ["Reading", "ReadingFormats", "ReadingPDF"], swiftSettings: strict),
        .target(name: "Importing", dependencies: ["Model", "Reading"], swiftSettings: strict),
        .target(name: "Sample", dependencies: ["Model"], swiftSettings: strict),
        // Workbooks of Excel: typed cells, formats, lists to choose from, protection.
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Exporting",
            dependencies: ["Model", "Scoring", "CArchive", "CXlsxWriter"],
            swiftSettings: strict),
        // glibc's gettext.
        .systemLibrary(name: "CGettext"),
        // Compiles po/*.po while the package is built.
        .plugin(name: "Catalogues", capability: .buildTool(), path: "Sources/Catalogues"),
        .target(
            name: "Localization", dependencies: ["CGettext", "Installation"], swiftSettings: strict,
            plugins: ["Catalogues"]),
        .target(
            name: "Reporting", dependencies: ["Model", "Scoring", "Localization"], swiftSettings: strict),
        // What the tables of an archive say, templates that come back, open data.
        .target(
            name: "Spreadsheets",
            dependencies: ["Exporting", "Model", "Scoring", "Localization", "Reporting"],
            swiftSettings: strict),
        .target(
            name: "UserMessages", dependencies: ["DocumentStore", "Importing", "Localization", "Reading"],
            swiftSettings: strict),
        // What a PDF's streams are packed with.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Canvas", dependencies: ["Reporting", "CPango", "CZlib"], swiftSettings: strict),
        .target(
            name: "ViewModels",
            dependencies: [
                "Model", "Scoring", "DocumentStore", "Importing", "Exporting", "Localization", "Reporting",
                "Diagnostics", "Sample", "Spreadsheets", "UserMessages",
            ],
            swiftSettings: strict),
        // SHA-256 of documents, by GLib's GChecksum.
        .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
        // Cairo, Pango and HarfBuzz: text, fonts and drawing of pages and charts.
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        // The widgets.
        .systemLibrary(name: "CGtk", pkgConfig: "gtk4", providers: [.apt(["libgtk-4-dev"])]),
        .target(
            name: "CGtkShim", dependencies: ["CGtk"], cSettings: [.treatAllWarnings(as: .error)]),
        .target(name: "Gtk", dependencies: ["CGtk", "CGtkShim"], swiftSettings: onMainActor),
        .executableTarget(
            name: "App",
            dependencies: [
                "ViewModels", "Gtk", "Canvas", "Diagnostics", "Installation", "Model", "Reporting",
                "Localization",
            ],
            resources: [
                .process("Style/style.css"), .process("Style/dark.css"), .process("Style/contrast.css"),
                .process("Style/selection.css"), .copy("Style/icons"),
                .copy("Help/manuale"), .copy("SelfTest/documents"),
            ],
            swiftSettings: onMainActor),
        .executableTarget(
            name: "Tool",
            dependencies: [
                "Model", "Scoring", "DocumentStore", "Importing", "Exporting", "Localization", "Reading",
                "Reporting",
                "Canvas", "Diagnostics", "Sample", "Spreadsheets", "UserMessages",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "DocumentStoreTests", dependencies: ["DocumentStore", "Model", "Sample"],
            swiftSettings: strict),
        .testTarget(
            name: "ImportingTests", dependencies: ["Importing", "Model", "Reading", "ReadingFormats"],
            swiftSettings: strict),
        .testTarget(
            name: "ReadingTests", dependencies: ["CArchive", "Reader", "Reading", "ReadingFormats"],
            exclude: ["Programs"], swiftSettings: strict),
        .testTarget(
            name: "ReadingPDFTests", dependencies: ["Reading", "ReadingPDF"], swiftSettings: strict),
        .testTarget(
            name: "GtkTests", dependencies: ["Gtk", "CGtk", "CGtkShim"], swiftSettings: strict),
        .testTarget(
            name: "ScoringTests", dependencies: ["Scoring", "Model", "Importing", "Sample", "BigInt"],
            swiftSettings: strict),
        .testTarget(
            name: "ExportingTests",
            dependencies: [
                "Exporting", "Importing", "Model", "Reading", "ReadingFormats", "Sample", "Scoring",
                "Spreadsheets",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ToolTests",
            dependencies: ["DocumentStore", "Exporting", "Model", "Sample", "Spreadsheets", "ToolSupport"],
            exclude: ["Programs"], swiftSettings: strict),
        .testTarget(name: "ModelTests", dependencies: ["Model", "BigInt"], swiftSettings: strict),
        // An invented municipality, for the tests of pages.
        .target(
            name: "ReportFixtures", dependencies: ["Model"], path: "Tests/ReportFixtures",
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests", dependencies: ["Reporting", "Localization", "ReportFixtures", "Sample"],
            swiftSettings: strict),
        .testTarget(
            name: "CanvasTests",
            dependencies: ["Canvas", "CPango", "Localization", "ReportFixtures", "Sample"],
            swiftSettings: strict),
        .testTarget(name: "LocalizationTests", dependencies: ["Localization"], swiftSettings: strict),
        // The built program run from outside, for those who test it so.
        .target(name: "ToolSupport", path: "Tests/ToolSupport", swiftSettings: strict),
        // Measures the program on archives of any size.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Model", "Scoring", "DocumentStore", "Reporting", "Exporting", "ViewModels",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Benchmarks", exclude: ["window.py"], swiftSettings: strict),
        .testTarget(
            name: "FaultTests", dependencies: ["DocumentStore", "Model", "Sample", "ToolSupport"],
            swiftSettings: strict),
        .testTarget(name: "RepositoryTests", swiftSettings: strict),
        .testTarget(
            name: "ViewModelsTests",
            dependencies: ["ViewModels", "DocumentStore", "Model", "Sample", "Scoring"],
            swiftSettings: strict),
        .testTarget(
            name: "AppTests",
            dependencies: [
                "App", "CGtk", "ViewModels", "Gtk", "Localization", "Model", "Reporting", "Sample",
            ],
            exclude: ["drive.py", "help.py", "kill.py", "walk.py", "year.py"], swiftSettings: strict),
    ]
)
