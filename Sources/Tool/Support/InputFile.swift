import Foundation
import Glibc
import Importing
import Localization

/// A file that the user gives to be read.
struct InputFile {
    /// The path as it was given.
    let path: String

    /// The name without its folder.
    var name: String { URL(filePath: path).lastPathComponent }

    /// The bytes of the file. Nothing but a regular file is opened, and none that is larger than `limit` bytes is
    /// read: a pipe would wait for ever, a device can do anything.
    func bytes(limit: Int = ImportLimits.maximumBytes) throws(ToolFailure) -> [UInt8] {
        try requireRegularFile()
        // A file that became a pipe meanwhile must not make us wait.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw unreadable(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(errno) }
        try requireRegularFile(status)
        guard status.st_size <= limit else { throw tooLarge(Int(status.st_size), limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(status.st_size)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw tooLarge(bytes.count, limit: limit) }
        }
    }

    private func requireRegularFile() throws(ToolFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? failure(tr("There is no file {file}. Check its name and folder.", ["file": path]))
                : unreadable(errno)
        }
        try requireRegularFile(status)
    }

    private func requireRegularFile(_ status: stat) throws(ToolFailure) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFDIR: throw failure(tr("{file} is a folder. Give the files in it.", ["file": path]))
        default:
            throw failure(
                tr("{file} is a pipe or a device, not a file. Save its content in a file first.", ["file": path]))
        }
    }

    private func unreadable(_ code: Int32) -> ToolFailure {
        failure(
            tr("{file} cannot be read: {reason}.", ["file": path, "reason": Reason.words(ofCode: code)]))
    }

    private func tooLarge(_ size: Int, limit: Int) -> ToolFailure {
        failure(UnreadableInput.tooLarge(bytes: size, limit: limit).words(file: path))
    }

    private func failure(_ message: String) -> ToolFailure { ToolFailure(.input, message) }
}
