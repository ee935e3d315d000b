import CArchive
import Reading

/// The named parts of a ZIP container, read in memory and counted as they come out. Nothing is written anywhere.
final class Container {
    /// The names of the parts, as the container writes them.
    let names: [String]

    private let bytes: PinnedBytes
    private let budget: ReadingBudget
    private let format: SourceFormat
    private let written: [String: String]
    private var expanded = 0

    /// Lists the parts.
    ///
    /// - Throws: `ReadingError` where the container is broken, asks for a password, or has too many parts or one twice.
    init(_ bytes: [UInt8], budget: ReadingBudget, format: SourceFormat = .xlsx) throws(ReadingError) {
        let bytes = PinnedBytes(bytes)
        self.bytes = bytes
        self.budget = budget
        self.format = format
        var names: [String] = []
        var written: [String: String] = [:]
        let stream = try ArchiveStream(bytes, format: format)
        while let entry = try stream.next() {
            guard names.count < budget.parts else { throw .tooLarge(what: "parts", limit: budget.parts) }
            guard !entry.isEncrypted else { throw .encrypted }
            guard written.updateValue(entry.name, forKey: Self.key(entry.name)) == nil else {
                throw .damaged(format: format, detail: entry.name)
            }
            names.append(entry.name)
        }
        self.names = names
        self.written = written
    }

    /// True where there is a part of this name. Case, a leading slash and the slant of slashes make no difference.
    func has(_ name: String) -> Bool { written[Self.key(name)] != nil }

    /// Gives the bytes of a part piece by piece; false where there is no such part.
    ///
    /// - Throws: `ReadingError` where the part is broken or expands to more than the budget allows, and what `body`
    ///   throws.
    func stream(
        _ name: String, _ body: (UnsafeRawBufferPointer) throws(ReadingError) -> Void
    ) throws(ReadingError) -> Bool {
        guard let wanted = written[Self.key(name)] else { return false }
        let stream = try ArchiveStream(bytes, format: format)
        while let entry = try stream.next() {
            if entry.name == wanted { return try drain(stream, body) }
        }
        return false
    }

    private func drain(
        _ stream: ArchiveStream, _ body: (UnsafeRawBufferPointer) throws(ReadingError) -> Void
    ) throws(ReadingError) -> Bool {
        while let block = try stream.block() {
            expanded += block.count
            guard expanded <= budget.expandedBytes else {
                throw .tooLarge(what: "expanded bytes", limit: budget.expandedBytes)
            }
            try body(block)
        }
        return true
    }

    /// The first bytes of a part, at most so many; nil where there is no such part.
    func head(_ name: String, count: Int) throws(ReadingError) -> [UInt8]? {
        guard let wanted = written[Self.key(name)] else { return nil }
        let stream = try ArchiveStream(bytes, format: format)
        while let entry = try stream.next() {
            guard entry.name == wanted else { continue }
            var result: [UInt8] = []
            while result.count < count, let block = try stream.block() {
                result.append(contentsOf: block.prefix(count - result.count))
            }
            return result
        }
        return nil
    }

    private static func key(_ name: String) -> String {
        let slashed = name.replacing("\\", with: "/").lowercased()
        return String(slashed.drop { $0 == "/" })
    }
}
