import Reading

/// Relationships of a part of an OOXML package.
final class Relationships: XMLHandler {
    /// One relationship.
    struct Item: Hashable {
        /// The last word of its type: `worksheet`, `sharedStrings`, `styles`.
        let kind: String
        /// The name of the part that it leads to.
        let target: String
    }

    /// By their identifiers.
    private(set) var items: [String: Item] = [:]

    let names = ["pr:Relationship"]
    private let folder: String

    private init(folder: String) { self.folder = folder }

    /// The relationships of a part (`xl/workbook.xml`), or of the package (an empty name).
    static func read(of part: String, in container: Container, format: SourceFormat) throws(ReadingError)
        -> Relationships
    {
        let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        let relationships = Relationships(folder: String(part[..<cut]))
        let name = part[..<cut] + "_rels/" + part[cut...] + ".rels"
        _ = try XMLParser.parse(String(name), of: container, format: format, relationships)
        return relationships
    }

    func start(_ element: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        guard element == 0, attributes.value("TargetMode") != "External", let id = attributes.value("Id"),
            let type = attributes.value("Type"), let target = attributes.value("Target")
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? ""
        items[id] = Item(kind: kind, target: Self.resolved(target, in: folder))
    }

    func end(_ element: Int) throws(ReadingError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}

    /// The first part of a kind.
    func target(_ kind: String) -> String? {
        items.sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value.target
    }

    /// The name of a part from a path that may be absolute, relative or written with backslashes.
    private static func resolved(_ target: String, in folder: String) -> String {
        let path = target.replacing("\\", with: "/")
        var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in path.split(separator: "/") where step != "." {
            if step == ".." { _ = parts.popLast() } else { parts.append(step) }
        }
        return parts.joined(separator: "/")
    }
}

/// What kind of document an OOXML package says that it is.
final class ContentTypes: XMLHandler {
    /// The type of the main part, without what is common to all: `sheet.main`, `sheet.macroEnabled.main`.
    private(set) var types: [String: String] = [:]

    let names = ["ct:Override"]

    func start(_ element: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        guard element == 0, let part = attributes.value("PartName"),
            let type = attributes.value("ContentType")
        else { return }
        types[part] = type
    }

    func end(_ element: Int) throws(ReadingError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}
}
