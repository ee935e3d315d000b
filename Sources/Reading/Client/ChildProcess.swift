import Foundation
import Glibc

/// A program that is given bytes on its standard input and answers on its standard output, watched by the clock.
struct ChildProcess {
    /// How it ended.
    enum Outcome: Hashable {
        /// It ended by itself with this code.
        case exited(Int32)
        /// A signal ended it.
        case killed(Int32)
        /// It was ended because its time was over.
        case timedOut
        /// It was ended because it wrote more than it may.
        case tooMuch
    }

    /// The program and its arguments.
    let command: [String]
    /// Its time, in seconds.
    let seconds: Int
    /// The most bytes that it may answer.
    let answerLimit: Int

    /// Runs the program to its end; nil where it cannot be started.
    func run(_ input: [UInt8]) -> (outcome: Outcome, answer: [UInt8])? {
        guard let channels = Channels(), let child = start(channels) else { return nil }
        defer { channels.close() }
        channels.closeChildEnds()
        let (answer, ending) = exchange(input, channels)
        if ending != nil { kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if let ending { return (ending, answer) }
        let signal = status & 0x7F
        return (signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal), answer)
    }

    private func start(_ channels: Channels) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, channels.childInput, 0)
        posix_spawn_file_actions_adddup2(&actions, channels.childOutput, 1)
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        let variables = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
        var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) }
        defer { for variable in environment { free(variable) } }
        environment.append(nil)
        var child: pid_t = 0
        let status = posix_spawn(&child, command[0], &actions, nil, arguments, environment)
        return status == 0 ? child : nil
    }

    /// Writes and reads at once, until the answer is whole, the time is over or the answer is too long.
    private func exchange(_ input: [UInt8], _ channels: Channels) -> ([UInt8], Outcome?) {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var answer: [UInt8] = []
        var written = 0
        var isWriting = true
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
        defer { chunk.deallocate() }
        while true {
            if isWriting, written == input.count {
                channels.closeInput()
                isWriting = false
            }
            let left = deadline - ContinuousClock.now
            guard left > .zero else { return (answer, .timedOut) }
            let milliseconds = min(1000, left.components.seconds * 1000 + 20)
            var waits = [
                pollfd(fd: channels.output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isWriting ? channels.input : -1, events: Int16(POLLOUT), revents: 0),
            ]
            guard poll(&waits, 2, Int32(milliseconds)) >= 0 || errno == EINTR else {
                return (answer, .timedOut)
            }
            if waits[1].revents != 0 {
                let count = input.withUnsafeBytes { bytes in
                    send(
                        channels.input, bytes.baseAddress?.advanced(by: written), input.count - written,
                        Self.sendFlags)
                }
                if count > 0 {
                    written += count
                } else if errno != EAGAIN, errno != EINTR {
                    written = input.count
                }
            }
            if waits[0].revents != 0 {
                let count = read(channels.output, chunk.baseAddress, chunk.count)
                if count == 0 { return (answer, nil) }
                if count > 0 { answer.append(contentsOf: chunk[..<count]) }
                if count < 0, errno != EAGAIN, errno != EINTR { return (answer, nil) }
                guard answer.count <= answerLimit else { return (answer, .tooMuch) }
            }
        }
    }

    /// No signal where the program has closed its input, no wait where it does not read.
    private static let sendFlags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
}

/// A socket for the input of a program and one for its output. They are made closed to other children at once: a program
/// that is started between making an end and closing it would keep it open, and the reader would look hung.
private final class Channels {
    /// Our ends.
    private(set) var input: Int32
    let output: Int32
    /// The program's ends.
    let childInput: Int32
    let childOutput: Int32

    init?() {
        var sockets: [Int32] = [-1, -1]
        var pipes: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else { return nil }
        guard socketpair(AF_UNIX, kind, 0, &pipes) == 0 else {
            for socket in sockets { Glibc.close(socket) }
            return nil
        }
        input = sockets[0]
        childInput = sockets[1]
        output = pipes[0]
        childOutput = pipes[1]
    }

    func closeChildEnds() {
        Glibc.close(childInput)
        Glibc.close(childOutput)
    }

    func closeInput() {
        if input >= 0 { Glibc.close(input) }
        input = -1
    }

    func close() {
        closeInput()
        Glibc.close(output)
    }
}
