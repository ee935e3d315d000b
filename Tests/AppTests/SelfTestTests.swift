import Foundation
import XCTest

/// `barometro --self-test`, called as an office calls it after the installation.
final class SelfTestTests: XCTestCase {
    func testEverythingWorksAndNothingOfThePersonIsTouched() throws {
        let run = try SelfTestRun()
        XCTAssertEqual(run.code, 0, run.text)
        XCTAssertTrue(run.text.hasSuffix("Funziona tutto.\n"), run.text)
        for format in ["CSV", "DOCX", "HTML", "ODS", "ODT", "TXT", "XLSX"] {
            XCTAssertTrue(run.text.contains("funziona: un file viene letto: \(format)\n"), format)
        }
        XCTAssertEqual(run.left, [], "it left something in the person's folders")
    }

    func testWithoutTheProgramThatReadsFilesItSaysWhatIsNotRead() throws {
        let run = try SelfTestRun(["BAROMETRO_READER": "/nonexistent/barometro-reader"])
        XCTAssertEqual(run.code, 1)
        XCTAssertTrue(run.text.contains("NON FUNZIONA: un file viene letto: XLSX: "), run.text)
        XCTAssertTrue(run.text.contains("NON FUNZIONA: il PDF viene letto: "), run.text)
        XCTAssertTrue(run.text.contains("funziona: un documento è stampato in PDF\n"), run.text)
        XCTAssertTrue(run.text.hasSuffix("6 passi non funzionano.\n"), run.text)
    }

    func testMovedWithoutItsFilesItSaysWhatIsMissing() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let built = try XCTUnwrap(DriveTests.built, "the programs are not built")
        for name in ["barometro", "barometro-reader"] {
            try FileManager.default.copyItem(atPath: "\(built)/\(name)", toPath: folder.path + "/\(name)")
        }
        let run = try SelfTestRun(program: folder.path + "/barometro")
        XCTAssertEqual(run.code, 1)
        XCTAssertTrue(run.text.contains("style.css"), run.text)
    }

    func testWithoutADisplayItSaysSo() throws {
        let run = try SelfTestRun(["DISPLAY": "", "WAYLAND_DISPLAY": ""])
        XCTAssertEqual(run.code, 1)
        XCTAssertEqual(run.text, "Non c’è uno schermo su cui aprire una finestra.\n")
    }
}

/// A run of the self-test, in a home of its own.
private struct SelfTestRun {
    let code: Int32
    let text: String
    /// What was in the home when it had ended.
    let left: [String]

    init(_ changes: [String: String] = [:], program: String? = nil) throws {
        var environment = ProcessInfo.processInfo.environment
        guard environment["DISPLAY"] != nil else {
            throw XCTSkip("SKIPPED: no display; run Resources/check")
        }
        let home = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        environment["LANGUAGE"] = "it"
        environment["HOME"] = home.path
        for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME"] { environment[name] = home.path + "/\(name)" }
        environment.merge(changes) { $1 }
        let process = Process()
        let built = try XCTUnwrap(DriveTests.built, "the programs are not built")
        process.executableURL = URL(filePath: program ?? built + "/barometro")
        process.arguments = ["--self-test"]
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        code = process.terminationStatus
        let all = FileManager.default.enumerator(atPath: home.path)?.compactMap { $0 as? String } ?? []
        left = all.filter { $0.contains("barometro") }
    }
}
