import Reporting

/// Writes a PDF's structure (ISO 32000-1, 14.7) around what is drawn: opens and closes parts as items ask for. A part is
/// written as soon as it is closed.
struct PDFStructure {
    /// A part that is not closed yet.
    private struct Element {
        /// The index of its node.
        var node: Int
        /// The destination of the link that it is; nil for a node itself.
        var link: String?
        var number: Int
        /// What it holds: numbers of marked content and references.
        var kids = PDFBytes()
        var count = 0
        /// Where a link can be pointed at, in points of paper from the lower left corner.
        var area: Rectangle?
        /// What it is in the file.
        var role: String

        mutating func hold(_ reference: Int) {
            kids.put(reference: reference)
            kids.put(" ")
            count += 1
        }
    }

    /// The number of the tree's root object.
    let root: Int
    private let document: Int
    private var open: [Element] = []
    /// The parts on each page right below the document.
    private var topParts: [Int: [Int]] = [:]
    /// The marked content that is open stands for the last open part.
    private var isMarked = false
    /// The part of each marked content of this page.
    private var owners = PDFBytes()
    private var contents = 0
    private var page = (number: 0, object: 0)
    /// The row in which the last page broke off.
    private var cutRow: Int?
    /// The links on this page.
    private(set) var annotations = PDFBytes()
    /// For each key of a page or a link the object in which its parts are.
    private var parents: [Int] = []

    /// A structure without parts.
    init(_ objects: inout PDFObjects) {
        root = objects.reserve()
        document = objects.reserve()
    }

    /// Begins a page; gives its key in the tree of parents.
    mutating func begin(page number: Int, object: Int) -> Int {
        page = (number, object)
        owners.begin()
        annotations.begin()
        contents = 0
        parents.append(0)
        return parents.count - 1
    }

    /// Makes a part the open one, for what is drawn next; with a link, a part below it that leads to a destination.
    /// - Parameter area: where what is drawn can be pointed at.
    mutating func mark(
        _ node: Int, link: String?, area: Rectangle?, of structure: Structure, in content: inout PDFBytes,
        _ objects: inout PDFObjects
    ) throws {
        if let last = open.last, last.node == node, last.link == link, isMarked {
            return point(at: area)
        }
        endMark(in: &content)
        try open(node, link: link, of: structure, &objects)
        guard !open.isEmpty else { return }
        beginMark(in: &content)
        point(at: area)
    }

    /// Begins marked content of the last open part.
    /// - Parameter words: what it says, where its glyphs say something else.
    private mutating func beginMark(saying words: String? = nil, in content: inout PDFBytes) {
        guard let last = open.indices.last else { return }
        content.put("/")
        // Poppler heeds other words in spans alone.
        content.put(text: words == nil ? open[last].role : "Span")
        content.put("<</MCID ")
        content.put(contents)
        if let words {
            content.put("/ActualText ")
            content.put(string: words)
        }
        content.put(">>BDC\n")
        open[last].kids.put(contents)
        open[last].kids.put(" ")
        open[last].count += 1
        owners.put(reference: open[last].number)
        owners.put(" ")
        contents += 1
        isMarked = true
    }

    /// Begins content that says other words than its glyphs do. Within a part of the document it is marked content of
    /// its own, for poppler takes the end of nested content for that of the part. Text objects must be closed before.
    mutating func begin(saying words: String, in content: inout PDFBytes) {
        guard isMarked else {
            content.put("/Span<</ActualText ")
            content.put(string: words)
            return content.put(">>BDC\n")
        }
        endMark(in: &content)
        beginMark(saying: words, in: &content)
    }

    /// Ends content that says other words than its glyphs do.
    mutating func endSaying(in content: inout PDFBytes) {
        guard isMarked else { return content.put("EMC\n") }
        endMark(in: &content)
        beginMark(in: &content)
    }

    private mutating func point(at area: Rectangle?) {
        guard let area, let last = open.indices.last, open[last].link != nil else { return }
        open[last].area = open[last].area?.union(area) ?? area
    }

    /// Ends the marked content that is open.
    mutating func endMark(in content: inout PDFBytes) {
        guard isMarked else { return }
        content.put("EMC\n")
        isMarked = false
    }

    /// Ends a page: closes what is open on it, but not the document.
    mutating func endPage(key: Int, of structure: Structure, _ objects: inout PDFObjects) throws {
        let isStillCut = open.first.map { structure[$0.node].parent == cutRow } ?? false
        if !isStillCut { cutRow = open.first { structure[$0.node].role == .row }?.node }
        try close(downTo: 0, of: structure, &objects)
        let number = objects.reserve()
        var list = PDFBytes("[")
        list.put(owners.bytes)
        list.put("]")
        try objects.write(number, list)
        parents[key] = number
    }

    private mutating func open(
        _ node: Int, link: String?, of structure: Structure, _ objects: inout PDFObjects
    ) throws {
        let path =
            nodes(to: node, of: structure).map { ($0, String?.none) } + (link.map { [(node, $0)] } ?? [])
        var common = 0
        while common < min(path.count, open.count), path[common].0 == open[common].node,
            path[common].1 == open[common].link
        {
            common += 1
        }
        try close(downTo: common, of: structure, &objects)
        for (node, link) in path.dropFirst(common) {
            let number = objects.reserve()
            if let last = open.indices.last {
                open[last].hold(number)
            } else {
                topParts[page.number, default: []].append(number)
            }
            let role = structure[node].role
            // A cell without its table is the rest of one.
            let isRest = open.isEmpty && (role == .cell || role == .headerCell)
            open.append(
                Element(
                    node: node, link: link, number: number,
                    role: link != nil
                        ? "Link" : isRest ? StructureNode.Role.paragraph.rawValue : role.rawValue))
        }
    }

    /// The parts from below the document down to one. What is left of a cell on the page after the one where its row begins
    /// is a paragraph, where no head of the table is repeated: as a table of its own it would have no header cell.
    private func nodes(to node: Int, of structure: Structure) -> ArraySlice<Int> {
        let path = structure.path(to: node).dropFirst()
        guard let cutRow, let place = path.firstIndex(of: cutRow), place > path.startIndex,
            !open.contains(where: { $0.node == path[place - 1] })
        else { return path }
        return path[(place + 1)...]
    }

    private mutating func close(
        downTo depth: Int, of structure: Structure, _ objects: inout PDFObjects
    ) throws {
        while open.count > depth, var element = open.popLast() {
            if let link = element.link { try annotate(&element, link, &objects) }
            let node = structure[element.node]
            var object = PDFBytes(room: element.kids.bytes.count + 96)
            object.put("<</S/")
            object.put(text: element.role)
            object.put("/P ")
            object.put(reference: open.last?.number ?? document)
            object.put("/Pg ")
            object.put(reference: page.object)
            if element.role == node.role.rawValue { PDFStructure.describe(node, in: &object) }
            object.put(element.count == 1 ? "/K " : "/K[")
            object.put(element.kids.bytes.dropLast(element.count == 0 ? 0 : 1))
            object.put(element.count == 1 ? ">>" : "]>>")
            try objects.write(element.number, object)
        }
    }

    /// Writes the annotation by which a link is followed.
    private mutating func annotate(_ element: inout Element, _ link: String, _ objects: inout PDFObjects)
        throws
    {
        guard let area = element.area else { return }
        let number = objects.reserve()
        var object = PDFBytes("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
        for length in [area.x, area.y, area.right, area.bottom] { object.put(length) }
        object.put("]/Contents ")
        object.put(string: link)
        object.put(text: "/Dest(\(link))/StructParent \(parents.count)>>")
        try objects.write(number, object)
        parents.append(element.number)
        annotations.put(reference: number)
        annotations.put(" ")
        element.kids.put("<</Type/OBJR/Obj ")
        element.kids.put(reference: number)
        element.kids.put(">> ")
        element.count += 1
    }

    /// What a figure shows, what a table is about, what a header cell heads, how many columns a cell takes.
    private static func describe(_ node: StructureNode, in object: inout PDFBytes) {
        switch node.role {
        case .figure:
            object.put("/Alt ")
            object.put(string: node.alternative ?? "")
        case .table:
            guard let words = node.alternative, !words.isEmpty else { return }
            object.put("/A<</O/Table/Summary ")
            object.put(string: words)
            object.put(">>")
        case .headerCell, .cell:
            guard node.role == .headerCell || node.span > 1 else { return }
            object.put("/A<</O/Table")
            if node.role == .headerCell { object.put(node.headsRow ? "/Scope/Row" : "/Scope/Column") }
            if node.span > 1 {
                object.put("/ColSpan ")
                object.put(node.span)
            }
            object.put(">>")
        default: break
        }
    }

    /// Writes the root and the document.
    mutating func finish(_ objects: inout PDFObjects) throws {
        var body = PDFBytes("<</S/Document/P \(root) 0 R/K[")
        for (_, parts) in topParts.sorted(by: { $0.key < $1.key }) {
            for part in parts {
                body.put(reference: part)
                body.put(" ")
            }
        }
        body.put("]>>")
        try objects.write(document, body)
        let tree = objects.reserve()
        var list = PDFBytes("<</Nums[")
        for (key, object) in parents.enumerated() {
            list.put(key)
            list.put(" ")
            list.put(reference: object)
            list.put(" ")
        }
        list.put("]>>")
        try objects.write(tree, list)
        try objects.write(
            root,
            PDFBytes(
                "<</Type/StructTreeRoot/K \(document) 0 R/ParentTree \(tree) 0 R/ParentTreeNextKey \(parents.count)>>"
            ))
    }
}
