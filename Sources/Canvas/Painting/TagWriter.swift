import CPango

/// Writes a PDF's structure around what is drawn: opens and closes parts as items ask for.
struct TagWriter {
    private let structure: [StructureNode]
    private let cairo: OpaquePointer
    private var open: [Int] = []
    /// Each part that was opened, in order; one that goes on over pages several times.
    private(set) var opened: [Int] = []

    /// A writer; with no structure it writes nothing.
    init(structure: [StructureNode], cairo: OpaquePointer) {
        self.structure = structure
        self.cairo = cairo
    }

    /// Opens the document, which stays open over all pages.
    mutating func beginDocument() {
        open(0)
    }

    /// Closes everything.
    mutating func endDocument() {
        close(downTo: 0)
    }

    /// Draws what belongs to no text, such as running lines, in a part that readers leave out. Cairo 1.16 has no
    /// artifacts; `Private` is PDF's type for content that is of no use to others.
    mutating func apart(draw: () throws -> Void) rethrows {
        guard !structure.isEmpty else { return try draw() }
        close(downTo: 1)
        cairo_tag_begin(cairo, "Private", nil)
        try draw()
        cairo_tag_end(cairo, "Private")
    }

    /// Closes what is open on this page, but not the document.
    mutating func endPage() {
        close(downTo: min(1, open.count))
    }

    /// Makes the part with this index the open one.
    mutating func open(_ node: Int) {
        let path = path(to: node)
        var common = 0
        while common < min(path.count, open.count), path[common] == open[common] { common += 1 }
        close(downTo: common)
        for index in path[common...] {
            cairo_tag_begin(cairo, structure[index].role.rawValue, nil)
            open.append(index)
            opened.append(index)
        }
    }

    private mutating func close(downTo depth: Int) {
        while open.count > depth { cairo_tag_end(cairo, structure[open.removeLast()].role.rawValue) }
    }

    /// Draws something within a link to a destination, where there is one.
    func linked(_ destination: String?, draw: () throws -> Void) rethrows {
        guard let destination, !structure.isEmpty else { return try draw() }
        cairo_tag_begin(cairo, CAIRO_TAG_LINK, "dest='\(destination)'")
        try draw()
        cairo_tag_end(cairo, CAIRO_TAG_LINK)
    }

    /// Makes the place of a heading one that links and outline lead to.
    func destination(_ heading: PlacedHeading, magnification: Double) {
        let attributes =
            "name='\(heading.destination)' x=0 y=\(Int((heading.y * magnification).rounded(.down)))"
        cairo_tag_begin(cairo, CAIRO_TAG_DEST, attributes)
        cairo_tag_end(cairo, CAIRO_TAG_DEST)
    }

    /// The parts from the document down to `node`; empty where the structure is.
    private func path(to node: Int) -> [Int] {
        guard structure.indices.contains(node) else { return [] }
        var path = [node]
        while let parent = path.last.flatMap({ structure[$0].parent }) { path.append(parent) }
        return path.reversed()
    }
}
