import Foundation
import Testing
import ToolSupport

/// The manual pages, made out of the programs' own help.
struct ManualPageTests {
    @Test func `every command and option that the help names stands in the page`() throws {
        let scratch = try Scratch()
        let programs = try #require(ToolRun.folder)
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/python3")
        let script = ToolRun.root.appending(path: "Resources/manpages").path(percentEncoded: false)
        python.arguments = [script, programs, scratch.path("man")]
        try python.run()
        python.waitUntilExit()
        try #require(python.terminationStatus == 0)

        let page = try String(contentsOfFile: scratch.path("man/it/man1/barometroctl.1"), encoding: .utf8)
            .replacing("\\-", with: "-").replacing(/\\f[BIR]/, with: "")
        let commands = try ToolRun(["--help"]).text.matches(of: /\n  ([a-z][a-z-]+) {2,}/).map { $0.1 }
        #expect(commands.count > 15)
        for command in commands {
            #expect(page.contains("\n.SS \(command)\n"), "\(command)")
            for option in try ToolRun([String(command), "--help"]).text.matches(of: /\n  (--[a-z-]+)/) {
                #expect(page.contains(option.1), "\(command) \(option.1)")
            }
        }
        let english = try String(contentsOfFile: scratch.path("man/man1/barometro.1"), encoding: .utf8)
        for option in ["archive", "author", "lang", "alone", "self\\-test", "version", "help"] {
            #expect(english.contains("\\-\\-\(option)"), "\(option)")
        }
        #expect(english.contains(".SH OPTIONS"))
        #expect(!page.contains(".SH OPTIONS"))
    }
}
