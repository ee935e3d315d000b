import CGtk
import Foundation

/// An icon of the theme.
public final class Image: Widget {
    /// An icon by its name; decorative unless `label` says what it means.
    public init(icon: String, label: String? = nil) {
        super.init(type: gtk_image_get_type(), role: label == nil ? .presentation : nil)
        self.icon = icon
        if let label { accessible(label: label) }
    }

    /// The name of the icon.
    public var icon: String {
        get { string("icon-name") }
        set { set("icon-name", newValue) }
    }

    /// The size of the icon, in pixels beside texts of the usual size; -1 for the theme's.
    public var pixelSize = -1 {
        didSet {
            set("pixel-size", Appearance.scaled(pixelSize))
            guard oldValue < 0, pixelSize > 0 else { return }
            // Holds this handle as long as there is the icon.
            onMap { [self] in set("pixel-size", Appearance.scaled(pixelSize)) }
        }
    }
}

/// How far a long work is.
public final class ProgressBar: Widget {
    /// An empty bar.
    public init() { super.init(type: gtk_progress_bar_get_type()) }

    /// The part that is done, from 0 to 1.
    public var fraction: Double {
        get { double("fraction") }
        set { set("fraction", newValue.isFinite ? min(max(newValue, 0), 1) : 0) }
    }

    /// Words on the bar; nil for none.
    public var text: String? {
        get { optionalString("text") }
        set {
            set("text", newValue)
            set("show-text", newValue != nil)
        }
    }

    /// Shows that something goes on whose end is not known.
    public func pulse() {
        guard let opaque else { return }
        gtk_progress_bar_pulse(opaque)
    }
}

/// Turns while something goes on.
public final class Spinner: Widget {
    /// A spinner that stands still.
    public init() { super.init(type: gtk_spinner_get_type()) }

    /// Whether it turns.
    public var isSpinning: Bool {
        get { flag("spinning") }
        set { set("spinning", newValue) }
    }
}

/// A button that opens an address in the desktop's browser or a file in its program.
public final class LinkButton: Widget {
    /// A link with words.
    public init(_ title: String, uri: String) {
        super.init(type: gtk_link_button_get_type())
        set("uri", uri)
        set("label", title)
    }
}

/// A picture from a file or from bytes, scaled to its room.
public final class Picture: Widget {
    /// An empty picture; say in words what it shows with `accessible(label:)`.
    public init() {
        super.init(type: gtk_picture_get_type())
        set("can-shrink", true)
    }

    /// Shows a picture, or nothing; says whether the bytes are one.
    @discardableResult
    public func show(_ bytes: Data?) -> Bool {
        guard let opaque else { return false }
        guard let bytes else {
            gtk_picture_set_paintable(opaque, nil)
            return true
        }
        let copy = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
        defer { g_bytes_unref(copy) }
        guard let texture = gdk_texture_new_from_bytes(copy, nil) else { return false }
        gtk_picture_set_paintable(opaque, texture)
        g_object_unref(UnsafeMutableRawPointer(texture))
        return true
    }
}
