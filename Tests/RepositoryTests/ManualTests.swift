import Foundation
import Testing

/// The manual: that it can be read by everybody, leads nowhere into the void, and speaks of what the window shows.
struct ManualTests {
    private static let folder = "Sources/App/Help/manuale"

    private static let pages = Repository.paths(in: [folder], endings: [".html"])

    @Test func `each page has a language, a title and one heading, and no heading skips a level`() throws {
        #expect(Self.pages.count > 15)
        for path in Self.pages {
            let text = try Repository.text(path)
            #expect(text.contains("<html lang=\"it\">"), "\(path)")
            #expect(text.contains(/<title>[^<]+<\/title>/), "\(path)")
            let levels = text.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
            #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1, "\(path)")
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(path)")
        }
    }

    @Test func `each picture says in words what it shows, and is there`() throws {
        for path in Self.pages {
            for image in try Repository.text(path).matches(of: /<img [^>]*>/) {
                let tag = String(image.0)
                let words = try #require(tag.firstMatch(of: /alt="([^"]*)"/), "\(path): \(tag)").1
                #expect(words.count > 20, "\(path): \(tag)")
                let source = try #require(tag.firstMatch(of: /src="([^"]*)"/), "\(path): \(tag)").1
                #expect(FileManager.default.fileExists(atPath: Self.url(String(source)).path), "\(source)")
            }
        }
    }

    @Test func `each link leads to a page, and the index to all of them`() throws {
        var linked: Set<String> = []
        for path in Self.pages {
            for link in try Repository.text(path).matches(of: /href="([^"]*)"/) {
                let target = String(link.1)
                #expect(FileManager.default.fileExists(atPath: Self.url(target).path), "\(path): \(target)")
                if path.hasSuffix("index.html") { linked.insert(target) }
            }
        }
        let names = Set(Self.pages.map { URL(filePath: $0).lastPathComponent })
        #expect(names.subtracting(linked) == ["index.html"])
    }

    /// A control that is renamed is renamed in the manual too.
    @Test func `what the manual names in bold is what the window says`() throws {
        let words = try Self.shownWords()
        #expect(words.count > 1000)
        var faults: [String] = []
        for path in Self.pages {
            for name in try Repository.text(path).matches(of: /<b>([^<]*)<\/b>/) {
                let said = name.1.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if !words.contains(said) { faults.append("\(path): \(said)") }
            }
        }
        expectNone(faults, remedy: "write the window's words")
    }

    @Test func `each page that the help opens is there`() throws {
        let source = try Repository.text("Sources/App/Help/HelpTopic.swift")
        let start = try #require(source.range(of: "func manualPage(of"))
        let names = source[start.upperBound...].prefix { $0 != "}" }.matches(of: /case [^:]+: "([a-z-]+)"/)
            .map { String($0.1) }
        #expect(names.count == 11)
        for name in names {
            #expect(FileManager.default.fileExists(atPath: Self.url("\(name).html").path), "\(name)")
        }
    }

    private static func url(_ name: String) -> URL {
        Repository.root.appending(path: folder).appending(path: name)
    }

    /// The Italian words of the program without their mnemonics; what is filled in is an ellipsis.
    private static func shownWords() throws -> Set<String> {
        let catalogue = try Catalogue(path: "po/it.po", text: Repository.text("po/it.po"))
        return Set(
            catalogue.entries.flatMap(\.translations).map {
                $0.replacing("_", with: "").replacing(/\{[a-z]+\}/, with: "…")
            })
    }
}
