import Foundation

/// The municipality's coat of arms, which an office puts into its archive as `attachments/stemma.png`.
public enum Emblem {
    /// Why a file is not taken as a coat of arms.
    public enum Refusal: Error, Hashable, Sendable {
        /// It is no PNG, or larger than 8 MB.
        case noImage
    }

    /// Larger files are none, in bytes.
    private static let largest = 8_000_000
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The bytes of the image in an archive's folder; nil where there is none, or no PNG.
    public static func read(from folder: URL) -> [UInt8]? { image(in: place(in: folder)) }

    /// Puts a copy of a file into an archive's folder as its coat of arms.
    ///
    /// Throws `Refusal`, or what the system says; the one that was there stays then.
    public static func keep(_ file: URL, in folder: URL) throws {
        guard let bytes = image(in: file) else { throw Refusal.noImage }
        let place = place(in: folder)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try AtomicFile.write(Data(bytes), to: place.path(percentEncoded: false))
    }

    private static func place(in folder: URL) -> URL { folder.appending(path: "attachments/stemma.png") }

    private static func image(in file: URL) -> [UInt8]? {
        guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize, size <= largest,
            let bytes = try? Data(contentsOf: file), bytes.starts(with: signature)
        else { return nil }
        return [UInt8](bytes)
    }
}
