import Foundation

/// A path to a field of a thing.
public typealias FieldPath<Entity, Value> = WritableKeyPath<Entity, Value> & Sendable

/// A thing of the archive whose fields are known by name. What merges, tells, shows or keeps the source of a field
/// goes by this list: a field is said once.
public protocol FieldHolder: Identifiable, Hashable, Codable, Sendable where ID == UUID {
    /// The fields, in the order in which they merge.
    static var fields: [Field<Self>] { get }
    /// Stored properties that are no field, with the reason.
    static var excluded: [String: String] { get }
    /// What it is called in a review.
    var label: String { get }
    /// By what it is found again among its like where its identity is another.
    var matchKey: String { get }

    /// Where a field comes from; nil where that is not known.
    func source(of key: FieldKey) -> Source?
    /// Notes where a field comes from.
    mutating func setSource(_ source: Source?, of key: FieldKey)
}

/// A thing that keeps where its fields come from.
public protocol Sourced {
    /// Where the fields come from.
    var sources: Sources { get set }
}

extension FieldHolder {
    /// The identity, and where the fields come from.
    public static var excluded: [String: String] {
        ["id": "the identity", "sources": "where the fields come from goes with them"]
    }
    /// Its name without case, accents and punctuation.
    public var matchKey: String { label.comparisonKey }
    /// Not known.
    public func source(of key: FieldKey) -> Source? { nil }
    /// Keeps none.
    public mutating func setSource(_ source: Source?, of key: FieldKey) {}
}

extension FieldHolder where Self: Sourced {
    /// Where exactly this field comes from.
    public func source(of key: FieldKey) -> Source? { sources.byField[key.rawValue] }
    /// Notes where a field comes from.
    public mutating func setSource(_ source: Source?, of key: FieldKey) {
        sources.byField[key.rawValue] = source
    }
}

extension Sources {
    /// The source of a field, or of what is nearest to it.
    public subscript(key: FieldKey) -> Source? {
        get { self[key.rawValue] }
        set { self[key.rawValue] = newValue }
    }
}

/// A field of a thing.
public struct Field<Entity: FieldHolder>: Sendable {
    /// What a document that is imported does to it.
    public enum Importing: Hashable, Sendable {
        /// An empty one is filled, one that says something else is a conflict, a list gets what is new.
        case fills
        /// Nothing, for this reason.
        case never(reason: String)
    }

    /// What it holds.
    public enum Content: Sendable {
        /// One value, taken whole.
        case value(FieldAccess<Entity>)
        /// Cells by year, each of them a field of its own.
        case cells(any FieldPath<Entity, [Int: ReportedValue]>)
        /// Words in no order.
        case words(FieldWords<Entity>)
        /// The identity of another thing.
        case reference(any FieldPath<Entity, UUID?>)
        /// Things with fields of their own.
        case list(any FieldList<Entity>)
    }

    /// Its name.
    public let key: FieldKey
    /// What it holds.
    public let content: Content
    /// What an import does to it.
    public let importing: Importing
}

/// How a field with one value is read and written.
public struct FieldAccess<Entity>: Sendable {
    /// Nothing was entered.
    public let isBlank: @Sendable (Entity) -> Bool
    /// Whether the field says the same in both.
    public let isSame: @Sendable (Entity, Entity) -> Bool
    /// What it says, as a text.
    public let text: @Sendable (Entity) -> String
    /// What values that say the same have in common, as a text.
    public let meaning: @Sendable (Entity) -> String
    /// The same as a cell of a spreadsheet keeps it that has lost its format: shares as parts of 1.
    public let bareMeaning: @Sendable (Entity) -> String
    /// Gives the second's field to the first.
    public let copy: @Sendable (inout Entity, Entity) -> Void

    /// The field at a path.
    /// - Parameter isSame: when two values say the same; by default as their kind has it.
    public init<Value: FieldValue & Sendable>(
        _ path: any FieldPath<Entity, Value>,
        isSame: @escaping @Sendable (Value, Value) -> Bool = { $0.says($1) }
    ) {
        isBlank = { $0[keyPath: path].isBlank }
        text = { $0[keyPath: path].fieldText }
        meaning = { $0[keyPath: path].meaning }
        bareMeaning = { $0[keyPath: path].bareMeaning }
        self.isSame = { isSame($0[keyPath: path], $1[keyPath: path]) }
        copy = { $0[keyPath: path] = $1[keyPath: path] }
    }

    /// The cell of a year; one that is not there is empty.
    public init(cell year: Int, of path: any FieldPath<Entity, [Int: ReportedValue]>) {
        let cell: @Sendable (Entity) -> ReportedValue = { $0[keyPath: path][year] ?? .notEntered }
        isBlank = { cell($0).isBlank }
        text = { cell($0).fieldText }
        meaning = { cell($0).meaning }
        bareMeaning = { cell($0).bareMeaning }
        isSame = { cell($0).says(cell($1)) }
        copy = { $0[keyPath: path][year] = $1[keyPath: path][year] }
    }

    /// The field of a part of a thing.
    init<Part: Sendable, Value: FieldValue & Sendable>(
        _ part: any FieldPath<Entity, Part>, then path: any FieldPath<Part, Value>
    ) {
        isBlank = { $0[keyPath: part][keyPath: path].isBlank }
        text = { $0[keyPath: part][keyPath: path].fieldText }
        meaning = { $0[keyPath: part][keyPath: path].meaning }
        bareMeaning = { $0[keyPath: part][keyPath: path].bareMeaning }
        isSame = { $0[keyPath: part][keyPath: path].says($1[keyPath: part][keyPath: path]) }
        copy = { $0[keyPath: part][keyPath: path] = $1[keyPath: part][keyPath: path] }
    }
}

/// How a field with words in no order takes up others.
public struct FieldWords<Entity>: Sendable {
    /// Adds what the second has and the first has not; gives what was added, as texts.
    public let add: @Sendable (inout Entity, Entity) -> [String]

    /// The field at a path.
    public init<Element: Hashable & Sendable>(_ path: any FieldPath<Entity, [Element]>) {
        add = { target, other in
            let missing = other[keyPath: path].filter { !target[keyPath: path].contains($0) }
            target[keyPath: path] += missing
            return missing.map { "\($0)" }
        }
    }
}

/// A list of things that a thing holds.
public protocol FieldList<Owner>: Sendable {
    /// What holds the list.
    associatedtype Owner
    /// What is in it.
    associatedtype Element: FieldHolder
    /// Where it is.
    var path: any FieldPath<Owner, [Element]> { get }
}

/// A list of things at a path.
public struct ListOf<Owner, Element: FieldHolder>: FieldList {
    /// Where it is.
    public let path: any FieldPath<Owner, [Element]>

    /// A list at a path.
    public init(_ path: any FieldPath<Owner, [Element]>) {
        self.path = path
    }
}

extension Field {
    /// A field with one value.
    static func value<Value: FieldValue & Sendable>(
        _ key: FieldKey, _ path: any FieldPath<Entity, Value>, _ importing: Importing = .fills
    ) -> Field {
        Field(key: key, content: .value(FieldAccess(path)), importing: importing)
    }

    /// Cells by year.
    static func cells(_ key: FieldKey, _ path: any FieldPath<Entity, [Int: ReportedValue]>) -> Field {
        Field(key: key, content: .cells(path), importing: .fills)
    }

    /// Words in no order.
    static func words<Element: Hashable & Sendable>(
        _ key: FieldKey, _ path: any FieldPath<Entity, [Element]>
    ) -> Field {
        Field(key: key, content: .words(FieldWords(path)), importing: .fills)
    }

    /// The identity of another thing.
    static func reference(
        _ key: FieldKey, _ path: any FieldPath<Entity, UUID?>, _ importing: Importing = .fills
    ) -> Field {
        Field(key: key, content: .reference(path), importing: importing)
    }

    /// A list of things.
    static func list<Element: FieldHolder>(
        _ key: FieldKey, _ path: any FieldPath<Entity, [Element]>, _ importing: Importing = .fills
    ) -> Field {
        Field(key: key, content: .list(ListOf(path)), importing: importing)
    }
}

extension Field.Importing {
    /// A thing is found by its name.
    public static var identifies: Self { .never(reason: "the thing is found by it") }
    /// The office decides it in the program.
    static var decided: Self { .never(reason: "the office decides it, no document does") }
}
