import DocumentStore
import Foundation
import Localization
import UserMessages

/// How this window stands to the archive, beside others that have it open.
public enum WriteAccess: Hashable, Sendable {
    /// It writes.
    case writing
    /// Somebody else writes, and this window follows; who, in words.
    case following(String)
    /// Nobody writes any more: this window can.
    case free
    /// Another computer is named, and nothing says whether somebody still writes there; who, in words.
    case named(String)
    /// It cannot write, for this reason.
    case readOnly(String)
    /// The history turned out not to hold, and nothing is written until a person decides; what is wrong, in words.
    case doubted(String)
    /// It wrote, and somebody else took the archive; what was changed since is in memory only. Who, in words.
    case lost(String)
    /// The same, where another computer is named and nothing says whether somebody still writes there.
    case lostToNamed(String)
    /// The same, and the other has let go: this window can write again.
    case lostAndFree
    /// The archive is no longer where it was; what was changed since is in memory only. Its folder.
    case gone(String)

    /// The words for the banner; nil where there is nothing to tell.
    public var words: String? {
        switch self {
        case .writing: nil
        case .following(let holder):
            tr("Read only: {holder} This window follows the changes.", ["holder": holder])
        case .free:
            tr("Read only: whoever had the archive open has closed it. You can go on writing here.")
        case .named(let holder):
            tr(
                "Read only: {holder} Nothing says whether it is still open there.", ["holder": holder])
        case .readOnly(let reason), .doubted(let reason): tr("Read only: {reason}", ["reason": reason])
        case .lost(let holder), .lostToNamed(let holder):
            tr(
                "Your last changes are not on disk: {holder} They stay here until the archive is closed there.",
                ["holder": holder])
        case .gone(let folder):
            tr(
                "Your last changes are not on disk: the archive is no longer in {folder}. They stay here while the window is open; a copy in another folder keeps them.",
                ["folder": folder])
        case .lostAndFree:
            tr(
                "Your last changes are not on disk yet. The archive is free again: go on here, and they are written."
            )
        }
    }
}

extension ArchiveSession {
    /// How this window stands to the archive now. The lock's file is looked at only where this window does not write.
    public var writeAccess: WriteAccess {
        guard let archive else {
            return readOnlyHolder.map(WriteAccess.readOnly) ?? .writing
        }
        guard case .readOnly(let reason) = archive.access else {
            guard case .failed = saveState else { return .writing }
            if let gone { return .gone(gone) }
            return archive.lockState == .ours ? .writing : lost(archive.lockState)
        }
        if case .broken = reason { return .doubted(reason.words) }
        if case .failed = saveState { return lost(archive.lockState) }
        guard case .heldBy = reason else { return .readOnly(reason.words) }
        switch archive.lockState {
        case .ours: return .writing
        case .free: return .free
        case .held(let owner): return .following(ArchiveError.ReadOnlyReason.heldBy(owner).words)
        case .named(let owner): return .named(ArchiveError.ReadOnlyReason.heldBy(owner).words)
        }
    }

    /// The folder in which the archive is no longer; nil where it is there.
    private var gone: String? {
        guard let path = folder?.path, !FileManager.default.fileExists(atPath: path + "/archive.json") else {
            return nil
        }
        return path
    }

    private func lost(_ state: LockState) -> WriteAccess {
        switch state {
        case .ours, .free: .lostAndFree
        case .held(let owner): .lost(ArchiveError.ReadOnlyReason.heldBy(owner).words)
        case .named(let owner): .lostToNamed(ArchiveError.ReadOnlyReason.heldBy(owner).words)
        }
    }
}
