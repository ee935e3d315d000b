/// What a person decided about tables with these heads, cards with these labels, or lines with these texts: applied instead of the guesses whenever they come again.
public struct Layout: Hashable, Codable, Sendable {
    /// The name that the person gave it.
    public var name: String
    /// The heads of the table, reduced to what is compared.
    public var signature: [String]
    /// The term of each column; nil for a column that is left out.
    public var terms: [FieldTerm?]
    /// The year of each column, where its term needs one.
    public var years: [Int?]
    /// What the document is; nil to leave it to the guess.
    public var kind: ImportKind?
    /// The year of the document; nil to take it from the document.
    public var year: Int?
    /// The divisions of columns that make tables with these heads, in order; nil where there is none.
    public var splits: [ColumnSplit]?
    /// The heads are labels of cards, whose values stand beside or below them; nil for a table.
    public var cards: Bool?
    /// What texts of a document are, where they stand; nil where none is named. Such a layout is for no table.
    public var namedLines: [NamedText]?

    /// A layout of a table with these heads.
    public init(
        name: String, heads: [String], terms: [FieldTerm?], years: [Int?]? = nil, kind: ImportKind? = nil,
        year: Int? = nil
    ) {
        self.name = name
        signature = Layout.signature(heads)
        self.terms = terms
        self.years = years ?? terms.map { _ in nil }
        self.kind = kind
        self.year = year
    }

    /// As many heads as terms and years.
    public var isConsistent: Bool {
        signature.count == terms.count && terms.count == years.count
            && (splits ?? []).allSatisfy(\.isConsistent)
    }

    /// A layout of texts of a document.
    public init(name: String, lines: [NamedText], kind: ImportKind? = nil, year: Int? = nil) {
        self.init(name: name, heads: [], terms: [], kind: kind, year: year)
        namedLines = lines
    }

    /// True where it names labels of cards.
    public var isOfCards: Bool { cards ?? false }

    /// What a layout is of: two of one subject say something of the same tables, labels or texts.
    public struct Subject: Hashable, Sendable {
        /// The heads, reduced to what is compared.
        public let heads: [String]
        /// The heads are labels of cards.
        public let areLabels: Bool
        /// The texts, where it is of texts.
        let texts: [NamedText]?

        /// A table with these heads, or cards with these labels.
        public init(heads: [String], areLabels: Bool) {
            self.init(signature: Layout.signature(heads), areLabels: areLabels, texts: nil)
        }

        init(signature: [String], areLabels: Bool, texts: [NamedText]?) {
            heads = signature
            self.areLabels = areLabels
            self.texts = texts
        }
    }

    /// What it is of.
    public var subject: Subject {
        Subject(signature: signature, areLabels: isOfCards, texts: namedLines)
    }

    /// True where it was made for a table with these heads.
    public func fits(_ heads: [String]) -> Bool {
        !isOfCards && namedLines == nil && isConsistent && Layout.signature(heads) == signature
    }

    /// The heads as they are compared: without case, accents, punctuation and years.
    public static func signature(_ heads: [String]) -> [String] {
        heads.map { head in
            MatchKey(head).words.filter { !($0.utf8.count == 4 && $0.allSatisfy(\.isNumber)) }.joined(
                separator: " ")
        }
    }
}
