import CGtk
import Foundation
import XCTest

@testable import Gtk

/// The styles that the program has.
enum LookStyle: String, CaseIterable {
    case light, dark, contrast, contrastDark

    /// Has all windows in this style; `usual` is the theme without high contrast.
    @MainActor func apply(over usual: String) {
        Appearance.theme =
            switch self {
            case .light, .dark: usual
            case .contrast: "Default-hc"
            case .contrastDark: "Default-hc-dark"
            }
        Appearance.isDark = self == .dark
    }
}

/// A way to look at the window.
struct Look: CustomStringConvertible {
    var size: (width: Int, height: Int)
    var style = LookStyle.light
    var textPercent = 100

    /// As the pictures are called.
    var description: String { "\(size.width)x\(size.height)-\(textPercent)-\(style.rawValue)" }
}

extension Window {
    /// The folder that `BAROMETRO_PICTURES` names, where it does: pictures of windows are kept there.
    private static var pictures: URL? {
        ProcessInfo.processInfo.environment["BAROMETRO_PICTURES"].map { URL(fileURLWithPath: $0) }
    }

    /// Keeps a picture of the window, as it is drawn now, where pictures are asked for.
    func keepPicture(_ name: String, _ look: Look) throws {
        guard let folder = Window.pictures, let widget, let native = opaque else { return }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        MainLoop.settle()
        MainLoop.run(until: { false }, seconds: 0.15)
        let paintable = gtk_widget_paintable_new(widget)
        defer { paintable.map { g_object_unref(UnsafeMutableRawPointer($0)) } }
        let (width, height) = (gtk_widget_get_width(widget), gtk_widget_get_height(widget))
        var drawn: OpaquePointer?
        // A window that has just come is drawn with the next frame.
        MainLoop.run(
            until: {
                let snapshot = gtk_snapshot_new()
                gdk_paintable_snapshot(paintable, snapshot, Double(width), Double(height))
                drawn = gtk_snapshot_free_to_node(snapshot)
                return drawn != nil
            }, seconds: 5)
        let node = try XCTUnwrap(drawn, "nothing is drawn")
        defer { gsk_render_node_unref(node) }
        var area = graphene_rect_t()
        graphene_rect_init(&area, 0, 0, Float(width), Float(height))
        let renderer = try XCTUnwrap(gtk_native_get_renderer(native))
        let texture = try XCTUnwrap(gsk_renderer_render_texture(renderer, node, &area))
        defer { g_object_unref(UnsafeMutableRawPointer(texture)) }
        let file = folder.appending(path: "\(name)-\(look).png")
        XCTAssertNotEqual(gdk_texture_save_to_png(texture, file.path), 0, file.path)
    }
}
