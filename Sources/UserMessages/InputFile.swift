import DocumentStore
import Foundation
import Importing
import Localization
import Reading

/// A document that a person gave to the program, read from the disk.
public enum InputFile {
    /// Why a file was not read, in words that name it.
    public struct Problem: Error, Hashable, Sendable {
        /// The file, what is wrong, and what to do.
        public let words: String
    }

    /// The document of a file of any format. The call waits until it is read. Files of more than the budget are refused
    /// before they are read, and so is all that is no regular file.
    public static func opened(_ url: URL) throws(Problem) -> InputDocument {
        let bytes: [UInt8]
        do throws(ArchiveError) {
            bytes = try FileSystem.disk.wholeFile(url, limit: ReadingBudget.standard.bytes)
        } catch {
            throw Problem(words: error.inputWords)
        }
        let isText = ByteSignature(bytes) == .text
        return InputDocument(
            name: url.lastPathComponent, content: isText ? .text(bytes) : .document(try document(of: url)))
    }

    /// What importing the file would bring. The call waits until it is read.
    public static func proposal(
        of url: URL, kind: ImportKind? = nil, year: Int? = nil, layouts: [Layout] = []
    ) throws(Problem) -> ImportProposal {
        try opened(url).proposal(kind: kind, year: year, layouts: layouts)
    }

    /// A file of any format as blocks, cells and places. The call waits until it is read.
    public static func document(
        of url: URL, by client: DocumentReaderClient = DocumentReaderClient()
    ) throws(Problem) -> SourceDocument {
        let bytes: [UInt8]
        do throws(ArchiveError) {
            bytes = try FileSystem.disk.wholeFile(url, limit: client.budget.bytes)
        } catch {
            throw Problem(words: error.inputWords)
        }
        do throws(ReadingError) {
            return try client.read(bytes)
        } catch {
            throw Problem(words: url.lastPathComponent + ": " + error.words)
        }
    }
}
