import Testing

/// Files and functions stay short enough to be read at one go.
struct SizesTests {
    @Test func `no file is longer than 700 lines and no function longer than 80`() throws {
        let paths = Repository.paths(in: ["Sources", "Tests"], endings: [".swift", ".c", ".h"])
        var fileLengths: [Int] = []
        var functionLengths: [Int] = []
        for path in paths {
            let source = SourceFile(path: path, text: try Repository.text(path))
            let length = Sizes.lines(of: source.text)
            #expect(length <= Sizes.file, "\(path) has \(length) lines: split it by subject")
            let functions = Sizes.functions(of: source)
            for function in functions where function.length > Sizes.function {
                Issue.record("\(path):\(function.line): \(function.name) has \(function.length) lines")
            }
            guard path.hasPrefix("Sources") else { continue }
            fileLengths.append(length)
            functionLengths += functions.map(\.length)
        }
        report("files", fileLengths, aim: (median: 120, high: 450))
        report("functions", functionLengths, aim: (median: 9, high: 40))
    }

    /// Says how long things are; more than we aim at is a warning, not a failure: the limits above are for that.
    private func report(_ what: String, _ lengths: [Int], aim: (median: Int, high: Int)) {
        let median = Sizes.quantile(0.5, of: lengths)
        let high = Sizes.quantile(0.95, of: lengths)
        let said =
            "\(lengths.count) \(what): median \(median), 95th percentile \(high), longest \(lengths.max() ?? 0)"
        print(said)
        guard median > aim.median || high > aim.high else { return }
        Issue.record("\(said): we aim at \(aim.median) and \(aim.high)", severity: .warning)
    }

    @Test func `a function is measured from its name to its closing brace`() {
        let source = SourceFile(
            path: "Sources/A/A.swift",
            text: """
                struct A {
                    init(a: () -> Void = { }) { self.init() }
                    func one(
                        a: Int
                    ) -> [Int] where T: B {
                        if a { b("}") } // }
                        func inner() {
                        }
                    }
                    var c: Int { 1 }
                }
                protocol P {
                    func requirement()
                    var d: Int { get }
                }
                """)
        #expect(
            Sizes.functions(of: source) == [
                MeasuredFunction(name: "init", line: 2, length: 1),
                MeasuredFunction(name: "one", line: 3, length: 7),
                MeasuredFunction(name: "inner", line: 7, length: 2),
            ])
    }

    @Test func `functions of C are measured too`() {
        let source = SourceFile(
            path: "Sources/A/a.c",
            text:
                "struct a { int b; };\nint f(void);\nstatic int\nf(int a)\n{\n  if (a) { g(); }\n}\nint a[] = { 1 };\n"
        )
        #expect(Sizes.functions(of: source) == [MeasuredFunction(name: "f", line: 4, length: 4)])
    }

    @Test func `a function of 81 lines is found to be too long`() {
        let body = String(repeating: "a()\n", count: 79)
        let source = SourceFile(path: "A.swift", text: "func long() {\n\(body)}")
        #expect(Sizes.functions(of: source).map(\.length) == [81])
        #expect(Sizes.lines(of: source.text) == 81)
        #expect(Sizes.lines(of: source.text + "\n") == 81)
    }

    @Test(arguments: [([], 0), ([7], 7), ([1, 2, 3], 2), ([3, 1, 2, 100], 3)])
    func `the median is the number in the middle`(numbers: [Int], median: Int) {
        #expect(Sizes.quantile(0.5, of: numbers) == median)
    }
}
