import Exporting
import Foundation
import Localization
import Model
import Spreadsheets

/// Where tables go, and what there is to tell about them.
struct TableOutput {
    /// The path as it was given; `-` is standard output.
    let path: String

    /// Writes a workbook.
    func write(_ workbook: Workbook, as format: TableFormat) throws(ToolFailure) {
        try OutputFile(path: path).write(TableOutput.bytes(of: workbook, as: format))
        if format.holdsSeveral { TableOutput.tellInexact(in: workbook) }
    }

    /// Writes each table into a file of its own, in a folder.
    func writeEach(of workbook: Workbook, as format: TableFormat) throws(ToolFailure) {
        guard path != "-" else {
            throw ToolFailure(
                .usage, tr("Several tables go into a folder: choose one with -o, or one table with --table."))
        }
        let folder = OutputFolder(path: path)
        try folder.make()
        for table in workbook.tables {
            let one = Workbook(title: workbook.title, tables: [table])
            let bytes = try TableOutput.bytes(of: one, as: format)
            try folder.write(bytes, as: OutputFolder.fileName(table.name) + "." + format.rawValue)
        }
    }

    /// The format that the end of a name asks for.
    static func format(of path: String) throws(ToolFailure) -> TableFormat {
        if let format = TableFormat(rawValue: OutputFile(path: path).suffix) { return format }
        throw ToolFailure(
            .usage, tr("The name of the file must end with .xlsx or .ods. Choose one with -o."))
    }

    private static func bytes(of workbook: Workbook, as format: TableFormat) throws(ToolFailure) -> Data {
        do {
            return try format.bytes(of: workbook)
        } catch {
            throw ToolFailure(.usage, error.words)
        }
    }

    /// Tells which figures stand as texts.
    private static func tellInexact(in workbook: Workbook) {
        for table in workbook.tables {
            for (cell, figure) in table.inexactFigures.sorted(by: { $0.key.row < $1.key.row }) {
                Console.tell(
                    tr(
                        "{table}, row {row}: {figure} has more digits than a spreadsheet keeps, and stands as a text.",
                        [
                            "table": table.name, "row": "\(cell.row + table.lead.count + 2)",
                            "figure": ItalianNumber.write(figure),
                        ]))
            }
        }
    }
}

/// A folder for several files.
struct OutputFolder {
    /// The path as it was given.
    let path: String

    /// Makes the folder where it is not there.
    func make() throws(ToolFailure) {
        guard path != "-", !path.allSatisfy(\.isWhitespace) else {
            throw ToolFailure(.usage, tr("-o needs the name of a folder. Choose one."))
        }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw ToolFailure(
                .usage,
                tr("The folder {folder} cannot be made. Choose another place with -o.", ["folder": path]))
        }
    }

    /// Writes a file into it.
    func write(_ bytes: Data, as name: String) throws(ToolFailure) {
        try OutputFile(
            path: URL(filePath: path).appending(path: name).path(percentEncoded: false)
        ).write(bytes)
    }

    /// Writes a file into a folder below it.
    func write(_ bytes: Data, below place: String) throws(ToolFailure) {
        let file = URL(filePath: path).appending(path: place)
        try OutputFolder(path: file.deletingLastPathComponent().path(percentEncoded: false)).make()
        try OutputFile(path: file.path(percentEncoded: false)).write(bytes)
    }

    /// A name as file systems bear it: `serie-dei-servizi`.
    static func fileName(_ name: String) -> String {
        let words = name.comparisonKey.split(separator: " ").joined(separator: "-")
        return words.isEmpty ? "tabella" : String(words.prefix(80))
    }
}
