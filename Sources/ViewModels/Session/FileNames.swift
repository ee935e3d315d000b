/// Names for files that the program proposes.
public enum FileNames {
    /// `text` without what file systems do not take, at most 80 characters; `barometro` where nothing is left.
    public static func safe(_ text: String) -> String {
        let words = text.comparisonKey.split(separator: " ").joined(separator: "-")
        let name = String(words.prefix(80))
        return name.isEmpty ? "barometro" : name
    }
}
