import Foundation

/// What poppler's tools say about a PDF.
struct PDFReading {
    private let file: URL

    /// Whether poppler's tools are installed.
    static let isPossible = ["pdftotext", "pdfinfo"].allSatisfy { tool in
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)")
    }

    /// Whether poppler's painter is installed.
    static let canPaint = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftoppm")

    /// Whether qpdf is installed.
    static let canCheck = FileManager.default.isExecutableFile(atPath: "/usr/bin/qpdf")

    /// What qpdf says about the file's syntax.
    func check() throws -> String { try run("qpdf", ["--check", file.path]) }

    /// An entry of the outline, as qpdf reads it.
    struct Entry: Decodable {
        let title: String
        let destpageposfrom1: Int?
        let kids: [Entry]

        /// The entry and those below it, in order.
        var all: [Entry] { [self] + kids.flatMap(\.all) }
    }

    /// The outline, in order.
    func outline() throws -> [Entry] {
        struct Told: Decodable { let outlines: [Entry] }
        let told = try output("qpdf", ["--json=2", "--json-key=outlines", file.path])
        return try JSONDecoder().decode(Told.self, from: told).outlines.flatMap(\.all)
    }

    /// A page (from 1) in shades of grey.
    func picture(of page: Int, resolution: Int) throws -> GreyPicture {
        let number = String(page)
        let bytes = try output(
            "pdftoppm",
            ["-gray", "-r", String(resolution), "-f", number, "-l", number, "-singlefile", file.path])
        return try GreyPicture(bytes)
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

    /// The text of all pages in the order in which it is drawn, without blanks.
    func drawnText() throws -> String {
        try run("pdftotext", ["-raw", "-enc", "UTF-8", file.path, "-"]).filter { !$0.isWhitespace }
    }

    /// What `pdfinfo` says, with these options.
    func info(_ options: [String] = []) throws -> String {
        try run("pdfinfo", options + [file.path])
    }

    /// Whether each font is embedded.
    func embeddedFonts() throws -> [Bool] {
        // A row ends with: embedded, a subset, with Unicode, and two numbers of its object.
        try run("pdffonts", [file.path]).split(separator: "\n").dropFirst(2).map {
            $0.split(separator: " ").suffix(5).first == "yes"
        }
    }

    /// Removes the temporary file.
    func close() {
        try? FileManager.default.removeItem(at: file)
    }

    private func run(_ tool: String, _ arguments: [String]) throws -> String {
        String(decoding: try output(tool, arguments), as: UTF8.self)
    }

    private func output(_ tool: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }
}

/// A portable grey map.
struct GreyPicture {
    /// Its width and height.
    let head: [Int]
    /// Its shades, row by row.
    let pixels: [UInt8]

    /// The picture in these bytes.
    init(_ bytes: Data) throws {
        let told = bytes.split(maxSplits: 4) { $0 == 0x20 || $0 == 0x0A }.prefix(4).map {
            String(decoding: $0, as: UTF8.self)
        }
        head = told.dropFirst().prefix(2).compactMap { Int($0) }
        guard told.first == "P5", told.last == "255", head.count == 2 else {
            throw CocoaError(.fileReadCorruptFile)
        }
        pixels = Array(bytes.suffix(head[0] * head[1]))
    }

    /// The mean shade of each square of so many pixels, row by row; what is left at the right and below is left out.
    func squares(of size: Int) -> [Int] {
        let (width, rows) = (head[0], head[1] / size)
        return (0..<rows).flatMap { row in
            (0..<(width / size)).map { column in
                let shades = (0..<size).flatMap { y -> ArraySlice<UInt8> in
                    let start = (row * size + y) * width + column * size
                    return pixels[start..<(start + size)]
                }
                return shades.reduce(0) { $0 + Int($1) } / shades.count
            }
        }
    }
}
