import Foundation
import XCTest

/// The program used from outside: keys through the X server, and what a screen reader reads.
final class DriveTests: XCTestCase {
    func testAPersonWorksByKeyboardAndAScreenReaderReadsIt() throws {
        try drive { built, archive, folder in
            ["drive.py", built + "/barometro", built + "/barometroctl", archive, folder + "/allegato.pdf"]
        }
    }

    /// From the first start: archive, organisation, plan, targets, actuals, score, the report frozen, the year locked.
    func testAYearByKeyboardAloneFromNothingToTheFrozenReport() throws {
        try drive { built, _, folder in ["year.py", built + "/barometro", folder + "/anno"] }
    }

    func testEveryControlHasANameThatIsSpokenOnceAndTheMenuGivesTheFocusBack() throws {
        try drive { built, archive, _ in ["walk.py", built + "/barometro", archive] }
    }

    func testF1LeadsToTheManualsPageOfTheScreen() throws {
        try drive { built, archive, folder in ["help.py", built + "/barometro", archive, folder] }
    }

    /// Hundreds of times where `BAROMETRO_LONG` is set, else three.
    func testKilledWhileAPersonTypesTheWindowLosesNoFieldThatWasLeft() throws {
        let isLong = ProcessInfo.processInfo.environment["BAROMETRO_LONG"] != nil
        try drive { built, archive, _ in
            ["kill.py", built + "/barometro", built + "/barometroctl", archive, isLong ? "300" : "3", "1"]
        }
    }

    /// Runs a script of this folder on a sample archive: its name and arguments for the folder of the programs, the
    /// archive and a folder to write to.
    private func drive(
        _ command: (_ built: String, _ archive: String, _ folder: String) -> [String]
    ) throws {
        let environment = ProcessInfo.processInfo.environment
        guard environment["DISPLAY"] != nil, environment["DBUS_SESSION_BUS_ADDRESS"] != nil else {
            throw XCTSkip("SKIPPED: no display or no session bus; run Resources/check")
        }
        let python = "/usr/bin/python3"
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw XCTSkip("SKIPPED: no \(python)")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let built = try XCTUnwrap(DriveTests.built, "the programs are not built")
        let archive = folder.appending(path: "esempio").path
        XCTAssertEqual(try run(built + "/barometroctl", ["sample", archive], folder), 0)

        var arguments = command(built, archive, folder.path)
        arguments[0] = URL(filePath: #filePath).deletingLastPathComponent().appending(path: arguments[0]).path
        // In a session of its own: the bus of a screen reader ends with the first program that it read.
        let code = try run("/usr/bin/env", ["dbus-run-session", "--", python] + arguments, folder)
        XCTAssertEqual(code, 0, "a step was not seen; the lines above say which")
    }

    private func run(_ program: String, _ arguments: [String], _ home: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["XDG_CONFIG_HOME"] = home.path
        environment["LANGUAGE"] = "it"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// The folder of the built programs: where the tests' bundle lies.
    static let built: String? = {
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + [Bundle.main.bundlePath]
        return bundles.map { URL(filePath: $0).deletingLastPathComponent().path }
            .first { FileManager.default.isExecutableFile(atPath: $0 + "/barometro") }
    }()
}
