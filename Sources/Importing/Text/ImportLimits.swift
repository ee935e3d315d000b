import Reading

/// Sizes beyond which a file is refused before it is read, so that no input can exhaust memory.
///
/// The four documents that the program was built on are all below 0.3 MB; a whole municipal report in text is below 4 MB.
public enum ImportLimits {
    /// Largest text, in bytes: the one that is read.
    public static let maximumBytes = TextReader.mostBytes

    /// Largest number of lines of one file.
    public static let maximumLines = 150_000

    /// Largest number of table cells of one file.
    public static let maximumCells = 1_000_000

    /// Longest label or heading that is compared with a vocabulary, in bytes of UTF-8.
    public static let maximumLabelBytes = 160

    /// Longest title that stands behind its label or code, in bytes of UTF-8.
    public static let maximumTitleBytes = 600

    /// Longest text that rows and lines are still joined to, in bytes of UTF-8.
    public static let maximumJoinedBytes = 20_000

    /// Rows of one list below its label; what comes after them is read as lines of their own.
    static let maximumListRows = 1000

    /// Findings of one code that are kept one by one; the rest is told as a number.
    public static let maximumNotesPerCode = 500
}
