import Testing

/// Every text for people can be translated, and is translated.
struct TranslationsTests {
    @Test func `each call can be read by xgettext and fills its placeholders`() throws {
        for source in try Repository.swiftSources() {
            let (calls, unreadable) = TranslationCall.calls(in: source)
            expectNone(
                unreadable + calls.flatMap(\.violations), remedy: "see Sources/Localization/Translate.swift")
        }
    }

    @Test func `the list of files and the template are up to date`() throws {
        let calls = try Repository.swiftSources().flatMap { TranslationCall.calls(in: $0).calls }
        let listed = try Set(Repository.text("po/POTFILES").split(separator: "\n").map(String.init))
        let template = try Catalogue(path: "po/barometro.pot", text: Repository.text("po/barometro.pot"))
        expectNone(
            TranslationUpkeep.differences(calls: calls, listed: listed, template: template),
            remedy: "run Resources/translations, then translate in po/it.po")
    }

    /// The languages of `po/LINGUAS` are complete; others may lack texts, but what they have is right.
    @Test func `every text is translated into each language with its placeholders`() throws {
        let template = try Catalogue(path: "po/barometro.pot", text: Repository.text("po/barometro.pot"))
        let complete = try Repository.text("po/LINGUAS").split(separator: "\n").map(String.init)
        #expect(complete.contains("it"))
        for path in Repository.paths(in: ["po"], endings: [".po"]) {
            let catalogue = try Catalogue(path: path, text: Repository.text(path))
            #expect(Set(catalogue.entries.map(\.message)) == Set(template.entries.map(\.message)), "\(path)")
            let isComplete = complete.contains { path == "po/\($0).po" }
            expectNone(
                isComplete ? catalogue.violations : catalogue.faults, remedy: "translate in \(path)")
        }
    }
}

/// What the checks of translations find, shown on small bad examples.
struct TranslationChecksTests {
    private func calls(_ text: String) -> (calls: [TranslationCall], unreadable: [String]) {
        TranslationCall.calls(in: SourceFile(path: "Sources/ViewModels/A.swift", text: text))
    }

    @Test(arguments: [
        ("a(tr(\"Save\"))", Message(text: "Save")),
        ("trc(\n    \"month\",\n    \"May\")", Message(context: "month", text: "May")),
        (
            "trn(\"{count} line\", \"{count} lines\", lines.count)",
            Message(text: "{count} line", plural: "{count} lines")
        ),
        ("\"\\(tr(\"in a text\"))\"", Message(text: "in a text")),
        ("tr(\"say \\\"yes\\\"\\n\\u{E8}\")", Message(text: "say \"yes\"\nè")),
    ])
    func `calls are found with their texts`(text: String, expected: Message) {
        #expect(calls(text).calls.map(\.message) == [expected])
        #expect(calls(text).unreadable.isEmpty)
    }

    @Test(arguments: ["tr(text)", "tr(\"a\" + b)", "tr(\"\"\"\n    a\n    \"\"\")", "trn(\"one\", many, 2)"])
    func `what xgettext cannot read is found`(text: String) {
        #expect(calls(text).unreadable.count == 1)
    }

    @Test(arguments: [
        "func tr(_ text: StaticString)", "// tr(text)", "attr(text)", "let tr = 1", "\"tr(text)\"",
    ])
    func `what is no call is left alone`(text: String) {
        #expect(calls("\n\(text)").unreadable.isEmpty)
        #expect(calls("\n\(text)").calls.isEmpty)
    }

    @Test(arguments: [
        ("tr(\"{a} of {b}\", [\"a\": x])", 1),
        ("tr(\"{a}\")", 1),
        ("trn(\"{count} {a}\", \"{count} {a}\", f(n, 2))", 1),
        ("trn(\"{count} {a}\", \"{count} {a}\", n, [\"a\": x])", 0),
        ("trn(\"one\", \"{count}\", n)", 0),
        ("tr(\"{a} of {b}\", [\"a\": f(x, [1]), \"b\": y])", 0),
        ("tr(\"{a}\", values)", 0),
        ("tr(\"{a}\", [\"b\": x].merging(values) { $1 })", 0),
    ])
    func `a placeholder without a value is found`(text: String, count: Int) {
        #expect(calls(text).calls.flatMap(\.violations).count == count)
    }

    @Test(arguments: [
        ("msgid \"Save\"\nmsgstr \"\"", 1),
        ("#, fuzzy\nmsgid \"Save\"\nmsgstr \"Salva\"", 1),
        ("msgid \"{a} of {b}\"\nmsgstr \"{a} di {c}\"", 1),
        ("msgid \"{a}\"\nmsgstr \"\"\n\"{a}\"", 0),
        ("msgid \"one\"\nmsgid_plural \"{count} lines\"\nmsgstr[0] \"una\"\nmsgstr[1] \"{count} righe\"", 0),
        ("msgid \"one\"\nmsgid_plural \"{count} lines\"\nmsgstr[0] \"una\"\nmsgstr[1] \"\"", 1),
        ("msgid \"a {x}\"\nmsgid_plural \"{count} {x}\"\nmsgstr[0] \"una\"\nmsgstr[1] \"{count} {x}\"", 1),
        ("msgid \"\"\nmsgstr \"\"\n\"Language: it\\n\"", 0),
    ])
    func `a translation that is missing, unsure or lacks a placeholder is found`(text: String, count: Int) {
        #expect(Catalogue(path: "it.po", text: text).violations.count == count)
    }

    @Test func `a list of files and a template that lag behind are found`() {
        let calls = calls("tr(\"new\")").calls
        let template = Catalogue(path: "a.pot", text: "msgid \"old\"\nmsgstr \"\"")
        func differences(_ listed: Set<String>) -> Int {
            TranslationUpkeep.differences(calls: calls, listed: listed, template: template).count
        }
        #expect(differences(["Sources/ViewModels/A.swift"]) == 2)
        #expect(differences([]) == 3)
        #expect(differences(["Sources/ViewModels/A.swift", "Sources/ViewModels/B.swift"]) == 3)
        #expect(differences(["Sources/ViewModels/A.swift", "Resources/a.ui"]) == 1)
    }

    @Test func `entries keep context, plural and line`() {
        let text = "msgid \"\"\nmsgstr \"x\"\n\n#: A.swift\nmsgctxt \"c\"\nmsgid \"a\\\"\"\nmsgstr \"b\"\n"
        let expected = Catalogue.Entry(
            message: Message(context: "c", text: "a\""), translations: ["b"], line: 4)
        #expect(Catalogue(path: "it.po", text: text).entries == [expected])
    }
}
