/// How much a file may ask of the program, so that no input can exhaust memory or time. Each reader counts what it
/// makes as it makes it, and stops at the limit.
public struct ReadingBudget: Hashable, Codable, Sendable {
    /// Largest file, in bytes.
    public var bytes: Int
    /// Largest sum of what the parts of a container hold once expanded, in bytes.
    public var expandedBytes: Int
    /// Most parts of a container.
    public var parts: Int
    /// Most cells of all tables, with the empty ones.
    public var cells: Int
    /// Most bytes of UTF-8 of all texts.
    public var textBytes: Int
    /// Most blocks.
    public var blocks: Int
    /// Most levels of elements, tables or groups within each other.
    public var depth: Int
    /// Most pages.
    public var pages: Int
    /// Findings of one code that are kept one by one; the last says how many more there were.
    public var findingsPerCode: Int
    /// Time by the wall clock for each begun megabyte, in seconds.
    public var secondsPerMegabyte: Int
    /// Time that any file has, in seconds.
    public var leastSeconds: Int
    /// Most memory of the program that reads, in bytes.
    public var memory: Int

    /// The budget of files that people send: 2 s a megabyte and 256 MB of memory.
    public static let standard = ReadingBudget()

    /// A budget; what is left out is the standard.
    public init(
        bytes: Int = 64 << 20, expandedBytes: Int = 512 << 20, parts: Int = 1000, cells: Int = 1_200_000,
        textBytes: Int = 64 << 20, blocks: Int = 300_000, depth: Int = 100, pages: Int = 5000,
        findingsPerCode: Int = 200, secondsPerMegabyte: Int = 2, leastSeconds: Int = 10,
        memory: Int = 256 << 20
    ) {
        self.bytes = bytes
        self.expandedBytes = expandedBytes
        self.parts = parts
        self.cells = cells
        self.textBytes = textBytes
        self.blocks = blocks
        self.depth = depth
        self.pages = pages
        self.findingsPerCode = findingsPerCode
        self.secondsPerMegabyte = secondsPerMegabyte
        self.leastSeconds = leastSeconds
        self.memory = memory
    }

    /// The time that a file of this many bytes has, in seconds.
    public func seconds(forBytes count: Int) -> Int {
        max(leastSeconds, (count + (1 << 20) - 1) >> 20 * secondsPerMegabyte)
    }
}
