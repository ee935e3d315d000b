import Testing

@testable import Localization

/// Which language the program speaks, by environment and by `--lang`.
struct LanguageTests {
    @Test(arguments: [
        ([:], Language.italian),
        (["LANG": "C"], .italian),
        (["LC_ALL": "POSIX", "LANG": "en_GB.UTF-8"], .italian),
        (["LANG": "de_IT.UTF-8"], .german),
        (["LANG": "fr_IT.UTF-8"], .french),
        (["LANG": "es_ES.UTF-8"], .italian),
        (["LANG": "it_IT.UTF-8"], .italian),
        (["LANG": "en_US.UTF-8"], .english),
        (["LANG": "it_IT.UTF-8", "LC_MESSAGES": "en_GB"], .english),
        (["LC_ALL": "", "LANG": "en"], .english),
        (["LANG": "C", "LANGUAGE": "en"], .english),
        (["LANG": "en_US.UTF-8", "LANGUAGE": "it"], .italian),
        (["LANG": "it_IT.UTF-8", "LANGUAGE": "es:en_US:it"], .english),
        (["LANG": "it_IT.UTF-8", "LANGUAGE": "de:it"], .german),
        (["LANG": "en_US.UTF-8", "LANGUAGE": "es"], .english),
    ])
    func `the environment chooses, Italian where it names no language of ours`(
        environment: [String: String], expected: Language
    ) {
        #expect(Language.preferred { environment[$0] } == expected)
    }

    @Test(arguments: [
        (["check", "--lang", "en"], Language.english),
        (["--lang=it", "check"], .italian),
        (["--lang=en_GB.UTF-8"], .english),
        (["--lang", "xx"], nil),
        (["--lang"], nil),
        (["--", "--lang", "en"], nil),
        (["--language", "en"], nil),
        ([], nil),
    ])
    func `the command line wins where it names a language of ours`(
        arguments: [String], expected: Language?
    ) {
        #expect(Language.asked(by: arguments) == expected)
    }
}
