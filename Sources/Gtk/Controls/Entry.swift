import CGtk
import Foundation

/// A field for one line of text.
public class TextField: Widget {
    /// The text in the field. Setting the same text does nothing, so the cursor stays.
    public var text: String {
        get { string("text") }
        set {
            guard newValue != text else { return }
            forgetPaste()
            set("text", newValue)
        }
    }

    /// How many things were pasted that have not come yet.
    var pastes = 0
    /// Counts up when what was pasted is given up.
    var pasteGeneration = 0
    /// What waits for them.
    var afterPaste: [Action] = []

    /// Words shown while the field is empty.
    public var placeholder: String {
        get { string("placeholder-text") }
        set {
            set("placeholder-text", newValue)
            namesItself(newValue)
        }
    }

    /// Called with the placeholder, which is the name of fields that have no other.
    fileprivate func namesItself(_ placeholder: String) {}

    /// Whether the person can change the text.
    public var isEditable: Bool {
        get { flag("editable") }
        set {
            set("editable", newValue)
            toggle(css: "locked", !newValue)
        }
    }

    /// The width asked for, in characters; -1 for the theme's.
    public var widthInCharacters: Int {
        get { int("width-chars") }
        set {
            set("width-chars", newValue)
            set("max-width-chars", newValue)
        }
    }

    /// Where the text stands: 0 at the start, 1 at the end, as for figures.
    public var textAlignment: Double {
        get { editable.map { Double(gtk_editable_get_alignment($0)) } ?? 0 }
        set {
            guard let editable else { return }
            gtk_editable_set_alignment(editable, Float(newValue))
        }
    }

    /// Selects the whole text.
    public func selectAll() {
        guard let editable else { return }
        gtk_editable_select_region(editable, 0, -1)
    }

    /// Puts the cursor at the end.
    public func moveCursorToEnd() {
        guard let editable else { return }
        gtk_editable_set_position(editable, -1)
    }

    /// Called at each change of the text, for whatever reason.
    @discardableResult
    public func onChange(_ body: @escaping Action) -> Connection { on("changed", body) }

    private var editable: OpaquePointer? { opaque }
}

/// A field for one line of text.
public final class Entry: TextField {
    /// A field with a text.
    public init(_ text: String = "", placeholder: String = "") {
        super.init(type: gtk_entry_get_type())
        takePastes()
        self.text = text
        if !placeholder.isEmpty { self.placeholder = placeholder }
    }

    /// The most characters that the field takes; 0 for no limit.
    public var maximumLength: Int {
        get { int("max-length") }
        set { set("max-length", newValue) }
    }

    /// Whether a frame is drawn around.
    public var hasFrame: Bool {
        get { flag("has-frame") }
        set { set("has-frame", newValue) }
    }

    /// Whether Enter activates the default button of the window.
    public var activatesDefault: Bool {
        get { flag("activates-default") }
        set { set("activates-default", newValue) }
    }

    /// Shows a text, unless another one is just being typed.
    public func show(_ text: String) {
        guard !isBeingTyped else { return }
        self.text = text
    }

    /// The person has typed a text that was not taken yet.
    private(set) var isBeingTyped = false
    /// The focus is in the field, which is of those that commit.
    private var hasInput = false

    /// Tells input methods that numbers are wanted.
    public func expectNumber() { set("input-purpose", Int(GTK_INPUT_PURPOSE_NUMBER.rawValue)) }

    /// Called when Enter is pressed.
    @discardableResult
    public func onActivate(_ body: @escaping Action) -> Connection { on("activate", body) }

    /// Called once for each finished input, without the spaces around it: on Enter, when the focus leaves with another text than it came with, and
    /// when a window that closes takes what is typed. Escape brings the old text back.
    public func onCommit(_ body: @escaping @MainActor (String) -> Void) {
        var before = text
        let take: Action = { [weak self] in
            guard let self else { return }
            isBeingTyped = false
            guard text != before else { return }
            text = text.withoutSpacesAround
            guard text != before else { return }
            before = text
            forgetTyping()
            body(text)
        }
        let commit: Action = { [weak self] in
            if self?.waitsForPaste(take) == false { take() }
        }
        onChange { [weak self] in
            guard let self else { return }
            isBeingTyped = hasInput && text != before
        }
        on("activate", commit)
        onFocus(
            // Holds this handle as long as there is the field.
            enter: { [self] in
                before = text
                hasInput = true
                PendingInput.add(self) {
                    commit()
                    return true
                }
            },
            leave: { [weak self] in
                if let self {
                    PendingInput.remove(self)
                    hasInput = false
                }
                commit()
            })
        onKey { [weak self] key in
            guard let self, key.is(.escape), text != before || pastes > 0 else { return false }
            forgetPaste()
            text = before
            return true
        }
    }
}

extension String {
    /// The text as it is meant in a field of one line: spaces before and behind it are slips of the hand.
    var withoutSpacesAround: String { trimmingCharacters(in: .whitespaces) }
}

extension TextField {
    /// Ctrl+Z no longer takes back what was typed here: once it is taken, undoing is the program's.
    fileprivate func forgetTyping() {
        guard let opaque else { return }
        gtk_editable_set_enable_undo(opaque, 0)
        gtk_editable_set_enable_undo(opaque, 1)
    }
}

/// A field for a search, told shortly after the typing stops.
public final class SearchEntry: TextField {
    /// An empty search field.
    public init(placeholder: String = "") {
        super.init(type: gtk_search_entry_get_type())
        takePastes()
        set("search-delay", 40)
        if !placeholder.isEmpty { self.placeholder = placeholder }
    }

    override fileprivate func namesItself(_ placeholder: String) {
        accessible(label: placeholder)
    }

    /// Called shortly after the last change: sooner than GTK's 150 ms, so that the answer is there within 100.
    @discardableResult
    public func onSearch(_ body: @escaping @MainActor (String) -> Void) -> Connection {
        on("search-changed") { [self] in body(text) }
    }

    /// Called when Enter is pressed.
    @discardableResult
    public func onActivate(_ body: @escaping Action) -> Connection { on("activate", body) }

    /// Called when Escape is pressed.
    @discardableResult
    public func onStop(_ body: @escaping Action) -> Connection { on("stop-search", body) }

    /// Takes the keys pressed anywhere in a widget, so that typing there starts the search.
    public func captureKeys(of widget: Widget) {
        guard let opaque, let other = widget.widget else { return }
        gtk_search_entry_set_key_capture_widget(opaque, other)
    }
}

/// A field for a whole number or one with few decimals, with buttons to step. For years and counts; exact
/// decimals belong into an `Entry`.
public final class SpinButton: TextField {
    /// A field for numbers in a range. What is typed beyond it, or is no number, gives way to the number before; where
    /// `clamps` says so, to the nearest one of the range.
    public init(
        range: ClosedRange<Double>, step: Double = 1, decimals: Int = 0, value: Double? = nil,
        clamps: Bool = false
    ) {
        super.init(type: gtk_spin_button_get_type())
        takePastes()
        guard let opaque else { return }
        if !clamps { gtk_spin_button_set_update_policy(opaque, GTK_UPDATE_IF_VALID) }
        gtk_spin_button_set_range(opaque, range.lowerBound, range.upperBound)
        gtk_spin_button_set_increments(opaque, step, step * 10)
        set("digits", decimals)
        set("numeric", true)
        self.value = value ?? range.lowerBound
        activateDefaultOnEnter()
    }

    /// Lets Enter take the number and activate the default button of a window that has one: GTK 4.8 keeps it for the field.
    /// Where what is typed was not taken, the number before is shown first.
    private func activateDefaultOnEnter() {
        onKey(.capture) { [weak self] key in
            guard key.is(.enter), let self, window?.hasDefaultButton ?? false else { return false }
            if !waitsForPaste({ [weak self] in self?.activateDefault() }) { activateDefault() }
            return true
        }
    }

    private func activateDefault() {
        guard let opaque, let widget else { return }
        let typed = text
        gtk_spin_button_update(opaque)
        if text == typed { gtk_widget_activate_default(widget) } else { signalError() }
    }

    /// Changes the range; the number is moved into it.
    public func setRange(_ range: ClosedRange<Double>) {
        guard let opaque else { return }
        gtk_spin_button_set_range(opaque, range.lowerBound, range.upperBound)
    }

    /// The number, within the range.
    public var value: Double {
        get { double("value") }
        set { set("value", newValue) }
    }

    /// The number without decimals.
    public var intValue: Int {
        get { opaque.map { Int(gtk_spin_button_get_value_as_int($0)) } ?? 0 }
        set { value = Double(newValue) }
    }

    /// Called when the number changes.
    @discardableResult
    public func onValue(_ body: @escaping Action) -> Connection { on("value-changed", body) }
}
