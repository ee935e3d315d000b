import Foundation

/// A program that is run as a person runs it, from its start to its end.
struct OtherProgram {
    /// Why a program gave no result.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The file of the program.
    let path: String

    /// `barometroctl`, built beside this program.
    static var barometroctl: OtherProgram {
        let own = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let beside = own.deletingLastPathComponent().appending(path: "barometroctl")
        return OtherProgram(path: beside.path(percentEncoded: false))
    }

    /// The program of this name among those of the system; nil where it is not there.
    static func installed(_ name: String) -> OtherProgram? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
            .map(OtherProgram.init)
    }

    /// How Typst makes a PDF of a source: by its program, or by its module for Python; nil where neither is installed.
    static func typst(from source: String, to pdf: String) -> (program: OtherProgram, arguments: [String])? {
        if let program = installed("typst") { return (program, ["compile", source, pdf]) }
        guard let python = installed("python3"), (try? python.run(["-c", "import typst"])) != nil else {
            return nil
        }
        let script = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
        return (python, ["-c", script, source, pdf])
    }

    /// Runs it and waits for its end; what it says goes nowhere.
    func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw Failure(description: "\(path) cannot be run: \(error.localizedDescription)")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let words = arguments.joined(separator: " ")
            throw Failure(description: "\(path) \(words) ended with \(process.terminationStatus)")
        }
    }
}
