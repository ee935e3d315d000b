import Foundation
import Glibc
import ToolSupport

/// A file system of a few hundred kilobytes in memory, mounted in a folder of its own while the test needs it.
final class SmallDisk {
    /// Where it is mounted.
    let folder: URL
    private let scratch: Scratch

    /// A disk of so many kilobytes; nil, said loudly, where nothing can be mounted here.
    init?(kilobytes: Int) throws {
        scratch = try Scratch()
        folder = URL(filePath: scratch.path("disco"), directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let isMounted = Self.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path])
        guard geteuid() == 0, isMounted else {
            print("SKIPPED: no file system can be mounted here (it needs the rights of root)")
            return nil
        }
    }

    deinit {
        while Self.run("umount", ["-l", path]) {}
    }

    /// The path of the folder.
    var path: String { scratch.path("disco") }

    /// Where an archive goes.
    var archive: URL { folder.appending(path: "archivio") }

    /// Makes it read-only, or writable again; says whether that was possible.
    func setReadOnly(_ isReadOnly: Bool) -> Bool {
        Self.run("mount", ["-o", "remount,\(isReadOnly ? "ro" : "rw")", path])
    }

    /// Takes it away while files are open on it.
    func unmount() -> Bool { Self.run("umount", ["-l", path]) }

    /// Fills what is free with a file, but for so many bytes.
    func fill(leaving free: Int) throws {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
        let size = Int(status.f_bavail) * Int(status.f_frsize) - free
        guard size > 0 else { return }
        try Data(count: size).write(to: folder.appending(path: "zavorra-\(UUID().uuidString)"))
    }

    /// Takes away what `fill` wrote.
    func makeRoom() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where name.hasPrefix("zavorra")
        {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    private static func run(_ program: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
