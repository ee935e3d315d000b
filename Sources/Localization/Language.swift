/// A language that the program speaks.
public enum Language: String, CaseIterable, Sendable {
    /// The language of the source code, which needs no catalogue.
    case english = "en"
    /// The language of the people whom the program is for.
    case italian = "it"
    /// Official beside Italian in the province of Bolzano.
    case german = "de"
    /// Official beside Italian in the Aosta Valley.
    case french = "fr"

    /// Its name in itself, as lists of languages show it.
    public var ownName: String {
        switch self {
        case .english: "English"
        case .italian: "italiano"
        case .german: "Deutsch"
        case .french: "français"
        }
    }

    /// What the program speaks where nothing names a language that it has.
    public static let standard = Language.italian

    /// The language of a locale's name such as `it`, `it_IT.UTF-8` or `en@quot`; `nil` where we do not have it.
    public init?(locale: some StringProtocol) {
        let name = locale.prefix { !"_.@-".contains($0) }.lowercased()
        self.init(rawValue: name)
    }

    /// The first language that we have among those that `LANGUAGE`, then the locale for messages, ask for.
    ///
    /// `LANGUAGE` is a list with colons. The locale is the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not
    /// empty. Unlike plain gettext, a locale without a language (`C`, `POSIX`) does not mean English but `standard`.
    /// - Parameter environment: gives the value of a variable, `nil` where it is not set.
    public static func preferred(environment: (String) -> String?) -> Language {
        let wishes = (environment("LANGUAGE") ?? "").split(separator: ":").map(String.init)
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap(environment).first { !$0.isEmpty }
        let all = wishes + [locale].compactMap(\.self)
        return all.lazy.compactMap { Language(locale: $0) }.first ?? standard
    }

    /// The language that `--lang XX` or `--lang=XX` asks for, `nil` where it is not there or names none of ours.
    public static func asked(by arguments: [String]) -> Language? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { return nil }
            if argument.hasPrefix("--lang=") { return Language(locale: argument.dropFirst(7)) }
            guard argument == "--lang", index + 1 < arguments.count else { continue }
            return Language(locale: arguments[index + 1])
        }
        return nil
    }
}
