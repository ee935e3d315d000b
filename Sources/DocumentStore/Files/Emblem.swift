import Foundation

/// The municipality's coat of arms, which an office puts into its archive as `attachments/stemma.png`.
public enum Emblem {
    /// Why a file is not taken as a coat of arms.
    public enum Refusal: Error, Hashable, Sendable {
        /// It is no PNG.
        case noImage
        /// It is larger than 8 MB, or has more than 64 million pixels.
        case tooLarge
        /// It is a PNG that was cut off or changed on its way.
        case damaged
    }

    /// Larger files are none, in bytes.
    private static let largest = 8_000_000

    /// The bytes of the image in an archive's folder; nil where there is none.
    ///
    /// Throws where the file that is there cannot be printed.
    public static func image(in folder: URL) throws(Refusal) -> [UInt8]? {
        let place = place(in: folder)
        guard FileManager.default.fileExists(atPath: place.path(percentEncoded: false)) else { return nil }
        return try image(of: place)
    }

    /// The bytes of the image in an archive's folder; nil where there is none that can be printed.
    public static func read(from folder: URL) -> [UInt8]? { (try? image(in: folder)) ?? nil }

    /// Puts a copy of a file into an archive's folder as its coat of arms; the one that was there becomes the former
    /// one.
    ///
    /// Throws `Refusal`, or what the system says; the one that was there stays then.
    public static func keep(_ file: URL, in folder: URL) throws {
        let bytes = try image(of: file)
        let place = place(in: folder)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        if let replaced = try present(at: place) {
            try AtomicFile.write(replaced, to: formerPlace(in: folder).path(percentEncoded: false))
        }
        try AtomicFile.write(Data(bytes), to: place.path(percentEncoded: false))
    }

    /// Takes the coat of arms out of an archive's folder; it becomes the former one. Throws what the system says.
    public static func remove(from folder: URL) throws {
        let place = place(in: folder)
        let former = formerPlace(in: folder).path(percentEncoded: false)
        try AtomicFile.write(Data(contentsOf: place), to: former)
        try FileManager.default.removeItem(at: place)
    }

    /// There is a coat of arms that was replaced or taken out.
    public static func hasFormer(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: formerPlace(in: folder).path(percentEncoded: false))
    }

    /// Brings the former coat of arms back; the one that is there becomes the former one, so that this can be undone in
    /// the same way. Throws what the system says.
    public static func restore(in folder: URL) throws {
        let (place, former) = (place(in: folder), formerPlace(in: folder))
        let (bytes, replaced) = (try Data(contentsOf: former), try present(at: place))
        try AtomicFile.write(bytes, to: place.path(percentEncoded: false))
        if let replaced {
            try AtomicFile.write(replaced, to: former.path(percentEncoded: false))
        } else {
            try FileManager.default.removeItem(at: former)
        }
    }

    /// The file that is to be replaced; nil where there is none. One that cannot be read is not replaced.
    private static func present(at place: URL) throws -> Data? {
        let isThere = FileManager.default.fileExists(atPath: place.path(percentEncoded: false))
        return isThere ? try Data(contentsOf: place) : nil
    }

    private static func formerPlace(in folder: URL) -> URL {
        folder.appending(path: "attachments/stemma-precedente.png")
    }

    private static func place(in folder: URL) -> URL { folder.appending(path: "attachments/stemma.png") }

    private static func image(of file: URL) throws(Refusal) -> [UInt8] {
        guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize else { throw .noImage }
        guard size <= largest else { throw .tooLarge }
        guard let bytes = try? Data(contentsOf: file) else { throw .noImage }
        try PortableImage.check([UInt8](bytes))
        return [UInt8](bytes)
    }
}
