import CGtk
import CGtkShim

/// A closure that GTK owns: released by the destroy notify of whatever it was given to.
nonisolated final class ClosureBox<Body: Sendable>: Sendable {
    /// The closure.
    let body: Body

    /// Boxes the closure.
    init(_ body: Body) { self.body = body }

    /// A retained pointer for C, which gives it back through a destroy notify.
    static func retained(_ body: Body) -> UnsafeMutableRawPointer {
        Unmanaged.passRetained(ClosureBox(body)).toOpaque()
    }

    /// The closure behind a pointer made by `retained`.
    static func body(at data: UnsafeMutableRawPointer?) -> Body? {
        data.map { Unmanaged<ClosureBox<Body>>.fromOpaque($0).takeUnretainedValue().body }
    }
}

/// A closure called by a signal that says nothing more.
public typealias Action = @MainActor () -> Void

/// A signal handler that can be paused or ended before its object goes.
public struct Connection {
    private weak var object: Object?
    private let id: gulong

    /// The handler of that number on that object.
    init(object: Object?, id: gulong) {
        self.object = object
        self.id = id
    }

    /// Ends the handler; the closure is released. Harmless when it already ended.
    public func disconnect() {
        guard let raw = object?.raw, g_signal_handler_is_connected(raw, id) != 0 else { return }
        g_signal_handler_disconnect(raw, id)
    }

    /// Runs the body with the handler silent: for changes that are ours and not the person's.
    public func blocked<Result>(_ body: () throws -> Result) rethrows -> Result {
        guard let raw = object?.raw, g_signal_handler_is_connected(raw, id) != 0 else { return try body() }
        g_signal_handler_block(raw, id)
        defer {
            if object?.raw == raw { g_signal_handler_unblock(raw, id) }
        }
        return try body()
    }
}

extension Object {
    /// Connects a C trampoline and the box that it unpacks; the box is released with the connection.
    @discardableResult
    func connect(
        _ signal: String, _ trampoline: GCallback, _ box: UnsafeMutableRawPointer, swapped: Bool = false
    ) -> Connection {
        guard let raw else {
            Unmanaged<AnyObject>.fromOpaque(box).release()
            return Connection(object: nil, id: 0)
        }
        let flags = swapped ? G_CONNECT_SWAPPED : GConnectFlags(rawValue: 0)
        let release: GClosureNotify = { data, _ in releaseBox(data) }
        return Connection(
            object: self, id: g_signal_connect_data(raw, signal, trampoline, box, release, flags))
    }

    /// Connects a closure that wants none of the signal's arguments. Swapped, the box comes first in C, so that
    /// one trampoline serves every signal without an answer.
    @discardableResult
    public func on(_ signal: String, _ body: @escaping Action) -> Connection {
        let trampoline: @convention(c) (UnsafeMutableRawPointer?) -> Void = { data in
            guard let body = ClosureBox<Action>.body(at: data) else { return }
            MainActor.assumeIsolated { body() }
        }
        return connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Action>.retained(body),
            swapped: true)
    }

    /// Connects a closure to the change of a property.
    @discardableResult
    public func onNotify(_ property: String, _ body: @escaping Action) -> Connection {
        on("notify::\(property)", body)
    }

    /// Emits a signal without arguments, as if GTK had.
    public func emit(_ signal: String) { shim_emit(raw, signal) }
}
