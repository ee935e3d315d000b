import CGtk
import XCTest

@testable import Gtk

/// A test of widgets: a synchronous method on the main thread, with a screen, or skipped loudly.
class WidgetTestCase: XCTestCase {
    override func setUpWithError() throws {
        guard MainActor.assumeIsolated({ Gtk.initialize() }) else {
            throw XCTSkip("SKIPPED: no display; run under xvfb-run")
        }
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

/// Lets half a second pass in which GTK 4.8 looks for a tooltip under the pointer, and complains when the popover
/// that was there is gone: harmless, and seen in plain C too, so it is not to end the tests.
@MainActor
func forgiveTooltips() {
    let fatal = g_log_set_always_fatal(G_LOG_LEVEL_ERROR)
    MainLoop.run(until: { false }, seconds: 0.8)
    g_log_set_always_fatal(fatal)
}
