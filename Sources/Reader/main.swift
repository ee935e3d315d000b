import Glibc
import Reading
import ReadingFormats
import ReadingPDF

// Reads one file, from standard input or from the path that is given, and writes what it makes of it, or why it
// cannot be read, to standard output in the form of `CompactWriter`.

ParentWatch.start()
let budget = ReadingBudget.standard
let input = FileInput(path: CommandLine.arguments.dropFirst().first)
let bytes = input.bytes(limit: budget.bytes)
Limits.set(budget, bytesOfFile: bytes?.count ?? 0, isPDF: bytes.map { ByteSignature($0) } == .pdf)

do throws(ReadingError) {
    guard let bytes else { throw .readerFailed(detail: "input") }
    Answer.write(CompactWriter.bytes(of: try read(bytes)))
} catch {
    Answer.write(CompactWriter.bytes(of: error))
}

/// The document of a file, by what its bytes are.
func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
    switch ByteSignature(bytes) {
    case .text: return try TextReader.read(bytes, budget: budget)
    case .container, .html: return try FormatReader.read(bytes, budget: budget)
    case .encrypted: throw .encrypted
    case .refused(let format): throw .unsupported(format: format)
    case .pdf:
        // A PDF of ours that nobody changed brings the text that its pages cut.
        guard let text = PDFReader.attachedText(of: bytes, budget: budget) else {
            return try PDFReader.read(bytes, budget: budget)
        }
        return try FormatReader.read(text, budget: budget)
    }
}
