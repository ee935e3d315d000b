import Testing

/// The checks of this target rest on telling code from comments and strings.
struct TokenizerTests {
    private func code(_ text: String, isC: Bool = false) -> String {
        SourceFile(path: isC ? "a.c" : "a.swift", text: text).code
    }

    @Test(arguments: [
        (#"let a = "func {" // {"#, ##"let a = "" "##),
        (#"f("\"{" + b)"#, #"f("" + b)"#),
        (##"let a = #"x"{"# + b"##, ##"let a = #""# + b"##),
        (#"a("x\(b("}" + c))y{")d"#, #"a("\(b("" + c))")d"#),
        ("a /* { /* } */ { */ b", "a  b"),
        (#"let r = /a"{\/b/.ignoresCase()"#, "let r = .ignoresCase()"),
        ("let q = a / b / c", "let q = a / b / c"),
    ])
    func `comments and the contents of literals are no code`(source: String, expected: String) {
        #expect(code(source) == expected)
    }

    @Test func `the lines of a literal of several lines are kept`() {
        let quotes = String(repeating: "\"", count: 3)
        let source = "a = \(quotes)\n  \"{\"\n  \(quotes)\nb"
        #expect(code(source) == "a = \(quotes)\n\n\(quotes)\nb")
    }

    @Test func `C has characters in quotes and comments that do not nest`() {
        #expect(code("a = '\"'; /* /* */ b \"}\\\"\" c", isC: true) == "a = ;  b  c")
    }

    @Test func `a token knows its line and whether a literal is whole`() {
        let tokens = Tokenizer.tokens(of: "a\n\"b\"\n\"c\\(d)\"")
        #expect(tokens.contains(Token(kind: .string(isWhole: true, isMultiline: false), text: "b", line: 2)))
        #expect(tokens.contains(Token(kind: .string(isWhole: false, isMultiline: false), text: "c", line: 3)))
    }
}
