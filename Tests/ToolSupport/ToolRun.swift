import Foundation

/// The built `barometroctl`, or another program of ours, run as a person runs it.
public struct ToolRun {
    /// The exit code.
    public let code: Int32
    /// Standard output.
    public let output: Data
    /// Standard error.
    public let errors: String

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }

    /// Standard output as JSON.
    public var json: [String: Any] {
        get throws { try JSONSerialization.jsonObject(with: output) as? [String: Any] ?? [:] }
    }

    /// Whether it ended by itself, and not by a signal; then `code` is the signal's number.
    public let hasExited: Bool

    /// Runs a command; its words are Italian unless `environment` says otherwise. A `wrapper` runs it in its way: a
    /// program with the arguments before those of the command. Another program of ours is run by its name.
    public init(
        _ arguments: [String], environment: [String: String] = [:], wrapper: [String] = [],
        program: String = "barometroctl"
    ) throws {
        let process = Process()
        let all = wrapper + [ToolRun.built(program).path(percentEncoded: false)] + arguments
        process.executableURL = URL(filePath: all[0])
        process.arguments = Array(all.dropFirst())
        let own = ["LC_ALL": "C.UTF-8", "LANGUAGE": "it", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin"]
        process.environment = own.merging(environment) { _, given in given }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a pipe that nobody empties would stop a program that says much.
        let folder = try Scratch()
        let files = ["out", "err"].map { folder.path($0) }
        for file in files { try Data().write(to: URL(filePath: file)) }
        process.standardOutput = FileHandle(forWritingAtPath: files[0])
        process.standardError = FileHandle(forWritingAtPath: files[1])
        try process.run()
        process.waitUntilExit()
        code = process.terminationStatus
        hasExited = process.terminationReason == .exit
        output = try Data(contentsOf: URL(filePath: files[0]))
        errors = String(decoding: try Data(contentsOf: URL(filePath: files[1])), as: UTF8.self)
    }

    /// The package's folder.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folder of the built programs; nil where they are not built.
    public static var folder: String? {
        let program = built("barometroctl").path(percentEncoded: false)
        return FileManager.default.isExecutableFile(atPath: program)
            ? URL(filePath: program).deletingLastPathComponent().path(percentEncoded: false) : nil
    }

    /// A program of ours, which lies beside the tests' bundle.
    private static func built(_ name: String) -> URL {
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + [Bundle.main.bundlePath]
        let folders = bundles.map { URL(filePath: $0).deletingLastPathComponent() }
        let usual = root.appending(path: ".build/debug")
        return (folders + [usual]).map { $0.appending(path: name) }.first {
            FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false))
        } ?? usual.appending(path: name)
    }

    /// One of our own documents.
    public static func fixture(_ name: String) -> String {
        root.appending(path: "Tests/Fixtures/importing/\(name)").path(percentEncoded: false)
    }
}

/// A folder of its own, taken away when the test is done with it.
public final class Scratch {
    private let folder: URL

    /// A new folder among the temporary ones.
    public init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "barometro-tool-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The path of something in the folder.
    public func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    /// Writes a file in the folder and gives its path.
    public func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(filePath: path(name)))
        return path(name)
    }

    /// Whether something of this name is in the folder.
    public func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The sample municipality's archive in a folder of this name; gives its path.
    public func sample(_ name: String = "esempio") throws -> String {
        let run = try ToolRun(["sample", path(name)])
        guard run.code == 0 else { throw CocoaError(.fileWriteUnknown) }
        return path(name)
    }
}
