import CGtk

/// Work that GLib's main loop does later. The closure is released when it is done or cancelled.
public final class Timer {
    private var source: guint = 0

    private init() {}

    /// Runs the body once, after a time.
    @discardableResult
    public static func after(milliseconds: Int, _ body: @escaping Action) -> Timer {
        let timer = Timer()
        timer.start(milliseconds: milliseconds) { [weak timer] in
            timer?.source = 0
            body()
            return false
        }
        return timer
    }

    /// Runs the body again and again until it answers false or the timer is cancelled.
    @discardableResult
    public static func every(
        milliseconds: Int, _ body: @escaping @MainActor () -> Bool
    ) -> Timer {
        let timer = Timer()
        timer.start(milliseconds: milliseconds) { [weak timer] in
            guard body() else {
                timer?.source = 0
                return false
            }
            return true
        }
        return timer
    }

    /// Runs the body once, as soon as the loop has nothing more urgent to do.
    @discardableResult
    public static func idle(_ body: @escaping Action) -> Timer {
        soon(priority: G_PRIORITY_DEFAULT_IDLE, body)
    }

    /// Runs the body once, before the next event is handled.
    @discardableResult
    static func next(_ body: @escaping Action) -> Timer { soon(priority: G_PRIORITY_HIGH, body) }

    /// Stops the timer; harmless when it is over.
    public func cancel() {
        guard source != 0 else { return }
        let ended = source
        source = 0
        g_source_remove(ended)
    }

    private typealias Tick = @MainActor () -> Bool

    private static func soon(priority: Int32, _ body: @escaping Action) -> Timer {
        let timer = Timer()
        let tick: Tick = { [weak timer] in
            timer?.source = 0
            body()
            return false
        }
        timer.source = g_idle_add_full(priority, Timer.run, ClosureBox<Tick>.retained(tick), releaseBox)
        return timer
    }

    private func start(milliseconds: Int, _ tick: @escaping Tick) {
        source = g_timeout_add_full(
            G_PRIORITY_DEFAULT, guint(clamping: max(milliseconds, 0)), Timer.run,
            ClosureBox<Tick>.retained(tick), releaseBox)
    }

    private static let run: GSourceFunc = { data in
        guard let tick = ClosureBox<Tick>.body(at: data) else { return 0 }
        return MainActor.assumeIsolated { tick() } ? 1 : 0
    }
}
