import DocumentStore
import Foundation
import Localization
import UserMessages

/// Writes files that a person asked for, outside of the archive.
public enum FileOutput {
    /// Writes all of `data` at `url`, or leaves what was there.
    public static func write(_ data: Data, to url: URL) throws {
        try AtomicFile.write(data, to: url.path(percentEncoded: false))
    }

    /// Why a file was not kept as the coat of arms, as a sentence.
    public static func words(ofEmblem error: any Error, file: String) -> String {
        (error as? Emblem.Refusal)?.words(file: file) ?? words(of: error, file: "stemma.png")
    }

    /// Why a file was not made or written, as a sentence.
    public static func words(of error: any Error, file: String) -> String {
        if let problem = error as? Archives.Problem { return problem.words }
        return tr(
            "{file} cannot be written: {reason}.",
            ["file": file, "reason": SystemReason.words(of: error)])
    }
}
