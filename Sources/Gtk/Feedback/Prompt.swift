import CGtk
import CGtkShim

/// A question or a message that the window waits for.
public struct Prompt: Equatable, Sendable {
    /// An answer to choose.
    public struct Answer: Equatable, Sendable {
        /// How an answer looks.
        public enum Style: Equatable, Sendable {
            case normal, suggested, destructive
        }

        /// What the program calls it.
        public var id: String
        /// The words of its button: a verb.
        public var title: String
        /// How it looks.
        public var style: Style

        /// An answer.
        public init(_ id: String, _ title: String, _ style: Style = .normal) {
            self.id = id
            self.title = title
            self.style = style
        }
    }

    /// What happened, or what is asked.
    public var title: String
    /// What it means and what to do.
    public var detail: String?
    /// The answers; Enter gives the last one.
    public var answers: [Answer]

    /// A prompt.
    public init(_ title: String, detail: String? = nil, answers: [Answer]) {
        self.title = title
        self.detail = detail
        self.answers = answers
    }
}

/// Puts questions to a person. A protocol, so that tests answer in a person's place.
public protocol Prompter: AnyObject {
    /// Asks, and calls the body once with the chosen answer; with nil if the person closed the question.
    func ask(_ prompt: Prompt, for window: Window?, then body: @escaping @MainActor (String?) -> Void)
}

extension Prompter {
    /// Asks, and returns the chosen answer; nil if the person closed the question.
    public func ask(_ prompt: Prompt, for window: Window?) async -> String? {
        await withCheckedContinuation { continuation in
            ask(prompt, for: window) { continuation.resume(returning: $0) }
        }
    }
}

/// Asks by a message dialog.
public final class NativePrompter: Prompter {
    /// A prompter.
    public init() {}

    /// Shows the dialog and calls the body when it is answered.
    public func ask(
        _ prompt: Prompt, for window: Window?, then body: @escaping @MainActor (String?) -> Void
    ) {
        let dialog = Window(
            borrowing: shim_message_dialog_new(
                window?.raw, GTK_MESSAGE_QUESTION, prompt.title.withoutNul, prompt.detail?.withoutNul))
        let gtkDialog = dialog.pointer(GtkDialog.self)
        for (index, answer) in prompt.answers.enumerated() {
            let button = gtk_dialog_add_button(gtkDialog, answer.title.withoutNul, Int32(clamping: index))
            let handle = Widget(borrowing: button)
            handle.accessibleName(fromMnemonic: answer.title)
            if answer.style == .suggested { handle.css("suggested-action") }
            if answer.style == .destructive { handle.css("destructive-action") }
        }
        gtk_dialog_set_default_response(gtkDialog, Int32(clamping: prompt.answers.count - 1))
        dialog.onNumber("response") { response in
            dialog.destroy()
            body(prompt.answers.indices.contains(response) ? prompt.answers[response].id : nil)
        }
        dialog.present()
    }
}

/// Answers from a list, for tests.
public final class ScriptedPrompter: Prompter {
    /// What is still to be answered, the next first; when it is empty the question is closed.
    public var answers: [String?]
    /// What was asked.
    public private(set) var prompts: [Prompt] = []

    /// A prompter that gives these answers.
    public init(_ answers: [String?] = []) { self.answers = answers }

    /// Answers at once.
    public func ask(
        _ prompt: Prompt, for window: Window?, then body: @escaping @MainActor (String?) -> Void
    ) {
        prompts.append(prompt)
        body(answers.isEmpty ? nil : answers.removeFirst())
    }
}
