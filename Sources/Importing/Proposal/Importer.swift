import Model
import Reading

/// From a file, read as blocks, to a proposal that the user reviews. Pure: it opens no file and knows no clock.
public enum Importer {
    /// The readers of single layouts, by kind.
    static let readers: [any DocumentReader.Type] = [
        ServiceMapReader.self, PlanReader.self, PlainTableReader.self,
    ]

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
            return propose(text, file: file, kind: kind, year: year)
        }
        return propose(
            document, text: text, file: file, kind: kind, year: year, layouts: layouts, edits: edits)
    }

    /// Reads a document of any format. `text` is the file's own text where it is one, so that lines are its lines.
    public static func propose(
        _ document: SourceDocument, text: SourceText? = nil, file: String, kind: ImportKind? = nil,
        year: Int? = nil, layouts: [Layout] = [], edits: TableEdits = TableEdits()
    ) -> ImportProposal {
        understood(document, text: text, file: file, kind: kind, year: year, layouts: layouts, edits: edits)
            .telling(document.findings)
    }

    private static func understood(
        _ document: SourceDocument, text: SourceText?, file: String, kind: ImportKind?, year: Int?,
        layouts: [Layout], edits: TableEdits
    ) -> ImportProposal {
        let rows = rows(of: document, text: text, layouts: layouts, edits: edits)
        let recognition = Recogniser.recognise(rows.text)
        let layouts = layouts.fitting(rows)
        let kind = kind ?? layouts.lazy.compactMap(\.kind).first
        var former: ImportProposal?
        if layouts.isEmpty, edits.splits.isEmpty, !rows.haveKeys, (kind ?? recognition.kind) != .tabella {
            let known = propose(rows.textOfPages, file: file, kind: kind, year: year, recognition)
            guard known.parts.isEmpty || !KnownLayout.fits(recognition, kind: kind) || !known.isWhole else {
                return known.placed(by: rows)
            }
            former = known
        }
        let reader = StructuredReader(rows, file: file, kind: kind, year: year, layouts: layouts)
        guard !reader.parts.isEmpty else {
            // A reader of one layout would find words of its own in a document of another.
            let isKnown = kind != nil || KnownLayout.fits(recognition, kind: nil)
            let known =
                isKnown ? former ?? propose(rows.text, file: file, kind: kind, year: year, recognition) : nil
            return (known ?? plain(rows.text, file: file, recognition, year: year)).placed(by: rows)
        }
        let structured = ImportProposal(
            reader.reading, kind: reader.kind, recognition: recognition, parts: reader.parts)
        if let former, former.knowsMore(than: structured) { return former.placed(by: rows) }
        return structured.placed(by: rows)
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

    /// The rows of a document, its tables as a person changed them now and for all tables with their heads.
    private static func rows(
        of document: SourceDocument, text: SourceText?, layouts: [Layout], edits: TableEdits
    ) -> DocumentRows {
        let splits = edits.splits + layouts.flatMap { $0.splits ?? [] }
        return DocumentRows(document.divided(by: splits), text: text).leavingOut(edits.leftOut)
    }

    /// Plain tables of a document that nothing else was understood of.
    private static func plain(
        _ text: SourceText, file: String, _ recognition: Recogniser.Recognition, year: Int?
    ) -> ImportProposal {
        var reading = Reading(file: file, text: text)
        reading.tell(.kindUnknown, .warning, line: 1)
        let parts = PlainTableReader.read(&reading, year: year)
        return ImportProposal(reading, kind: .tabella, recognition: recognition, parts: parts)
    }

    /// Reads a document that is divided into lines, by the reader of its layout.
    public static func propose(
        _ text: SourceText, file: String, kind: ImportKind? = nil, year: Int? = nil
    ) -> ImportProposal {
        propose(text, file: file, kind: kind, year: year, Recogniser.recognise(text))
    }

    /// The same for a text of which it is known what speaks for each kind.
    private static func propose(
        _ text: SourceText, file: String, kind: ImportKind?, year: Int?,
        _ recognition: Recogniser.Recognition
    ) -> ImportProposal {
        let chosen = kind ?? recognition.kind
        var reading = Reading(file: file, text: text)
        let reader = readers.first { $0.kind == chosen } ?? PlainTableReader.self
        if reader.kind == .tabella, kind != .tabella {
            reading.tell(.kindUnknown, .warning, line: 1, written: chosen == .tabella ? "" : chosen.rawValue)
        }
        var parts = reader.read(&reading, year: year)
        if parts.isEmpty, reader.kind != .tabella {
            reading.tell(.kindUnknown, .warning, line: 1, written: chosen.rawValue)
            parts = PlainTableReader.read(&reading, year: year)
        }
        return ImportProposal(reading, kind: chosen, recognition: recognition, parts: parts)
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
        return filter { layout in
            heads.contains(where: layout.fits)
                || rows.rows.contains { $0.kind == .cells && layout.fits($0.cells) }
        }
    }
}

extension ImportProposal {
    /// True where hardly a line was left over and every objective has a title: a reader of one layout reads documents of
    /// that layout whole.
    fileprivate var isWhole: Bool {
        lines.unread * 10 <= lines.total && !(parts.plan?.objectives.contains { $0.title.isEmpty } ?? false)
    }

    /// True where a reading has parts that are not read by structure yet: phases and people, or chapters of text and no
    /// fewer objectives. It must have left no more lines over, and one that left much must not have lost indicators.
    fileprivate func knowsMore(than other: ImportProposal) -> Bool {
        guard isWhole || recognised.indicators >= other.recognised.indicators,
            lines.unread <= other.lines.unread
        else { return false }
        let people = recognised.phases + recognised.participants
        guard people <= other.recognised.phases + other.recognised.participants else { return true }
        return parts.chapters > other.parts.chapters && recognised.objectives >= other.recognised.objectives
    }
}

extension ImportParts {
    /// Chapters of text in the plan.
    fileprivate var chapters: Int { plan?.chapters.count ?? 0 }
}

/// Which documents the readers of single layouts read: those with parts that are not read by structure yet.
enum KnownLayout {
    /// True where a document has the sections of the maps of services, of the cards of a plan with phases and people,
    static func fits(_ recognition: Recogniser.Recognition, kind: ImportKind?) -> Bool {
        guard let score = recognition.scores.first(where: { $0.kind == kind ?? recognition.kind }) else {
            return false
        }
        let points = score.evidence.reduce(0) { sum, evidence in
            common.contains(evidence.phrase) ? sum : sum + evidence.points
        }
        switch score.kind {
        case .mappe, .piano: return points >= 6
        case .relazione, .progetti, .tabella: return false
        }
    }

    /// Phrases that stand in documents of any layout.
    private static let common: Set<String> = [
        "mappe dei servizi", "mappa del servizio", "Obiettivo operativo", "Obiettivo strategico",
        "Indirizzo strategico",
        "Obiettivi operativi", "piano della performance", "piano degli obiettivi", "scheda obiettivo",
        "schede obiettivo",
        "Fasi", "Personale coinvolto",
    ]
}
