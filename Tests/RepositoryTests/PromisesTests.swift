import Foundation
import Testing

/// What the archive promises, each with the tests that hold it to that.
struct PromisesTests {
    @Test func `every test that a promise names is there`() throws {
        let page = try Repository.text("Sources/DocumentStore/DocumentStore.docc/Promises.md")
        let named = Promises.tests(in: page)
        #expect(named.count > 40)
        let paths = Repository.paths(in: ["Tests"], endings: [".swift"])
        let sources = try paths.reduce(into: [:]) { sources, path in
            sources[String(path.split(separator: "/").last?.dropLast(6) ?? ""), default: ""] +=
                try Repository.text(path)
        }
        expectNone(Promises.missing(named, in: sources), remedy: "name the test that holds the promise")
    }

    @Test func `the version is the same in the program and in the catalogue of public software`() throws {
        let program = try Repository.text("Sources/UserMessages/AboutProgram.swift")
        let catalogue = try Repository.text("publiccode.yml")
        let version = program.firstMatch(of: /static let version = "([^"]+)"/)?.1
        #expect(version != nil)
        #expect(catalogue.contains("softwareVersion: \"\(version ?? "")\""))
    }

    @Test func `every promise names a test`() throws {
        let page = try Repository.text("Sources/DocumentStore/DocumentStore.docc/Promises.md")
        let promises = page.components(separatedBy: "\n- ").dropFirst()
        let bare = promises.filter { Promises.tests(in: $0).isEmpty }
        expectNone(Array(bare), remedy: "name the test that holds the promise")
    }

    @Test func `a test that is missing is found`() {
        let sources = ["LockTests": "@Test func held() {}"]
        #expect(Promises.missing(["LockTests.held", "LockTests"], in: sources) == [])
        #expect(Promises.missing(["LockTests.hel", "Lock"], in: sources) == ["LockTests.hel", "Lock"])
    }
}

/// The tests that a page of promises names.
enum Promises {
    /// What stands between backticks and begins with a suite: `LockTests` or `LockTests.name`.
    static func tests(in page: String) -> [String] {
        page.matches(of: /`(\w+Tests(\.\w+)?)`/).map { String($0.1) }
            .filter { $0 != "RepositoryTests" }
    }

    /// Those of `names` whose suite or test no source has; sources go by the names of their files.
    static func missing(_ names: [String], in sources: [String: String]) -> [String] {
        names.filter { name in
            let parts = name.split(separator: ".").map(String.init)
            guard let suite = parts.first, let text = sources[suite] else { return true }
            return parts.count > 1 && !text.contains("func \(parts[1])(")
        }
    }
}
