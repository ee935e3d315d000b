import CGtk

/// One typed connect function for each C shape of signal.
extension Object {
    /// A closure that answers yes or no.
    typealias Question = @MainActor () -> Bool
    /// A closure that is told a number.
    typealias Numbered = @MainActor (Int) -> Void
    /// A closure that is told the address of an object.
    typealias Pointed = @MainActor (UnsafeMutableRawPointer?) -> Void
    /// A closure that is told a key value and the modifiers held, and answers whether it took the key.
    typealias Keyed = @MainActor (UInt32, UInt32) -> Bool
    /// A closure that is told a count of presses and where.
    typealias Pressed = @MainActor (Int, Double, Double) -> Void
    /// A closure that is told two numbers.
    typealias Moved = @MainActor (Double, Double) -> Void
    /// A closure that is told two numbers and answers yes or no.
    typealias Scrolled = @MainActor (Double, Double) -> Bool
    /// A closure that answers with words, or with none.
    typealias Told = @MainActor () -> String?
    /// A closure that is told a GValue's address and where it was dropped, and answers whether it took it.
    typealias Dropped = @MainActor (UnsafeMutableRawPointer?, Double, Double) -> Bool

    /// `gboolean (*)(instance, …, data)`, arguments not wanted.
    @discardableResult
    func ask(_ signal: String, _ body: @escaping Question) -> Connection {
        let trampoline: @convention(c) (UnsafeMutableRawPointer?) -> gboolean = { data in
            guard let body = ClosureBox<Question>.body(at: data) else { return 0 }
            return MainActor.assumeIsolated { body() } ? 1 : 0
        }
        return connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Question>.retained(body),
            swapped: true)
    }

    /// `void (*)(instance, int or guint, data)`.
    @discardableResult
    func onNumber(_ signal: String, _ body: @escaping Numbered) -> Connection {
        let trampoline: @convention(c) (UnsafeMutableRawPointer?, Int32, UnsafeMutableRawPointer?) -> Void = {
            _, number, data in
            guard let body = ClosureBox<Numbered>.body(at: data) else { return }
            MainActor.assumeIsolated { body(Int(number)) }
        }
        return connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Numbered>.retained(body))
    }

    /// `void (*)(instance, pointer, data)`.
    @discardableResult
    func onPointer(_ signal: String, _ body: @escaping Pointed) -> Connection {
        let trampoline: @convention(c) (UnsafeMutableRawPointer?, UInt, UnsafeMutableRawPointer?) -> Void = {
            _, address, data in
            guard let body = ClosureBox<Pointed>.body(at: data) else { return }
            MainActor.assumeIsolated { body(UnsafeMutableRawPointer(bitPattern: address)) }
        }
        return connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Pointed>.retained(body))
    }

    /// `gboolean (*)(instance, guint keyval, guint keycode, GdkModifierType, data)`.
    @discardableResult
    func onKeyval(_ signal: String, _ body: @escaping Keyed) -> Connection {
        let trampoline:
            @convention(c) (
                UnsafeMutableRawPointer?, UInt32, UInt32, UInt32, UnsafeMutableRawPointer?
            ) -> gboolean = { _, keyval, _, modifiers, data in
                guard let body = ClosureBox<Keyed>.body(at: data) else { return 0 }
                return MainActor.assumeIsolated { body(keyval, modifiers) } ? 1 : 0
            }
        return connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Keyed>.retained(body))
    }

    /// `void (*)(instance, int presses, double x, double y, data)`.
    @discardableResult
    func onPressed(_ signal: String, _ body: @escaping Pressed) -> Connection {
        let trampoline:
            @convention(c) (
                UnsafeMutableRawPointer?, Int32, Double, Double, UnsafeMutableRawPointer?
            ) -> Void = { _, count, x, y, data in
                guard let body = ClosureBox<Pressed>.body(at: data) else { return }
                MainActor.assumeIsolated { body(Int(count), x, y) }
            }
        return connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Pressed>.retained(body))
    }

    /// `void (*)(instance, double, double, data)`.
    @discardableResult
    func onMoved(_ signal: String, _ body: @escaping Moved) -> Connection {
        let trampoline:
            @convention(c) (UnsafeMutableRawPointer?, Double, Double, UnsafeMutableRawPointer?) -> Void = {
                _, x, y, data in
                guard let body = ClosureBox<Moved>.body(at: data) else { return }
                MainActor.assumeIsolated { body(x, y) }
            }
        return connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Moved>.retained(body))
    }

    /// `gboolean (*)(instance, double, double, data)`.
    @discardableResult
    func onScrolled(_ signal: String, _ body: @escaping Scrolled) -> Connection {
        let trampoline:
            @convention(c) (UnsafeMutableRawPointer?, Double, Double, UnsafeMutableRawPointer?) -> gboolean =
                {
                    _, x, y, data in
                    guard let body = ClosureBox<Scrolled>.body(at: data) else { return 0 }
                    return MainActor.assumeIsolated { body(x, y) } ? 1 : 0
                }
        return connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Scrolled>.retained(body))
    }

    /// `gboolean (*)(widget, int x, int y, gboolean keyboard, GtkTooltip *, data)`; nil and no words show nothing.
    @discardableResult
    func onQueryTooltip(_ body: @escaping Told) -> Connection {
        let trampoline:
            @convention(c) (
                UnsafeMutableRawPointer?, Int32, Int32, gboolean, UInt, UnsafeMutableRawPointer?
            ) -> gboolean = { _, _, _, _, tooltip, data in
                guard let body = ClosureBox<Told>.body(at: data) else { return 0 }
                return MainActor.assumeIsolated {
                    guard let words = body(), !words.isEmpty else { return 0 }
                    gtk_tooltip_set_text(OpaquePointer(bitPattern: tooltip), words.withoutNul)
                    return 1
                }
            }
        return connect(
            "query-tooltip", unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Told>.retained(body))
    }

    /// `gboolean (*)(instance, const GValue *, double x, double y, data)`.
    @discardableResult
    func onDropped(_ signal: String, _ body: @escaping Dropped) -> Connection {
        let trampoline:
            @convention(c) (
                UnsafeMutableRawPointer?, UInt, Double, Double, UnsafeMutableRawPointer?
            ) -> gboolean = { _, address, x, y, data in
                guard let body = ClosureBox<Dropped>.body(at: data) else { return 0 }
                return MainActor.assumeIsolated { body(UnsafeMutableRawPointer(bitPattern: address), x, y) }
                    ? 1 : 0
            }
        return connect(
            signal, unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Dropped>.retained(body))
    }
}
