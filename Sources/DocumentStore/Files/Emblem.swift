import Foundation

/// The municipality's coat of arms, which an office puts into its archive as `attachments/stemma.png`.
public enum Emblem {
    /// Larger files are none, in bytes.
    private static let largest = 8_000_000
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The bytes of the image in an archive's folder; nil where there is none, or no PNG.
    public static func read(from folder: URL) -> [UInt8]? {
        let file = folder.appending(path: "attachments/stemma.png")
        guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize, size <= largest,
            let bytes = try? Data(contentsOf: file), bytes.starts(with: signature)
        else { return nil }
        return [UInt8](bytes)
    }
}
