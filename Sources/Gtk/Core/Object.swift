import CGtk
import CGtkShim

/// A handle on a GObject.
///
/// The handle borrows: GTK's tree owns the object. When GTK disposes it, the handle becomes empty and every
/// call on it does nothing, so a closure that outlives its widget is harmless.
@MainActor public class Object {
    /// Who gives back the reference that came with the object.
    enum Ownership {
        /// Somebody else holds the object.
        case borrowed
        /// Made here and still floating: whoever adopts it owns it; if nobody does, it ends with the handle.
        case floating
        /// The handle holds one reference: GTK does not keep such an object.
        case owned
    }

    /// The object, or nil once it is disposed. For calls to C that this layer does not wrap.
    public private(set) var raw: UnsafeMutableRawPointer?

    private let ownership: Ownership
    /// Kept after disposal, because an owned reference must be given back even then.
    private let address: UnsafeMutableRawPointer?

    /// Takes hold of an object; nil makes an empty handle.
    init(_ object: UnsafeMutableRawPointer?, _ ownership: Ownership) {
        raw = object
        address = object
        self.ownership = ownership
        guard let object else { return }
        g_object_weak_ref(gobject(object), Object.forget, Unmanaged.passUnretained(self).toOpaque())
    }

    isolated deinit {
        if let raw {
            g_object_weak_unref(gobject(raw), Object.forget, Unmanaged.passUnretained(self).toOpaque())
            if ownership == .floating, g_object_is_floating(raw) != 0 {
                g_object_ref_sink(raw)
                g_object_unref(raw)
            }
        }
        if ownership == .owned, let address { g_object_unref(address) }
    }

    /// Whether the object still exists.
    public var isAlive: Bool { raw != nil }

    /// The object as an opaque pointer, for final GTK classes and interfaces.
    var opaque: OpaquePointer? { raw.map { OpaquePointer($0) } }

    /// The object as a typed pointer, for GTK classes that can be derived.
    func pointer<T>(_ type: T.Type) -> UnsafeMutablePointer<T>? { raw?.assumingMemoryBound(to: type) }

    /// Runs the body while the object is surely held: Swift may let go of a handle after its last use, which is
    /// before C has used the pointer taken from it.
    func held<Result>(_ body: (Object) -> Result) -> Result {
        withExtendedLifetime(self) { body(self) }
    }

    /// Ties a Swift object's life to this one: it is released when GTK finalizes this object.
    ///
    /// A controller that nothing else holds is kept this way by its window or page.
    public func keep(_ companion: AnyObject) {
        guard let raw else { return }
        let key = "swift-\(UInt(bitPattern: ObjectIdentifier(companion)))"
        let box = Unmanaged.passRetained(companion).toOpaque()
        g_object_set_data_full(gobject(raw), key, box, releaseBox)
    }

    /// Called by GLib when the object is disposed.
    private static let forget: GWeakNotify = { data, _ in
        guard let data else { return }
        let handle = Unmanaged<Object>.fromOpaque(data)
        MainActor.assumeIsolated { handle.takeUnretainedValue().raw = nil }
    }
}

/// The pointer as GLib's base class.
nonisolated func gobject(_ raw: UnsafeMutableRawPointer) -> UnsafeMutablePointer<GObject> {
    raw.assumingMemoryBound(to: GObject.self)
}

/// Releases a box that was passed to C retained. For destroy notifies.
nonisolated let releaseBox: GDestroyNotify = { data in
    guard let data else { return }
    Unmanaged<AnyObject>.fromOpaque(data).release()
}
