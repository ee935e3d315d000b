import CGtk
import CGtkShim
import Dispatch
import Foundation

/// Feeds libdispatch's main queue from GLib's main loop, so that `Task { @MainActor }` runs under GTK.
public enum MainQueue {
    private static var source: guint = 0

    /// Installs the feed once; later calls do nothing. GLib wakes on libdispatch's own file descriptor, so
    /// nothing polls.
    public static func install() {
        guard source == 0 else { return }
        source = g_unix_fd_add(
            _dispatch_get_main_queue_port_4CF(), G_IO_IN,
            { descriptor, _, _ in
                // The counter must be emptied here: the descriptor would stay readable and the loop spin.
                var count: UInt64 = 0
                _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
                _dispatch_main_queue_callback_4CF(nil)
                return 1
            }, nil)
    }
}

/// Runs GLib's main loop from code that has no application, as tests do.
public enum MainLoop {
    /// Runs the loop until the condition holds or the time is over; says whether it held.
    ///
    /// - Parameter seconds: the longest wait.
    @discardableResult
    public static func run(until condition: () -> Bool, seconds: Double = 5) -> Bool {
        let deadline = DispatchTime.now() + seconds
        while !condition() {
            guard DispatchTime.now() < deadline else { return false }
            let alarm = Timer.after(milliseconds: 20) {}
            g_main_context_iteration(nil, 1)
            alarm.cancel()
        }
        return true
    }

    /// Runs what is waiting, and returns when there is nothing more to do at once.
    public static func settle() {
        var rounds = 0
        while rounds < 10_000, g_main_context_iteration(nil, 0) != 0 { rounds += 1 }
    }
}
