import Reading

/// Characters that are collected while an element lasts, at most as many as a document may have.
struct TextBuffer {
    private var bytes: [UInt8] = []
    private let limit: Int

    /// An empty buffer.
    init(_ budget: ReadingBudget) { limit = budget.textBytes }

    /// True where nothing was collected.
    var isEmpty: Bool { bytes.isEmpty }

    /// Adds characters.
    mutating func append(_ more: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        guard bytes.count + more.count <= limit else { throw .tooLarge(what: "text", limit: limit) }
        bytes.append(contentsOf: more)
    }

    /// Adds a text.
    mutating func append(_ text: String) throws(ReadingError) {
        guard bytes.count + text.utf8.count <= limit else { throw .tooLarge(what: "text", limit: limit) }
        bytes.append(contentsOf: text.utf8)
    }

    /// Looks at what was collected.
    func withBytes<Result>(_ body: ([UInt8]) -> Result) -> Result { body(bytes) }

    /// What was collected, as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Empties the buffer and gives what was in it.
    mutating func take() -> String {
        let result = text
        clear()
        return result
    }

    /// Empties the buffer.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}
