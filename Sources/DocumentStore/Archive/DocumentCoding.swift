import Foundation
import Model

extension ArchiveContent {
    /// The documents that the content makes.
    var documents: [DocumentName] {
        let years = plans.keys.map(DocumentName.plan) + projects.keys.map(DocumentName.projects)
        return ([.municipality, .services] + years).sorted()
    }

    /// Whether a document says the same in both.
    func agrees(with other: ArchiveContent, on name: DocumentName) -> Bool {
        switch name {
        case .municipality: municipality == other.municipality
        case .plan(let year): plans[year] == other.plans[year]
        case .services: services == other.services
        case .projects(let year): projects[year] == other.projects[year]
        }
    }

    /// A document as a tree; nil where the content has none of that name.
    func tree(of name: DocumentName) -> JSONValue? {
        switch name {
        case .municipality: Self.tree(municipality)
        case .plan(let year): plans[year].flatMap(Self.tree)
        case .services: Self.tree(services)
        case .projects(let year): projects[year].flatMap(Self.tree)
        }
    }

    /// Puts a document in the place of the one of that name; none takes a year's away, and leaves any other.
    mutating func put(_ document: DecodedDocument?, at name: DocumentName) {
        switch (name, document) {
        case (_, .municipality(let value)): municipality = value
        case (_, .services(let value)): services = value
        case (_, .plan(let plan)): plans[plan.year] = plan
        case (_, .projects(let book)): projects[book.year] = book
        case (.plan(let year), nil): plans[year] = nil
        case (.projects(let year), nil): projects[year] = nil
        case (.municipality, nil), (.services, nil): break
        }
    }

    /// A value as a tree. The Model encodes without numbers that JSON lacks, so it always gives one; where it would not,
    /// commits and checkpoints refuse the document.
    static func tree(_ value: some Encodable) -> JSONValue? {
        guard let data = try? JSONEncoder().encode(value) else { return nil }
        return try? StrictJSON.read([UInt8](data), deepest: .max)
    }
}

/// A document read from its bytes.
enum DecodedDocument {
    case municipality(Municipality)
    case plan(Plan)
    case services(ServiceCatalogue)
    case projects(ProjectBook)

    /// The document of that name; nil where the content has none.
    init?(_ name: DocumentName, in content: ArchiveContent) {
        switch name {
        case .municipality: self = .municipality(content.municipality)
        case .services: self = .services(content.services)
        case .plan(let year):
            guard let plan = content.plans[year] else { return nil }
            self = .plan(plan)
        case .projects(let year):
            guard let book = content.projects[year] else { return nil }
            self = .projects(book)
        }
    }

    /// Reads the bytes of document `name`; `path` is for the error.
    /// - Parameter files: the files that a packed document names its places in.
    init(
        _ name: DocumentName, bytes: [UInt8], path: String, files: SourceFiles? = nil
    ) throws(ArchiveError) {
        let data = Data(bytes)
        let decoder = JSONDecoder()
        if let key = SourceReader.key { decoder.userInfo[key] = files?.reader }
        do {
            switch name {
            case .municipality: self = .municipality(try decoder.decode(Municipality.self, from: data))
            case .plan: self = .plan(try decoder.decode(Plan.self, from: data))
            case .services: self = .services(try decoder.decode(ServiceCatalogue.self, from: data))
            case .projects: self = .projects(try decoder.decode(ProjectBook.self, from: data))
            }
        } catch let error as DecodingError {
            throw .undecodable(path: path, field: error.field, detail: error.detail)
        } catch {
            throw .undecodable(path: path, field: [], detail: "\(error)")
        }
        guard declaredYear == nil || declaredYear == name.year else {
            throw .yearMismatch(path: path, year: declaredYear ?? 0)
        }
    }

    /// The document as this program writes it.
    var tree: JSONValue? {
        switch self {
        case .municipality(let value): ArchiveContent.tree(value)
        case .plan(let value): ArchiveContent.tree(value)
        case .services(let value): ArchiveContent.tree(value)
        case .projects(let value): ArchiveContent.tree(value)
        }
    }

    private var declaredYear: Int? {
        switch self {
        case .municipality, .services: nil
        case .plan(let plan): plan.year
        case .projects(let book): book.year
        }
    }
}

extension DocumentName {
    /// The year of a plan or of projects.
    public var year: Int? {
        switch self {
        case .municipality, .services: nil
        case .plan(let year), .projects(let year): year
        }
    }
}

extension DecodingError {
    private var context: Context? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: nil
        }
    }

    /// The path to the field that could not be read.
    var field: [String] {
        var path = context?.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue } ?? []
        if case .keyNotFound(let key, _) = self { path.append(key.stringValue) }
        return path
    }

    /// What the decoder says.
    var detail: String { context?.debugDescription ?? "" }
}
