import Foundation

/// A Python program of the tests, run with a Python that has its modules.
enum PythonRun {
    /// The first Python that has these modules: the one that BAROMETRO_PYTHON names, the system's, another on the path.
    static func interpreter(with modules: String) -> String? {
        let own = ProcessInfo.processInfo.environment["BAROMETRO_PYTHON"]
        return [own, "/usr/bin/python3", "/usr/local/bin/python3"].compactMap { $0 }.first {
            run($0, ["-c", "import \(modules)"])?.code == 0
        }
    }

    /// A program of `Programs`, with its output as JSON.
    static func json(_ program: String, _ arguments: [String], with modules: String) throws -> Any {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Programs/\(program)")
        guard let python = interpreter(with: modules),
            let result = run(python, [file.path(percentEncoded: false)] + arguments)
        else { throw CocoaError(.fileReadUnknown) }
        guard result.code == 0 else { throw Failure(output: result.errors) }
        return result.output.isEmpty ? [:] : try JSONSerialization.jsonObject(with: result.output)
    }

    /// What a program said before it failed.
    struct Failure: Error {
        let output: String
    }

    private static func run(
        _ program: String, _ arguments: [String]
    ) -> (code: Int32, output: Data, errors: String)? {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "barometro-python-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["out", "err"].map { folder.appending(path: $0) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for file in files { try Data().write(to: file) }
            process.standardOutput = try FileHandle(forWritingTo: files[0])
            process.standardError = try FileHandle(forWritingTo: files[1])
            try process.run()
            process.waitUntilExit()
            return (
                process.terminationStatus, try Data(contentsOf: files[0]),
                String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
            )
        } catch {
            return nil
        }
    }
}
