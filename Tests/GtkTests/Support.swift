import CGtk
import Foundation
import XCTest

@testable import Gtk

/// Moves the pointer of a bare X display out of its middle, once. GTK 4.8 asks for a tooltip half a second after a
/// window came under the pointer, and complains if the window is gone by then.
private let pointerIsAway: Bool = {
    typealias Open = @convention(c) (UnsafePointer<CChar>?) -> OpaquePointer?
    typealias Root = @convention(c) (OpaquePointer?) -> UInt
    typealias Warp =
        @convention(c) (OpaquePointer?, UInt, UInt, Int32, Int32, UInt32, UInt32, Int32, Int32) -> Int32
    typealias Close = @convention(c) (OpaquePointer?) -> Int32
    guard let library = dlopen("libX11.so.6", RTLD_NOW), let open = dlsym(library, "XOpenDisplay"),
        let root = dlsym(library, "XDefaultRootWindow"), let warp = dlsym(library, "XWarpPointer"),
        let close = dlsym(library, "XCloseDisplay"), let display = unsafeBitCast(open, to: Open.self)(nil)
    else { return false }
    let window = unsafeBitCast(root, to: Root.self)(display)
    _ = unsafeBitCast(warp, to: Warp.self)(display, 0, window, 0, 0, 0, 0, 32_000, 32_000)
    _ = unsafeBitCast(close, to: Close.self)(display)
    return true
}()

/// A test of widgets: a synchronous method on the main thread, with a screen, or skipped loudly.
class WidgetTestCase: XCTestCase {
    override func setUpWithError() throws {
        guard MainActor.assumeIsolated({ Gtk.initialize() }) else {
            throw XCTSkip("SKIPPED: no display; run under xvfb-run")
        }
        if !pointerIsAway { print("the pointer stays where it is: no X display") }
        MainActor.assumeIsolated { Appearance.isAnimated = false }
    }

    /// Runs the body of a test on the main actor, where XCTest already is.
    func onMain(_ body: @MainActor () throws -> Void) rethrows {
        try MainActor.assumeIsolated { try body() }
    }
}

/// Something whose end can be watched through a weak reference.
final class Witness {}

/// Counts what happened.
@MainActor
final class Counter {
    var count = 0
}

/// An answer that changes during a test.
@MainActor
final class Flag {
    var isOn = false
}

/// A window that shows a widget, mapped on the screen.
@MainActor
func show(_ widget: Widget, width: Int = 600, height: Int = 400) -> Window {
    let window = Window(title: "test")
    window.size = (width, height)
    window.child(widget)
    window.present()
    MainLoop.run(until: { widget.isMapped })
    MainLoop.settle()
    return window
}

/// The widget of a name, in a widget or below it.
@MainActor
func find(_ name: String, in widget: Widget?) -> Widget? {
    guard let widget, let raw = widget.widget else { return nil }
    if widget.name == name { return widget }
    var child = gtk_widget_get_first_child(raw)
    while let here = child {
        if let found = find(name, in: Widget(borrowing: here)) { return found }
        child = gtk_widget_get_next_sibling(here)
    }
    return nil
}
