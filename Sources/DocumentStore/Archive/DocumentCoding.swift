import Foundation
import Model

extension ArchiveContent {
    /// The documents that the content makes.
    var documents: [DocumentName] {
        let years = plans.keys.map(DocumentName.plan) + projects.keys.map(DocumentName.projects)
        let fixed = [DocumentName.municipality, .services] + (layouts == nil ? [] : [.layouts])
        return (fixed + years).sorted()
    }

    /// Whether a document says the same in both.
    func agrees(with other: ArchiveContent, on name: DocumentName) -> Bool {
        switch name {
        case .municipality: municipality == other.municipality
        case .plan(let year): plans[year] == other.plans[year]
        case .services: services == other.services
        case .projects(let year): projects[year] == other.projects[year]
        case .layouts: layouts == other.layouts
        }
    }

    /// A document as a tree; nil where the content has none of that name.
    func tree(of name: DocumentName) -> JSONValue? {
        switch name {
        case .municipality: Self.tree(municipality)
        case .plan(let year): plans[year].flatMap(Self.tree)
        case .services: Self.tree(services)
        case .projects(let year): projects[year].flatMap(Self.tree)
        case .layouts: layouts.flatMap(Self.tree)
        }
    }

    /// Puts a document in the place of the one of that name; none takes a year's or the layouts away, and leaves any
    /// other.
    mutating func put(_ document: DecodedDocument?, at name: DocumentName) {
        switch (name, document) {
        case (_, .municipality(let value)): municipality = value
        case (_, .services(let value)): services = value
        case (_, .plan(let plan)): plans[plan.year] = plan
        case (_, .projects(let book)): projects[book.year] = book
        case (_, .layouts(let catalogue)): layouts = catalogue
        case (.plan(let year), nil): plans[year] = nil
        case (.projects(let year), nil): projects[year] = nil
        case (.layouts, nil): layouts = nil
        case (.municipality, nil), (.services, nil): break
        }
    }

    /// A value as a tree. The Model encodes without numbers that JSON lacks, so it always gives one; where it would not,
    /// commits and checkpoints refuse the document.
    static func tree(_ value: some Encodable) -> JSONValue? {
        try? TreeEncoder.encode(value)
    }
}

/// A document read from its tree.
enum DecodedDocument {
    case municipality(Municipality)
    case plan(Plan)
    case services(ServiceCatalogue)
    case projects(ProjectBook)
    case layouts(LayoutCatalogue)

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
        case .layouts:
            guard let layouts = content.layouts else { return nil }
            self = .layouts(layouts)
        }
    }

    /// Reads the tree of document `name`; `path` is for the error.
    init(_ name: DocumentName, tree: JSONValue, path: String) throws(ArchiveError) {
        try self.init(name, file: DocumentTree(tree), path: path)
    }

    /// Reads document `name` as its file has it, packed or not; `path` is for the error.
    init(_ name: DocumentName, file: DocumentTree, path: String) throws(ArchiveError) {
        do {
            switch name {
            case .municipality: self = .municipality(try file.decode(Municipality.self))
            case .plan: self = .plan(try file.decode(Plan.self))
            case .services: self = .services(try file.decode(ServiceCatalogue.self))
            case .projects: self = .projects(try file.decode(ProjectBook.self))
            case .layouts: self = .layouts(try file.decode(LayoutCatalogue.self))
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
        case .layouts(let value): ArchiveContent.tree(value)
        }
    }

    private var declaredYear: Int? {
        switch self {
        case .municipality, .services, .layouts: nil
        case .plan(let plan): plan.year
        case .projects(let book): book.year
        }
    }
}

extension DocumentName {
    /// The year of a plan or of projects.
    public var year: Int? {
        switch self {
        case .municipality, .services, .layouts: nil
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
