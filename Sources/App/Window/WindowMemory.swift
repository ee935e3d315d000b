import Desk
import Foundation

/// What is remembered of the window between two starts.
final class WindowMemory {
    private let file: URL
    /// What is remembered now.
    private(set) var preferences: Preferences

    /// The memory of the user of this machine.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        file = Preferences.file(environment: environment)
        preferences = Preferences.load(from: file)
    }

    /// Changes what is remembered, and keeps it.
    func change(_ body: (inout Preferences) -> Void) {
        body(&preferences)
        preferences.save(to: file)
    }
}
