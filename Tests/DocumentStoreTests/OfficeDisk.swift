import DocumentStore
import Glibc
import Synchronization

/// A disk on which a process dies at the nth call, or that is full for a while.
final class OfficeDisk: Sendable {
    private struct State {
        var callsToLive = Int.max
        var writesUntilFull = Int.max
        var isDead = false
        var faults = 0
    }

    private let state = Mutex(State())

    /// Calls that failed so far.
    var faults: Int { state.withLock { $0.faults } }
    /// Whether the process has died.
    var isDead: Bool { state.withLock { $0.isDead } }

    /// From the call after so many on nothing is done any more.
    func die(after calls: Int) { state.withLock { $0.callsToLive = calls } }

    /// From the write after so many on there is no room.
    func fill(after writes: Int) { state.withLock { $0.writesUntilFull = writes } }

    /// All is well again.
    func mend() {
        state.withLock {
            $0.callsToLive = .max
            $0.writesUntilFull = .max
            $0.isDead = false
        }
    }

    var files: FileSystem {
        FileSystem { call, _ in
            self.state.withLock { state in
                if state.callsToLive <= 0 {
                    state.isDead = true
                    state.faults += 1
                    return .fail(EIO)
                }
                state.callsToLive -= state.callsToLive == .max ? 0 : 1
                guard call == .write || call == .makeFolder else { return .proceed }
                if state.writesUntilFull <= 0 {
                    state.faults += 1
                    return .fail(ENOSPC)
                }
                state.writesUntilFull -= state.writesUntilFull == .max ? 0 : 1
                return .proceed
            }
        }
    }
}

/// Numbers that look random and are the same for the same seed.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
