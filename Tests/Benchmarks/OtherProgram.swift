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
