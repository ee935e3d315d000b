import CGettext
import Glibc

/// The door to glibc's gettext.
///
/// glibc translates only in a locale that is not plain `C`, and only into the languages that the variable `LANGUAGE`
/// lists. A fresh Debian has no locale but `C` and `C.UTF-8`, so messages get `C.UTF-8`: the process where the
/// environment's locale is none, and our own calls whatever the process has. `LANGUAGE` gets the language of the libraries' words and after it the word `barometro`, a
/// language that only our catalogues have, with a text domain for each real language: so that any of them is at
/// hand at any time, on any thread, without another change of the environment.
enum Gettext {
    /// What the environment asked for before we changed it.
    static let languageOfEnvironment = Language.preferred { name in
        getenv(name).map { String(cString: $0) }
    }

    /// The translation of a key (`context\u{4}text` where it has a context), `nil` where there is none.
    static func translation(of key: String, into language: Language) -> String? {
        guard language != .english, !key.isEmpty, isReady else { return nil }
        return key.withCString { start in
            let former = uselocale(locale)
            defer { uselocale(former) }
            guard let found = dgettext(domain(of: language), start), found != start else { return nil }
            return String(cString: found)
        }
    }

    /// The translation that fits a count, `nil` where there is none.
    static func translation(of one: String, _ other: String, count: Int, into language: Language) -> String? {
        guard language != .english, !one.isEmpty, isReady else { return nil }
        return one.withCString { start in
            other.withCString { startOfOther in
                let former = uselocale(locale)
                defer { uselocale(former) }
                let found = dngettext(domain(of: language), start, startOfOther, count.magnitude)
                guard let found, found != start, found != startOfOther else { return nil }
                return String(cString: found)
            }
        }
    }

    /// Makes GLib, GTK and their likes speak a language too.
    static func setLanguageOfLibraries(_ language: Language) {
        guard isReady else { return }
        setenv("LANGUAGE", "\(language.rawValue):\(pseudoLanguage)", 1)
        // gettext forgets the answers that it keeps for the old value when a domain is bound.
        for language in Language.allCases { bind(language) }
    }

    private static let pseudoLanguage = "barometro"

    /// The locale of our own calls, of the calling thread alone: GTK and others may set that of the process to `C`.
    ///
    /// Shared between threads, which is safe: it is made once, and never changed or freed.
    nonisolated(unsafe) private static let locale = newlocale(
        (1 << LC_CTYPE) | (1 << LC_MESSAGES), "C.UTF-8", nil)

    /// Done once, at first use: locale, `LANGUAGE`, catalogues.
    private static let isReady: Bool = {
        for category in [LC_CTYPE, LC_MESSAGES] {
            let name = setlocale(category, "").map { String(cString: $0) } ?? "C"
            guard name == "C" || name == "POSIX" else { continue }
            setlocale(category, "C.UTF-8")
        }
        setenv("LANGUAGE", "\(languageOfEnvironment.rawValue):\(pseudoLanguage)", 1)
        for language in Language.allCases { bind(language) }
        return true
    }()

    /// The text domain that holds the catalogue of a language.
    static func domain(of language: Language) -> String {
        "barometro-\(language.rawValue)"
    }

    private static func bind(_ language: Language) {
        guard let folder = Catalogue.folder else { return }
        let domain = domain(of: language)
        bindtextdomain(domain, "\(folder)/catalogue-\(language.rawValue)")
        bind_textdomain_codeset(domain, "UTF-8")
    }
}
