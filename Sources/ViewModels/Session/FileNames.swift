/// Names for files that the program proposes.
public enum FileNames {
    /// `text` without what file systems do not take, at most 80 characters; `barometro` where nothing is left.
    public static func safe(_ text: String) -> String {
        let words = text.comparisonKey.split(separator: " ").joined(separator: "-")
        let name = String(words.prefix(80))
        return name.isEmpty ? "barometro" : name
    }

    /// The name of a folder for `text`, as a person would write it: without what paths and file systems do not take.
    static func folder(_ text: String) -> String {
        let kept = text.map { $0 == "/" || $0.isNewline || $0 == "\0" ? " " : $0 }
        let words = String(kept).split(separator: " ").joined(separator: " ").drop { $0 == "." }
        return words.isEmpty ? "barometro" : String(words.prefix(80))
    }
}
