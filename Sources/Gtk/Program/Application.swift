import CGtk
import CGtkShim
import Foundation

/// The program: one instance on the desktop, its actions, its keys.
public final class Application: Object, ActionMap {
    private typealias Opened = @MainActor ([URL]) -> Void

    /// An application by its reverse-domain identifier.
    ///
    /// - Parameters:
    ///   - opensFiles: whether the desktop may hand it files, as arguments or while it runs.
    ///   - isUnique: whether a second start only brings the first to the front. Tests want it false.
    public init(id: String, opensFiles: Bool = true, isUnique: Bool = true) {
        var flags: UInt32 = 0
        if opensFiles { flags |= G_APPLICATION_HANDLES_OPEN.rawValue }
        if !isUnique { flags |= G_APPLICATION_NON_UNIQUE.rawValue }
        keepLocale()
        leaveOutEmulatedGL()
        let application = gtk_application_new(id, GApplicationFlags(rawValue: flags))
        super.init(application.map { UnsafeMutableRawPointer($0) }, .owned)
        MainQueue.install()
    }

    private var application: UnsafeMutablePointer<GApplication>? { pointer(GApplication.self) }

    /// Where the actions are kept.
    var actionMap: Object { self }
    /// What comes before the names of its actions.
    var actionPrefix: String { "app" }

    /// Called once, before anything is shown.
    @discardableResult
    public func onStartup(_ body: @escaping Action) -> Connection { on("startup", body) }

    /// Called when the program is started, or started again, without files.
    @discardableResult
    public func onActivate(_ body: @escaping Action) -> Connection { on("activate", body) }

    /// Called at the end, when the last window is gone.
    @discardableResult
    public func onShutdown(_ body: @escaping Action) -> Connection { on("shutdown", body) }

    /// Called with the files that the desktop or the command line hands over. What has no path is left out.
    public func onOpen(_ body: @escaping @MainActor ([URL]) -> Void) {
        let trampoline:
            @convention(c) (
                UnsafeMutableRawPointer?, UnsafeMutablePointer<OpaquePointer?>?, Int32,
                UnsafePointer<CChar>?, UnsafeMutableRawPointer?
            ) -> Void = { _, files, count, _, data in
                guard let body = ClosureBox<Opened>.body(at: data), let files else { return }
                let urls = (0..<Int(count)).compactMap { files[$0].flatMap(url(of:)) }
                MainActor.assumeIsolated { body(urls) }
            }
        connect("open", unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Opened>.retained(body))
    }

    /// Called when the system asks the program to end: at logout, at shutdown, by `kill`.
    public func onTerminate(_ body: @escaping Action) {
        for number in [SIGTERM, SIGHUP, SIGINT] {
            _ = shim_on_unix_signal(
                number,
                { data in
                    guard let body = ClosureBox<Action>.body(at: data) else { return 0 }
                    MainActor.assumeIsolated { body() }
                    return 1
                }, ClosureBox<Action>.retained(body), releaseBox)
        }
    }

    /// Runs the program until its last window is closed.
    ///
    /// - Parameter arguments: the command line, with the program's name first.
    /// - Returns: the exit code.
    public func run(_ arguments: [String] = CommandLine.arguments) -> Int32 {
        guard let application else { return 1 }
        let copies: [UnsafeMutablePointer<CChar>?] = arguments.map { g_strdup($0) }
        defer { copies.forEach { g_free($0) } }
        var argv = copies + [nil]
        return g_application_run(application, Int32(clamping: arguments.count), &argv)
    }

    /// Ends the main loop at once, whatever windows there are.
    public func quit() {
        guard let application else { return }
        g_application_quit(application)
    }

    /// The window that had the focus last.
    public var activeWindow: Window? {
        guard let window = gtk_application_get_active_window(pointer(GtkApplication.self)) else { return nil }
        return Window(borrowing: window)
    }

    /// Sets the keys of an action by its full name; an empty list takes them away.
    public func accelerators(_ keys: [String], for action: String) {
        guard let application = pointer(GtkApplication.self) else { return }
        withCStrings(keys) { gtk_application_set_accels_for_action(application, action, $0) }
    }

    /// Shows a message outside of the window, through the desktop.
    public func notify(_ title: String, body: String) {
        guard let application, let notification = g_notification_new(title) else { return }
        g_notification_set_body(notification, body)
        g_application_send_notification(application, nil, notification)
        g_object_unref(UnsafeMutableRawPointer(notification))
    }
}

/// The address of a GFile that has a path on this machine.
nonisolated func url(of file: OpaquePointer) -> URL? {
    guard let path = g_file_get_path(file) else { return nil }
    defer { g_free(path) }
    return URL(fileURLWithPath: String(cString: path))
}

/// Keeps GTK from GL where there is no graphics card. It would be emulated, which costs fifty megabytes and a fifth of a
/// second at the start, and GTK paints such windows without it all the same. What the environment says already stays so.
private func leaveOutEmulatedGL() {
    let cards = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/dri")) ?? []
    let hasCard =
        cards.contains { $0.hasPrefix("renderD") } || FileManager.default.fileExists(atPath: "/dev/nvidia0")
    if !hasCard { setenv("GDK_DEBUG", "gl-disable", 0) }
}
