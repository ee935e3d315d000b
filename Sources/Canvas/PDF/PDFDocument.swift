import Reporting

/// What a PDF says about itself and its headings: outline, destinations, metadata.
struct PDFDocument {
    private let metadata: DocumentMetadata
    private let language: String

    /// What stands in the file of a document.
    init(_ metadata: DocumentMetadata, language: String) {
        self.metadata = metadata
        self.language = language
    }

    /// A heading with the page on which it stands.
    typealias Place = (heading: PlacedHeading, page: PDFPageWriter.Written)

    /// Writes the catalogue and what it names. Gives the numbers of the catalogue and of the file's description.
    func write(
        headings: [Place], trees: (pages: Int, structure: Int), text: AttachedText?,
        to objects: inout PDFObjects
    ) throws -> (root: Int, info: Int) {
        let (root, info, described) = (objects.reserve(), objects.reserve(), objects.reserve())
        let names = try destinations(headings, to: &objects)
        let outline = try outline(headings, to: &objects)
        let attached = try text.map { try attach($0, to: &objects) }
        try objects.write(
            described, stream: Array(PDFMetadata(metadata, language: language).packet.utf8),
            entries: "/Type/Metadata/Subtype/XML", isOpen: true)
        try objects.writePlain(info, PDFMetadata(metadata, language: language).dictionary)
        let safe = language.filter { $0.isASCII && ($0.isLetter || $0 == "-") }
        try objects.writePlain(
            root,
            PDFBytes(
                "<</Type/Catalog/Pages \(trees.pages) 0 R/StructTreeRoot \(trees.structure) 0 R"
                    + "/MarkInfo<</Marked true>>/Lang(\(safe))/ViewerPreferences<</DisplayDocTitle true>>"
                    + "/Metadata \(described) 0 R/Names<</Dests \(names) 0 R"
                    + (attached.map {
                        "/EmbeddedFiles<</Names[(\(AttachedText.name))\($0) 0 R]>>>>/AF[\($0) 0 R]"
                    }
                        ?? ">>")
                    + (outline.map { "/Outlines \($0) 0 R/PageMode/UseOutlines" } ?? "") + ">>"))
        return (root, info)
    }

    /// Writes the text that goes with the pages, and what it is; gives the number of the latter (ISO 32000-2, 7.11 and
    /// 14.13).
    private func attach(_ text: AttachedText, to objects: inout PDFObjects) throws -> Int {
        let (number, file) = (objects.reserve(), objects.reserve())
        try objects.writePacked(
            file, text.packed,
            entries: "/Type/EmbeddedFile/Subtype/application#2Fxhtml+xml/Params<</Size \(text.count)>>")
        var object = PDFBytes(
            "<</Type/Filespec/F(\(AttachedText.name))/UF(\(AttachedText.name))/AFRelationship/Alternative/Desc "
        )
        object.put(string: metadata.title)
        object.put(text: "/EF<</F \(file) 0 R/UF \(file) 0 R>>>>")
        try objects.write(number, object)
        return number
    }

    /// The places that links lead to, by name.
    private func destinations(_ headings: [Place], to objects: inout PDFObjects) throws -> Int {
        let number = objects.reserve()
        var object = PDFBytes("<</Names[")
        for (heading, page) in headings.sorted(by: { $0.heading.destination < $1.heading.destination }) {
            object.put(text: "(\(heading.destination))[")
            object.put(reference: page.object)
            object.put("/XYZ 0 ")
            object.put((page.page.paper.height - heading.y) * page.page.magnification)
            object.put("null]")
        }
        object.put("]>>")
        try objects.write(number, object)
        return number
    }

    /// An entry of the outline with its number among the objects.
    private struct Entry {
        var number: Int
        var heading: PlacedHeading
        var parent: Int?
        var children: [Int] = []
        /// All entries below it.
        var count = 0
    }

    /// The outline; nil where there are no headings. Headings of the first level are open.
    private func outline(_ headings: [Place], to objects: inout PDFObjects) throws -> Int? {
        guard !headings.isEmpty else { return nil }
        var entries: [Entry] = []
        var top: [Int] = []
        var open: [Int] = []
        for (heading, _) in headings {
            while let last = open.last, entries[last].heading.level >= heading.level { open.removeLast() }
            entries.append(Entry(number: objects.reserve(), heading: heading, parent: open.last))
            let index = entries.count - 1
            if let parent = open.last { entries[parent].children.append(index) } else { top.append(index) }
            for above in open { entries[above].count += 1 }
            open.append(index)
        }
        let root = objects.reserve()
        try objects.write(
            root,
            PDFBytes(
                "<</Type/Outlines/First \(entries[top[0]].number) 0 R/Last \(entries[top[top.count - 1]].number) 0 R"
                    + "/Count \(top.count + top.reduce(0) { $0 + entries[$1].children.count })>>"))
        for siblings in [top] + entries.map(\.children) {
            for (place, index) in siblings.enumerated() {
                try objects.write(
                    entries[index].number, object(of: index, among: siblings, at: place, entries, root: root))
            }
        }
        return root
    }

    private func object(of index: Int, among siblings: [Int], at place: Int, _ entries: [Entry], root: Int)
        -> PDFBytes
    {
        let entry = entries[index]
        var object = PDFBytes("<</Title ")
        object.put(string: entry.heading.text)
        object.put(text: "/Parent \(entry.parent.map { entries[$0].number } ?? root) 0 R")
        if place > 0 { object.put(text: "/Prev \(entries[siblings[place - 1]].number) 0 R") }
        if place + 1 < siblings.count { object.put(text: "/Next \(entries[siblings[place + 1]].number) 0 R") }
        if let first = entry.children.first, let last = entry.children.last {
            // Below the first level a number under zero says that entries are shut.
            let count = entry.parent == nil ? entry.children.count : -entry.count
            object.put(
                text: "/First \(entries[first].number) 0 R/Last \(entries[last].number) 0 R/Count \(count)")
        }
        object.put(text: "/Dest(\(entry.heading.destination))>>")
        return object
    }
}
