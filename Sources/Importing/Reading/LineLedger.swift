/// Why a line that carries no field of the archive is nevertheless understood.
public enum LayoutReason: String, Hashable, Sendable, CaseIterable {
    /// The title of the document or its cover.
    case documentTitle
    /// The name of the body that published it, on the cover or at the top of a page.
    case pageHeader
    /// A page number or a line at the foot of a page.
    case pageFooter
    /// The heading of a section or of a block of a card.
    case sectionTitle
    /// The header row of a table.
    case tableHeader
    /// A header row that a page cut repeats.
    case repeatedHeader
    /// Rules and rows of dashes.
    case separator
    /// Markup with nothing in it.
    case markup
    /// A label of a form that has no value here.
    case emptyLabel
    /// The printed choices of a form of which none is marked.
    case formChoices
    /// A person left it out.
    case leftOut
}

/// What became of a line.
public enum LineBinding: Hashable, Sendable {
    /// Its text is in a field of the archive, named by this path (`indicator.target`).
    case field(String)
    /// It carries no value, for this reason.
    case layout(LayoutReason)
}

/// The account of every line of a document: blank, bound or unread. Each line is in exactly one of the three, so that
/// total = blank + bound + unread holds by construction.
public struct LineLedger: Hashable, Sendable {
    private enum Entry: Hashable, Sendable {
        case blank
        case unread
        case bound([LineBinding])
    }

    private var entries: [Entry]

    /// An account in which blank lines are blank, rules and empty markup are layout and the rest is unread.
    public init(_ lines: [SourceLine]) {
        entries = lines.map { line in
            if line.isBlank { return .blank }
            if line.cells.isEmpty { return .bound([.layout(.markup)]) }
            return Self.isRule(line) ? .bound([.layout(.separator)]) : .unread
        }
    }

    /// Lines of the document.
    public var total: Int { entries.count }
    /// Lines with nothing but white space.
    public var blank: Int { entries.count { $0 == .blank } }
    /// Lines that a field or a layout reason took.
    public var bound: Int {
        entries.count { entry in
            if case .bound = entry { return true }
            return false
        }
    }
    /// Lines that nothing took.
    public var unread: Int { entries.count { $0 == .unread } }
    /// Numbers of the lines that nothing took, from 1, ascending.
    public var unreadNumbers: [Int] { entries.indices.filter { entries[$0] == .unread }.map { $0 + 1 } }

    /// Binds a line to a field or a reason. A blank line stays blank; a number outside the document changes nothing.
    public mutating func bind(_ number: Int, _ binding: LineBinding) {
        guard entries.indices.contains(number - 1) else { return }
        switch entries[number - 1] {
        case .blank: return
        case .unread: entries[number - 1] = .bound([binding])
        case .bound(let known):
            guard !known.contains(binding) else { return }
            entries[number - 1] = .bound(known + [binding])
        }
    }

    /// Binds a line to a field.
    public mutating func bind(_ number: Int, to field: String) { bind(number, .field(field)) }

    /// Binds a line as layout.
    public mutating func bind(_ number: Int, as reason: LayoutReason) { bind(number, .layout(reason)) }

    /// Gives a line back as unread, where a reader found that it had bound it in error.
    public mutating func release(_ number: Int) {
        guard entries.indices.contains(number - 1), entries[number - 1] != .blank else { return }
        entries[number - 1] = .unread
    }

    /// What a line is bound to, empty where it is blank or unread.
    public func bindings(of number: Int) -> [LineBinding] {
        guard entries.indices.contains(number - 1), case .bound(let bindings) = entries[number - 1] else {
            return []
        }
        return bindings
    }

    /// A row of dashes, equal signs, underscores or bars, three or more.
    private static func isRule(_ line: SourceLine) -> Bool {
        guard !line.isTabular || line.raw.utf8.contains(UInt8(ascii: "|")) else { return false }
        let text = line.cells.joined()
        return text.utf8.count >= 3 && text.allSatisfy { "-–—=_*·:|".contains($0) }
    }
}
