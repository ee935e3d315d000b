import Foundation

extension ArchiveStore {
    /// The bytes of a bundle with a part of this archive. From a working archive that was made from a bundle it is
    /// the bundle to send back: all of the working archive, whatever `scope` says, and its digest is remembered.
    /// - Parameters:
    ///   - scope: what goes into it.
    ///   - author: who made it.
    ///   - date: when.
    public func exportBundle(
        _ scope: BundleScope, author: String, at date: Date
    ) throws(BundleError) -> [UInt8] {
        throw .outdated
    }

    /// What this archive holds of another, where it was made from a bundle; nil in a municipality's own archive.
    public var workingScope: BundleScope? { nil }

    /// The most bytes that a bundle may have.
    public static let largestBundle = 128 << 20

    /// Makes a working archive of a bundle, in a folder that is not there or is empty.
    /// - Parameters:
    ///   - folder: where.
    ///   - bytes: the bundle's file.
    ///   - summary: what was done, in words for the history.
    ///   - author: who did it.
    ///   - date: when.
    public static func create(
        at folder: URL, fromBundle bytes: [UInt8], summary: String, author: String, date: Date,
        files: FileSystem = .disk, owner: LockOwner = .current
    ) throws(BundleError) -> ArchiveStore {
        throw .outdated
    }
}
