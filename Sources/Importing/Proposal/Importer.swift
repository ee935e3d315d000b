import Model
import Reading

/// From a file, read as blocks, to a proposal that the user reviews. Pure: it opens no file and knows no clock.
public enum Importer {
    /// Reads a text.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - file: its name, without its folder, for provenance.
    ///   - kind: what the user says that it is; nil to recognise it.
    ///   - year: the year that the user says; nil to take it from the document.
    ///   - layouts: what a person decided about the columns of tables.
    ///   - edits: what a person changed of the tables.
    /// - Throws: `UnreadableInput` where the bytes are no text or too many.
    public static func propose(
        bytes: [UInt8], file: String, kind: ImportKind? = nil, year: Int? = nil, layouts: [Layout] = [],
        edits: TableEdits = TableEdits()
    ) throws(UnreadableInput) -> ImportProposal {
        let text = try SourceText(bytes: bytes)
        let document: SourceDocument
        do throws(ReadingError) {
            document = try TextReader.read(bytes, budget: .standard)
        } catch {
            return plain(text, file: file, kind: kind, year: year)
        }
        return propose(
            document, text: text, file: file, kind: kind, year: year, layouts: layouts, edits: edits)
    }

    /// Reads a document of any format. `text` is the file's own text where it is one, so that lines are its lines.
    public static func propose(
        _ document: SourceDocument, text: SourceText? = nil, file: String, kind: ImportKind? = nil,
        year: Int? = nil, layouts: [Layout] = [], edits: TableEdits = TableEdits()
    ) -> ImportProposal {
        defer { LabelReader.forgetLargeDocument() }
        return understood(
            document, text: text, file: file, kind: kind, year: year, layouts: layouts, edits: edits
        ).telling(document.findings)
    }

    private static func understood(
        _ document: SourceDocument, text: SourceText?, file: String, kind: ImportKind?, year: Int?,
        layouts: [Layout], edits: TableEdits
    ) -> ImportProposal {
        let written = written(document, text: text, layouts: layouts, edits: edits)
        let rows = written.naming(layouts, edits)
        let layouts = layouts.fitting(rows)
        let kind = kind ?? layouts.lazy.compactMap(\.kind).first
        let isAsWritten =
            layouts.allSatisfy { $0.namedLines != nil } && edits.splits.isEmpty && !rows.haveKeys
        let proposal = proposal(
            written, file: file, kind: kind, year: year, layouts: layouts, isAsWritten: isAsWritten)
        let named = rows.rows.filter { !$0.named.isEmpty }
        guard !named.isEmpty else {
            return LostColumns.areLost(in: proposal, of: rows)
                ? LostColumns.proposal(rows, file: file, kind: kind) : proposal
        }
        // Of a text without its columns what a person named is taken, and nothing that only stands beside it.
        let areLost = LostColumns.areLost(in: proposal, of: written)
        let inPlace = understood(
            areLost ? rows.with(named) : rows, file: file, kind: kind, year: year, layouts: layouts,
            isAsWritten: false)
        return areLost ? inPlace : inPlace.orAdded(to: proposal, of: rows)
    }

    /// A document as its readers understand it.
    private static func proposal(
        _ rows: DocumentRows, file: String, kind: ImportKind?, year: Int?, layouts: [Layout],
        isAsWritten: Bool
    ) -> ImportProposal {
        if isAsWritten, let whole = withAnnex(rows, file: file, kind: kind, year: year) { return whole }
        return understood(
            rows, file: file, kind: kind, year: year, layouts: layouts, isAsWritten: isAsWritten)
    }

    /// A report with the maps of the services behind its objectives: each part is read for itself.
    private static func withAnnex(
        _ rows: DocumentRows, file: String, kind: ImportKind?, year: Int?
    ) -> ImportProposal? {
        guard kind == nil || kind == .relazione || kind == .piano,
            let start = ServiceStart.index(in: rows)
        else { return nil }
        let report = understood(
            rows.keeping(0..<start), file: file, kind: kind, year: year, layouts: [], isAsWritten: true)
        guard report.parts.plan?.objectives.contains(where: { !$0.indicators.isEmpty }) ?? false else {
            return nil
        }
        let annex = ServiceReader(rows.keeping(start..<rows.rows.count), file: file)
        guard annex.isSure else { return nil }
        return report.adding(
            services: ImportProposal(annex.reading, kind: .mappe, parts: annex.parts).placed(by: rows))
    }

    private static func understood(
        _ rows: DocumentRows, file: String, kind: ImportKind?, year: Int?, layouts: [Layout],
        isAsWritten: Bool
    ) -> ImportProposal {
        let known = isAsWritten ? known(rows, file: file, kind: kind, year: year) : nil
        if let known, known.isEnough { return known.proposal.placed(by: rows) }
        let reader = StructuredReader(rows, file: file, kind: kind, year: year, layouts: layouts)
        guard !reader.parts.isEmpty else {
            let former = kind != nil || known?.isSure == true ? known?.proposal : nil
            return (former ?? plain(rows.text, file: file, kind: kind, year: year)).placed(by: rows)
        }
        let structured = ImportProposal(reader.reading, kind: reader.kind, parts: reader.parts)
        // Cards of projects have indicators and phases, too, but their money is none of an objective.
        if let known, structured.kind != .progetti,
            known.proposal.knowsMore(than: structured)
        {
            return known.proposal.placed(by: rows)
        }
        return structured.placed(by: rows)
    }

    /// What a reader of a kind made of a document. `isSure`: the document is surely of that kind.
    private struct Known {
        let proposal: ImportProposal
        let isSure: Bool

        /// True where nothing else needs to be tried.
        var isEnough: Bool {
            proposal.kind == .mappe && isSure && proposal.isWhole && !proposal.parts.isEmpty
        }
    }

    /// What the reader of forms or that of services makes of a document; nil where it is neither.
    private static func known(_ rows: DocumentRows, file: String, kind: ImportKind?, year: Int?) -> Known? {
        guard kind == nil || kind == .piano || kind == .mappe else { return nil }
        if kind == .piano || kind == nil && !ServiceReader.speaks(rows) {
            let blocks = FormReader.blocks(of: rows)
            if blocks.count > (kind == nil ? 1 : 0) {
                let reader = FormReader(rows, file: file, year: year)
                guard !reader.parts.isEmpty else { return nil }
                return Known(
                    proposal: ImportProposal(reader.reading, kind: .piano, parts: reader.parts),
                    isSure: blocks.count > 3)
            }
        }
        // A report may hold the maps of the services after its objectives, which would be lost then.
        guard kind == .mappe || !holdsIndicators(rows) else { return nil }
        let reader = ServiceReader(rows, file: file)
        guard reader.isSure || kind == .mappe && !reader.parts.isEmpty else { return nil }
        return Known(
            proposal: ImportProposal(reader.reading, kind: .mappe, parts: reader.parts), isSure: true)
    }

    /// True where a table gives targets or actuals of indicators.
    private static func holdsIndicators(_ rows: DocumentRows) -> Bool {
        rows.rows.contains { row in
            guard row.kind == .cells,
                row.filled.contains(where: {
                    row.cells[$0].utf8.count <= 60
                        && MatchKey(row.cells[$0]).words.contains { $0.hasPrefix("indicator") }
                }), let head = HeadFinder.find([row][...])
            else { return false }
            let terms = Set(head.guesses.compactMap { $0?.term })
            return terms.contains(.indicator) && (terms.contains(.target) || terms.contains(.actual))
        }
    }

    /// The tables of a text as they were read, with what each column was taken for.
    public static func tables(
        bytes: [UInt8], layouts: [Layout] = [], edits: TableEdits = TableEdits()
    ) -> [ReadTable] {
        guard let text = try? SourceText(bytes: bytes),
            let document = try? TextReader.read(bytes, budget: .standard)
        else { return [] }
        return tables(document, text: text, layouts: layouts, edits: edits)
    }

    /// The tables of a document as they were read, with what each column was taken for.
    public static func tables(
        _ document: SourceDocument, text: SourceText? = nil, layouts: [Layout] = [],
        edits: TableEdits = TableEdits()
    ) -> [ReadTable] {
        let rows = rows(of: document, text: text, layouts: layouts, edits: edits)
        return StructuredReader(rows, file: "", layouts: layouts.fitting(rows)).readTables
    }

    /// Those of some layouts that say something of a document.
    public static func fitting(_ layouts: [Layout], of document: SourceDocument, text: SourceText? = nil)
        -> [Layout]
    {
        guard !layouts.isEmpty else { return [] }
        return layouts.fitting(rows(of: document, text: text, layouts: layouts, edits: TableEdits()))
    }

    /// Those of some layouts that say something of a text.
    public static func fitting(_ layouts: [Layout], bytes: [UInt8]) -> [Layout] {
        guard !layouts.isEmpty, let text = try? SourceText(bytes: bytes),
            let document = try? TextReader.read(bytes, budget: .standard)
        else { return [] }
        return fitting(layouts, of: document, text: text)
    }

    /// Those of the texts that a person named that stand in a document.
    public static func standing(
        _ edits: TableEdits, in document: SourceDocument, text: SourceText? = nil, layouts: [Layout] = []
    ) -> [NamedText] {
        let named = Set(rows(of: document, text: text, layouts: layouts, edits: edits).rows.flatMap(\.named))
        return edits.names.filter(named.contains)
    }

    /// Those of the texts that a person named that stand in a text.
    public static func standing(_ edits: TableEdits, bytes: [UInt8], layouts: [Layout] = []) -> [NamedText] {
        guard let text = try? SourceText(bytes: bytes),
            let document = try? TextReader.read(bytes, budget: .standard)
        else { return [] }
        return standing(edits, in: document, text: text, layouts: layouts)
    }

    /// The rows of a document, its tables as a person changed them now and for all tables with their heads.
    private static func rows(
        of document: SourceDocument, text: SourceText?, layouts: [Layout], edits: TableEdits
    ) -> DocumentRows {
        written(document, text: text, layouts: layouts, edits: edits).naming(layouts, edits)
    }

    /// The same without what a person says of its texts.
    private static func written(
        _ document: SourceDocument, text: SourceText?, layouts: [Layout], edits: TableEdits
    ) -> DocumentRows {
        let splits = edits.splits + layouts.flatMap { $0.splits ?? [] }
        return DocumentRows(
            document.withRunningTitles().withCalledNotes().divided(by: splits), text: text
        ).leavingOut(edits.leftOut)
    }

    /// Plain tables of a document that nothing else was understood of.
    private static func plain(_ text: SourceText, file: String, kind: ImportKind?, year: Int?)
        -> ImportProposal
    {
        var reading = Reading(file: file, text: text)
        if kind != .tabella {
            reading.tell(.kindUnknown, .warning, line: 1, written: kind?.rawValue ?? "")
        }
        let parts = PlainTableReader.read(reading, year: year)
        return ImportProposal(reading, kind: kind ?? .tabella, parts: parts)
    }

    /// Reads a document that is divided into lines.
    public static func propose(
        _ text: SourceText, file: String, kind: ImportKind? = nil, year: Int? = nil
    ) -> ImportProposal {
        let bytes = Array(text.lines.map(\.raw).joined(separator: "\n").utf8)
        guard let document = try? TextReader.read(bytes, budget: .standard) else {
            return plain(text, file: file, kind: kind, year: year)
        }
        return propose(document, text: text, file: file, kind: kind, year: year)
    }
}

extension DocumentRows {
    /// The rows with what a person says of their texts, now or in layouts.
    fileprivate func naming(_ layouts: [Layout], _ edits: TableEdits) -> DocumentRows {
        naming(edits.names + layouts.compactMap(\.namedLines).filter(hold).joined())
    }
}

extension [Layout] {
    /// Those that were made for a table of a document; its others change nothing in it.
    fileprivate func fitting(_ rows: DocumentRows) -> [Layout] {
        guard !isEmpty else { return [] }
        let heads = PieceScanner(rows.rows).pieces.compactMap { piece -> [String]? in
            guard case .table(let table) = piece else { return nil }
            return table.heads
        }
        let labels = contains(where: \.isOfCards) ? Set(rows.rows.lazy.flatMap(\.labelled)) : []
        let named = Set(rows.rows.flatMap(\.named))
        return filter { layout in
            if layout.isOfCards { return layout.signature.contains(where: labels.contains) }
            if let lines = layout.namedLines { return lines.allSatisfy(named.contains) }
            return heads.contains(where: layout.fits)
                || rows.rows.contains { $0.kind == .cells && layout.fits($0.cells) }
        }
    }
}

extension DocumentRow {
    /// Its cells as labels are compared, and of a line what stands before its colon.
    fileprivate var labelled: [String] {
        let texts = filled.map { cells[$0] }.filter { $0.utf8.count <= ImportLimits.maximumLabelBytes }
        return Layout.signature(
            texts + texts.compactMap { text in text.firstIndex(of: ":").map { String(text[..<$0]) } })
    }
}

extension ImportProposal {
    /// True where hardly a line was left over and every objective has a title: a reader of one layout reads documents of
    /// that layout whole.
    fileprivate var isWhole: Bool {
        lines.unread * 10 <= lines.total && !(parts.plan?.objectives.contains { $0.title.isEmpty } ?? false)
    }

    /// True where a reading leaves fewer lines over than another one, and no less is in it, or as many and it has more
    /// phases, people, offices and strategic objectives.
    fileprivate func knowsMore(than other: ImportProposal) -> Bool {
        let (own, others) = (recognised, other.recognised)
        let more = own.outline - others.outline
        // A line or two of text weigh less than the outline that they stand in.
        guard lines.unread <= other.lines.unread || isWhole && more > 0,
            parts.fieldCount >= other.parts.fieldCount
        else { return false }
        return kind == .mappe
            || (isWhole || own.indicators >= others.indicators)
                && (more > 0 || more == 0 && lines.unread < other.lines.unread)
    }
}

extension RecognisedCounts {
    /// What stands around the indicators.
    fileprivate var outline: Int { phases + participants + sectors + strategicObjectives }
}

extension ImportParts {
    /// How many heads, offices and weights, targets and actuals the plan gives; a head or an office that holds for several
    /// objectives is one.
    var fieldCount: Int {
        let objectives = plan?.objectives ?? []
        let carried = ["head", "sector"].map { field in
            Set(objectives.compactMap { $0.sources.byField[field]?.line }).count
        }
        let values = objectives.flatMap(\.indicators).flatMap { [$0.target, $0.actual, $0.weight] }
        return carried.reduce(0, +) + objectives.count { $0.weight != nil }
            + values.count { !$0.isMissing }
    }
}
