import Foundation
import Glibc
import Gtk
import Localization

/// What `barometro --self-test` does: it tries what the program is for, on the sample in a folder of its own, and says
/// of each step whether it works. Nothing of the person who calls it is read or changed.
final class SelfTest {
    /// The longest that all of it may take.
    nonisolated static let seconds = 30

    /// What does not work, in words.
    struct Failure: Error {
        /// What was seen instead.
        let words: String
    }

    private let folder: URL
    private var failures = 0

    private init(_ folder: URL) {
        self.folder = folder
    }

    /// Tries everything; the exit code, 0 where all of it works.
    static func run() -> Int32 {
        guard Gtk.initialize() else {
            say(tr("There is no display to open a window on."))
            return 1
        }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "barometro-\(UUID().uuidString)", directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            say(tr("No folder can be made in {folder}.", ["folder": folder.deletingLastPathComponent().path]))
            return 1
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] { setenv(name, folder.path, 1) }
        endInTime(removing: folder)
        return SelfTest(folder).run()
    }

    private func run() -> Int32 {
        let application = Application(id: "it.barometro.SelfTest", opensFiles: false, isUnique: false)
        application.onStartup { Style.install() }
        application.onActivate { [self] in
            let steps = SelfTestSteps(application, folder: folder)
            for step in steps.all { attempt(step) }
            steps.close()
            application.quit()
        }
        _ = application.run(["barometro"])
        SelfTest.say(
            failures == 0
                ? tr("Everything works.")
                : trn("{count} step does not work.", "{count} steps do not work.", failures))
        return failures == 0 ? 0 : 1
    }

    private func attempt(_ step: SelfTestStep) {
        do {
            try step.body()
            SelfTest.say(tr("works: {what}", ["what": step.title]))
        } catch {
            failures += 1
            let words = (error as? Failure)?.words ?? "\(error)"
            SelfTest.say(tr("DOES NOT WORK: {what}: {reason}", ["what": step.title, "reason": words]))
        }
    }

    /// Ends the program where a step never does.
    private static func endInTime(removing folder: URL) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) {
            say(tr("DOES NOT WORK: it was not done within {count} seconds.", ["count": "\(seconds)"]))
            try? FileManager.default.removeItem(at: folder)
            exit(1)
        }
    }

    private nonisolated static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
