import Synchronization

/// The language of the program's words: read from the environment, or set.
public enum Localization {
    @TaskLocal private static var scoped: Language?

    private static let process = Mutex(Gettext.languageOfEnvironment)

    /// The language that `tr` and its likes speak here and now.
    public static var language: Language {
        scoped ?? process.withLock { $0 }
    }

    /// Prepares the process: our words and those of the libraries (GTK's dialogs) then speak one language.
    ///
    /// To be called first thing by a program, before other threads run and before GTK starts; a program with GTK
    /// calls `gtk_disable_setlocale()` too, or GTK undoes it. Numbers keep C's notation, on which libraries that
    /// write files rely. Without this call the first `tr` does the same.
    /// - Parameters:
    ///   - arguments: the command line, in which `--lang XX` wins over everything.
    ///   - preferred: the language that the person chose for the program; it wins over the environment.
    public static func start(arguments: [String] = [], preferred: Language? = nil) {
        use(language: Language.asked(by: arguments) ?? preferred ?? Gettext.languageOfEnvironment)
    }

    /// Makes the whole process speak a language, whatever the environment says.
    public static func use(language: Language) {
        process.withLock { $0 = language }
        Gettext.setLanguageOfLibraries(language)
    }

    /// Speaks a language within a piece of work only, in all the tasks that it starts.
    ///
    /// For what has a language of its own, such as an Italian document printed by somebody who works in English.
    public static func with<Result>(_ language: Language, do work: () throws -> Result) rethrows -> Result {
        try $scoped.withValue(language, operation: work)
    }
}

extension Localization {
    /// The text domain of the language of the process, for `gtk_builder_set_translation_domain` and its likes.
    public static var textDomain: String {
        Gettext.domain(of: language)
    }
}
