import Foundation
import Glibc
import Installation

/// Reads files in a program of its own, `barometro-reader`, so that a fault of a library, a hang or a bomb in it ends
/// that program and not this one.
///
/// The call waits until the file is read: it is made outside the main actor.
public struct DocumentReaderClient: Sendable {
    /// What a file may ask of the program.
    public var budget: ReadingBudget
    /// The program.
    public var program: URL

    /// The program beside the one that runs, or the one that `BAROMETRO_READER` names.
    public static let standardProgram: URL = {
        if let path = ProcessInfo.processInfo.environment["BAROMETRO_READER"] { return URL(filePath: path) }
        return URL(filePath: Installation.programs ?? "/usr/lib/barometro").appending(
            path: "barometro-reader")
    }()

    /// A client with a budget.
    public init(budget: ReadingBudget = .standard, program: URL = DocumentReaderClient.standardProgram) {
        self.budget = budget
        self.program = program
    }

    /// The document of a file's bytes. Text is read in this program where there is no other.
    ///
    /// - Throws: `ReadingError` where the file cannot be read, or the program that reads it ended without an answer.
    public func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
        guard bytes.count <= budget.bytes else { throw .tooLarge(what: "bytes", limit: budget.bytes) }
        let signature = ByteSignature(bytes)
        if signature == .encrypted { throw .encrypted }
        if case .refused(let format) = signature { throw .unsupported(format: format) }
        guard access(program.path, X_OK) == 0 else {
            guard signature == .text else { throw .readerFailed(detail: program.path) }
            return try TextReader.read(bytes, budget: budget)
        }
        return try readInChild(bytes)
    }

    /// The program ends itself when it has used its time on a processor; by the clock it gets this many times as much,
    /// for other programs run beside it.
    private static let patience = 3

    private func readInChild(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
        let seconds = budget.seconds(forBytes: bytes.count) * Self.patience
        let child = ChildProcess(
            command: Sandbox.command(program: program.path), seconds: seconds,
            answerLimit: budget.textBytes + budget.cells * 64)
        guard let (outcome, answer) = child.run(bytes) else { throw .readerFailed(detail: program.path) }
        switch Self.ofProgram(outcome) {
        case .exited(0): return try CompactReader.document(answer, budget: budget)
        case .timedOut: throw .tooSlow(seconds: seconds)
        case .tooMuch: throw .tooLarge(what: "answer", limit: child.answerLimit)
        case .killed(SIGXCPU): throw .tooSlow(seconds: seconds)
        case .killed(let signal): throw .readerFailed(detail: "signal \(signal)")
        case .exited(let code): throw .readerFailed(detail: "exit \(code)")
        }
    }

    /// What happened to the program itself: bubblewrap tells a signal that ended it as its own exit code, 128 more.
    private static func ofProgram(_ outcome: ChildProcess.Outcome) -> ChildProcess.Outcome {
        if case .exited(let code) = outcome, code > 128 { return .killed(code - 128) }
        return outcome
    }
}

/// How the program that reads is shut in: by bubblewrap where it is installed, without network and with the file system
/// read-only. The program sets its own limits of memory, time and files in any case.
enum Sandbox {
    /// The command that runs a program.
    static func command(program: String) -> [String] {
        isUsable ? [bubblewrap] + arguments(program: program) : [program]
    }

    /// The arguments of bubblewrap. Its empty `/tmp` must not hide a program that lies there.
    static func arguments(program: String) -> [String] {
        let folder = URL(filePath: program).deletingLastPathComponent().resolvingSymlinksInPath().path
        return [
            "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/", "--dev", "/dev",
            "--proc", "/proc", "--tmpfs", "/tmp",
        ] + (folder.hasPrefix("/tmp/") ? ["--ro-bind", folder, folder] : []) + ["--", program]
    }

    private static let bubblewrap = "/usr/bin/bwrap"

    /// True where bubblewrap is there and may make namespaces, which containers forbid.
    private static let isUsable: Bool = {
        guard access(bubblewrap, X_OK) == 0 else { return false }
        let probe = ChildProcess(
            command: [bubblewrap, "--unshare-all", "--ro-bind", "/", "/", "--", "/bin/true"], seconds: 5,
            answerLimit: 1000)
        return probe.run([])?.outcome == .exited(0)
    }()
}
