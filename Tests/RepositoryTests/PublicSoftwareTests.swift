import Foundation
import Testing

/// What catalogues of software are told about the program: in one voice.
struct PublicSoftwareTests {
    private static let metainfo = "Resources/desktop/it.barometro.Barometro.metainfo.xml"

    @Test func `the version and the day are the same wherever they stand`() throws {
        let code = try Repository.text("Sources/UserMessages/AboutProgram.swift")
        let version = try Self.first(/version = "([^"]+)"/, in: code)
        let listed = try Repository.text("publiccode.yml")
        #expect(try Self.first(/softwareVersion: "([^"]+)"/, in: listed) == version)
        let release = try Repository.text(Self.metainfo)
        #expect(try Self.first(/<release version="([^"]+)"/, in: release) == version)
        let day = try Self.first(/releaseDate: "([^"]+)"/, in: listed)
        #expect(try Self.first(/<release [^>]*date="([^"]+)"/, in: release) == day)
        let changes = try Repository.text("CHANGELOG.md")
        #expect(try Self.first(/\n## ([0-9.]+)/, in: changes) == version)
    }

    @Test func `publiccode has what version 0.7 asks for`() throws {
        let text = try Repository.text("publiccode.yml")
        #expect(text.contains("publiccodeYmlVersion: \"0.7\"\n"))
        let needed = [
            "name", "url", "platforms", "categories", "developmentStatus", "softwareType", "description",
            "legal", "maintenance", "localisation",
        ]
        for key in needed { #expect(text.contains("\n\(key):"), "\(key)") }
        for language in ["it", "en"] { #expect(text.contains("\n  \(language):\n"), "\(language)") }
        for short in text.matches(of: /shortDescription: >-\n((?:      .*\n)+)/) {
            let words = short.1.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
            #expect((1...150).contains(words.count), "\(words)")
        }
        for long in text.matches(of: /longDescription: \|\n((?:      .*\n|\n)+)/) {
            #expect((150...10_000).contains(long.1.count))
        }
    }

    /// A validator refuses whatever the standard does not know.
    @Test func `publiccode has no word that version 0.7 does not know`() throws {
        let text = try Repository.text("publiccode.yml")
        let known: Set<String> = [
            "publiccodeYmlVersion", "name", "applicationSuite", "url", "landingURL", "isBasedOn",
            "softwareVersion", "releaseDate", "logo", "organisation", "inputTypes", "outputTypes",
            "platforms", "categories", "usedBy", "fundedBy", "roadmap", "developmentStatus",
            "softwareType", "supports", "intendedAudience", "description", "legal", "maintenance",
            "localisation", "dependsOn", "IT",
        ]
        #expect(Set(text.matches(of: /(?m)^([A-Za-z]+):/).map { String($0.1) }).subtracting(known) == [])
        let values: [(value: String, among: Set<String>)] = [
            (
                try Self.first(/\ndevelopmentStatus: (\S+)/, in: text),
                ["concept", "development", "beta", "stable", "obsolete"]
            ),
            (
                try Self.first(/\nsoftwareType: "([^"]+)"/, in: text),
                [
                    "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web",
                    "standalone/backend", "standalone/other", "addon", "library", "configurationFiles",
                ]
            ),
            (
                try Self.first(/\nmaintenance:\n  type: "([^"]+)"/, in: text),
                ["internal", "contract", "community", "none"]
            ),
            (try Self.first(/\n  license: (\S+)/, in: text), ["EUPL-1.2"]),
        ]
        for (value, among) in values { #expect(among.contains(value), "\(value)") }
        #expect(text.contains(/\n  contacts:\n    - name: \S/))
    }

    /// The repository's address is not known before it is published: then it is set here and there alike.
    @Test func `catalogues and shops are told one address`() throws {
        let listed = try Self.first(/\nurl: "([^"]+)"/, in: Repository.text("publiccode.yml"))
        let home = listed.hasSuffix(".git") ? String(listed.dropLast(4)) : listed
        let metainfo = try Repository.text(Self.metainfo)
        #expect(try Self.first(/<url type="homepage">([^<]+)</, in: metainfo) == home)
        let pictures = metainfo.matches(of: /<image type="source">([^<]+)</).map { String($0.1) }
        #expect(pictures.count > 2 && pictures.allSatisfy { $0.hasPrefix(home + "/") })
    }

    @Test func `the files that catalogues are told of are there`() throws {
        let listed = try Repository.text("publiccode.yml").matches(of: /(?:- |logo: )(\S+\.(?:png|svg))/)
        let pictures = try Repository.text(Self.metainfo).matches(of: /\/raw\/main\/([^<]+)</)
        let paths = listed.map { String($0.1) } + pictures.map { String($0.1) }
        #expect(paths.count >= 10)
        for path in paths {
            let file = Repository.root.appending(path: path).path
            #expect(FileManager.default.fileExists(atPath: file), "\(path)")
        }
    }

    @Test func `window, desktop entry, metainfo and icons have one name`() throws {
        let name = try Self.first(
            /Application\(id: "([^"]+)"/, in: Repository.text("Sources/App/Program.swift"))
        let entry = try Repository.text("Resources/desktop/\(name).desktop")
        #expect(entry.contains("\nIcon=\(name)\n"))
        #expect(try Self.first(/<id>([^<]+)<\/id>/, in: Repository.text(Self.metainfo)) == name)
        let icons = Repository.paths(in: ["Sources/App/Style/icons"], endings: [".svg"])
        #expect(icons.contains { $0.hasSuffix("scalable/apps/\(name).svg") })
        #expect(icons.contains { $0.hasSuffix("symbolic/apps/\(name)-symbolic.svg") })
    }

    @Test func `parts have one type, in the desktop's words as in the program's`() throws {
        let types = try Repository.text("Resources/desktop/it.barometro.Barometro.mime.xml")
        let type = try Self.first(/<mime-type type="([^"]+)"/, in: types)
        #expect(types.contains("<glob pattern=\"*.barometro\"/>"))
        let entry = try Repository.text("Resources/desktop/it.barometro.Barometro.desktop")
        #expect(entry.contains("\nMimeType=\(type);\n") && entry.contains("\nExec=barometro %F\n"))
        let icons = Repository.paths(in: ["Sources/App/Style/icons"], endings: [".svg"])
        let icon = try Self.first(/<icon name="([^"]+)"/, in: types)
        #expect(icons.contains { $0.hasSuffix("mimetypes/\(icon).svg") })
    }

    private static func first(_ pattern: some RegexComponent<(Substring, Substring)>, in text: String) throws
        -> String
    {
        String(try #require(text.firstMatch(of: pattern)).output.1)
    }
}
