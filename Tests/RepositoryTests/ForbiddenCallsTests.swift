import Testing

/// Nothing is written that ends the program on bad input or makes a score depend on more than its inputs.
struct ForbiddenCallsTests {
    @Test func `the sources call nothing that is forbidden`() throws {
        let sources = try Repository.swiftSources()
        #expect(sources.count > 20, "the sources were not found")
        expectNone(try sources.flatMap(ForbiddenCall.violations), remedy: "see ForbiddenCalls.swift")
    }

    @Test(arguments: [
        "let a = try! b()", "let a = b as! C", "fatalError(\"no\")", "preconditionFailure()",
        "// TO" + "DO later",
        "/* FIX" + "ME */",
    ])
    func `what ends the program is found in every target`(line: String) throws {
        #expect(try violations(of: line, in: "ViewModels").count == 1)
        #expect(try violations(of: line, in: "Scoring").count == 1)
    }

    @Test(arguments: [
        "let now = Date()", "let now = Date.now", "Locale.current", "UUID()", "UUID( )",
        "Int.random(in: 0...1)",
        "SystemRandomNumberGenerator()", "list.shuffled()", "print(a)", "FileManager.default",
        "try Data(contentsOf: url)", "var a: Double", "let a = Float(b)", "let a = 0.5", "a.formatted()",
        "let clock = ContinuousClock()",
    ])
    func `what makes a result depend on more than its inputs is found in the core only`(line: String) throws {
        #expect(try violations(of: line, in: "Scoring").count >= 1)
        #expect(try violations(of: line, in: "Model").count >= 1)
        #expect(try violations(of: line, in: "ViewModels").isEmpty)
    }

    @Test(arguments: [
        "// Date() is an argument", "let a = \"try! print(Double)\"", "let d = CalendarDate(year: 1)",
        "fingerprint(a)",
        "func reopen(at: Int)", "let a = try? b()", "let t = c as? D", "UUID(name: n)", "tuple.0.1",
        "sum { $0.1 }", "1...10",
        "v2.3",
        "isDoubled(a)",
    ])
    func `what only looks like it passes`(line: String) throws {
        #expect(try violations(of: line, in: "Scoring").isEmpty)
    }

    private func violations(of line: String, in target: String) throws -> [String] {
        try ForbiddenCall.violations(in: SourceFile(path: "Sources/\(target)/A.swift", text: line))
    }
}
