import Localization
import Model

/// The documents that are printed.
public enum PrintKind: String, Hashable, Codable, Sendable, CaseIterable {
    /// The state of the plan of objectives.
    case allegatoB = "allegato-b"
    /// The maps of the services.
    case allegatoC = "allegato-c"
    /// The cards of the plan (PIAO 2.2).
    case piano
    /// The projects of organisational performance.
    case progetti
    /// The report on the performance.
    case relazione
}

/// The parts of a document that can be left out.
public enum PrintPart: String, Hashable, Sendable, CaseIterable, Codable {
    /// The first page.
    case cover = "copertina"
    /// The list of headings.
    case contents = "indice"
    /// The office's own chapters.
    case presentation = "presentazione"
    /// The results by line, sector and head.
    case results = "risultati"
    /// The organisation, in the plan.
    case organisation = "struttura"
    /// The lines with their objectives.
    case objectives = "obiettivi"
    /// The indicators that are followed over several years, in the report.
    case years = "confronto"
    /// What was left out of scores, set by hand or changed.
    case changes = "modifiche"
    /// How scores come about.
    case method = "metodo"
    /// Payment times, acts and annexes, in the report.
    case closing = "atti"
    /// The maps of the services, in the report.
    case services = "mappe"
}

extension PrintKind {
    /// The parts that documents of this kind have, in their order.
    public var parts: [PrintPart] {
        switch self {
        case .allegatoB: [.cover, .contents, .results, .objectives, .changes]
        case .allegatoC: [.cover, .contents]
        case .piano: [.cover, .contents, .organisation, .results, .objectives]
        case .progetti: [.cover]
        case .relazione: PrintPart.allCases.filter { $0 != .organisation }
        }
    }
}

/// What is chosen before printing.
public struct PrintOptions: Hashable, Sendable, Codable {
    /// The paper.
    public enum Paper: String, Hashable, Sendable, CaseIterable, Codable {
        /// 210 × 297 mm.
        case a4 = "A4"
        /// 297 × 420 mm.
        case a3 = "A3"
    }

    /// How large the type is.
    public enum TypeScale: String, Hashable, Sendable, CaseIterable, Codable {
        /// Nine tenths.
        case small = "piccolo"
        /// As it was designed.
        case normal = "normale"
        /// A fifth larger.
        case large = "grande"

        /// What all lengths are multiplied with.
        public var factor: Double {
            switch self {
            case .small: 0.9
            case .normal: 1
            case .large: 1.2
            }
        }
    }

    /// Each person has a pseudonym instead of the name.
    public var isAnonymous = false
    /// The coat of arms, as the bytes of a PNG image; not kept among choices.
    public var emblem: [UInt8]?
    /// The day that stands in the file as its date; not kept among choices.
    public var date: CalendarDate?
    /// The language of the document's own words.
    public var language = Language.italian
    /// Small charts of figures and achievements stand beside them.
    public var hasCharts = true
    /// How each achievement comes about is told below its objective.
    public var hasExplanations = false
    /// What the checks found is told below what it is about.
    public var hasFindings = false
    /// What is printed of the document.
    public var parts = Set(PrintPart.allCases)
    /// Only what is of this sector; nil for all.
    public var sector: String?
    /// Only objectives with this mark: those functional to public value, for instance; nil for all.
    public var tag: String?
    /// The paper.
    public var paper = Paper.a4
    /// How large the type is.
    public var typeScale = TypeScale.normal

    private enum CodingKeys: String, CodingKey {
        case isAnonymous, hasCharts, hasExplanations, hasFindings, leftOut, sector, tag, paper, typeScale
        case language
    }

    /// The usual choices.
    public init() {}

    /// The choices that were kept; what was not kept, or not by this version, is as usual.
    public init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys, else usual: Value) -> Value {
            (try? kept.decodeIfPresent(Value.self, forKey: key)) ?? usual
        }
        isAnonymous = value(.isAnonymous, else: isAnonymous)
        hasCharts = value(.hasCharts, else: hasCharts)
        hasExplanations = value(.hasExplanations, else: hasExplanations)
        hasFindings = value(.hasFindings, else: hasFindings)
        // What is left out, and not what is printed: a part that comes with a later version is printed.
        parts.subtract(value(.leftOut, else: [PrintPart]()))
        sector = value(.sector, else: sector)
        tag = value(.tag, else: tag)
        paper = value(.paper, else: paper)
        typeScale = value(.typeScale, else: typeScale)
        language = Language(rawValue: value(.language, else: language.rawValue)) ?? language
    }

    /// Writes what `init(from:)` reads.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        try box.encode(isAnonymous, forKey: .isAnonymous)
        try box.encode(hasCharts, forKey: .hasCharts)
        try box.encode(hasExplanations, forKey: .hasExplanations)
        try box.encode(hasFindings, forKey: .hasFindings)
        try box.encode(PrintPart.allCases.filter { !parts.contains($0) }, forKey: .leftOut)
        try box.encodeIfPresent(sector, forKey: .sector)
        try box.encodeIfPresent(tag, forKey: .tag)
        try box.encode(paper, forKey: .paper)
        try box.encode(typeScale, forKey: .typeScale)
        try box.encode(language.rawValue, forKey: .language)
    }

    /// Only a part of the plan's objectives or of the services is printed.
    public var isExtract: Bool { sector != nil || tag != nil }
}

/// Why a document cannot be printed.
public enum PrintError: Error, Hashable {
    /// There is no plan of that year.
    case noPlan(year: Int)
    /// There are no projects of that year.
    case noProjects(year: Int)
    /// There is no map of a service.
    case noServices
    /// The maps of the services have nothing of that year.
    case noServiceYear(year: Int, known: [Int])
    /// Nothing has the sector or the mark that was asked for.
    case nothingChosen(wanted: String, known: [String])
}

extension ReportDocument {
    /// The document of a kind from an archive's content.
    ///
    /// Throws `PrintError` where the archive has nothing of the kind for that year.
    public init(
        _ kind: PrintKind, of content: ArchiveContent, year: Int, options: PrintOptions = PrintOptions()
    ) throws {
        self.init(try ReportDraft(kind, of: content, year: year, options: options))
    }
}

extension ReportDraft {
    /// The document of a kind from an archive's content, its sections to be made as they are drawn.
    ///
    /// Throws `PrintError` where the archive has nothing of the kind for that year.
    public init(
        _ kind: PrintKind, of content: ArchiveContent, year: Int, options: PrintOptions = PrintOptions()
    ) throws {
        let session = PrintContext(content: content, year: year, options: options)
        self = try Localization.with(options.language) {
            let document: ReportDraft =
                switch kind {
                case .allegatoB: try AllegatoB(session).document()
                case .allegatoC: try AllegatoC(session).document()
                case .piano: try PlanCards(session).document()
                case .progetti: try ProjectsAnnex(session).document()
                case .relazione: try AnnualReport(session).document()
                }
            return session.pseudonyms.map { names in document.mapping { names.replacing(in: $0) } }
                ?? document
        }
    }
}
