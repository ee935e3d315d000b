import Foundation

/// What poppler's tools say about a PDF.
struct PDFReading {
    private let file: URL

    /// Whether poppler's tools are installed.
    static let isPossible = ["pdftotext", "pdfinfo"].allSatisfy { tool in
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)")
    }

    /// Keeps the bytes in a temporary file; where `BAROMETRO_PAGES` names a folder, also there, to be looked at.
    init(_ data: Data, name: String = #function) throws {
        let plain = name.prefix { $0.isLetter || $0.isNumber }
        let scratch = FileManager.default.temporaryDirectory
        file = scratch.appendingPathComponent("\(plain)-\(UUID().uuidString).pdf")
        try data.write(to: file)
        if let folder = ProcessInfo.processInfo.environment["BAROMETRO_PAGES"] {
            try data.write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(plain).pdf"))
        }
    }

    /// The text of all pages, or of one (from 1), white space as single spaces, words that are parted at a line's end
    /// whole.
    func text(page: Int? = nil) throws -> String {
        let range = page.map { ["-f", String($0), "-l", String($0)] } ?? []
        return try run("pdftotext", range + ["-enc", "UTF-8", file.path, "-"])
            .split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("\u{AD} ", with: "")
    }

    /// What `pdfinfo` says, with these options.
    func info(_ options: [String] = []) throws -> String {
        try run("pdfinfo", options + [file.path])
    }

    /// Removes the temporary file.
    func close() {
        try? FileManager.default.removeItem(at: file)
    }

    private func run(_ tool: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
