import Foundation
import Testing

@testable import Model

/// One registry says each field once; nothing that Model stores is left out of it unsaid.
@Suite struct FieldTests {
    private static let id = UUID(naming: ["a"])

    /// One of each kind of thing.
    private static var things: [any FieldHolder] {
        let day = CalendarDate.earliest
        let finding = Finding(.actualMissing, .info, at: Place(.plan, path: [], entity: nil))
        return [
            Municipality(id: id, name: "Comune"), Sector(id: id, name: "Settore"),
            Tenure(id: id, head: "Chi", from: nil, to: nil), ServiceUnit(id: id, name: "Ufficio"),
            YearLock(id: id, year: 2031, reason: "R", author: "A", date: day, profile: ScoringProfile()),
            Plan(id: id, year: 2031), StrategicLine(id: id, title: "Linea"),
            StrategicObjective(id: id, title: "Strategico"), Objective(id: id, title: "Obiettivo"),
            Phase(id: id, title: "Fase"), Participant(id: id, name: "Chi"),
            Reprogramming(id: id, date: nil, change: "C", reason: "R"), Indicator(id: id, name: "Misura"),
            IndexEntry(id: id, title: "T", line: "L", strategicObjective: "S", sector: "E"),
            Chapter(id: id, title: "T", text: "X"),
            Dismissal(id: id, of: finding, reason: "R", author: "A", date: day),
            ServiceCatalogue(id: id), ServiceMap(id: id, name: "Servizio"),
            ServiceElement(id: id, name: "E"), Series(id: id, name: "S"),
            SegmentationCriterion(id: id, name: "C"), UserSegment(id: id, name: "U"),
            SegmentRole(id: id, segment: "U"), Facility(id: id, name: "F"),
            StaffFigure(id: id, name: "P", value: .notEntered), Footnote(id: id, mark: "*", text: "N"),
            ProjectBook(id: id, year: 2031), PerformanceProject(id: id, title: "P"), LayoutCatalogue(),
            KeptLayout(name: "L", columns: []),
        ]
    }

    private func keys<Entity: FieldHolder>(_ thing: Entity) -> [FieldKey] { Entity.fields.map(\.key) }

    private func excluded<Entity: FieldHolder>(_ thing: Entity) -> [String: String] { Entity.excluded }

    private func stored(_ value: Any) -> [String: Any] {
        Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: value).children.map { ($0.label ?? "", $0.value) })
    }

    @Test func eachStoredPropertyIsAFieldOrLeftOutWithAReason() {
        for thing in Self.things {
            let (keys, excluded) = (keys(thing), excluded(thing))
            for (name, value) in stored(thing) where excluded[name] == nil {
                let own = keys.filter { $0.member == name }
                #expect(!own.isEmpty, "\(type(of: thing)).\(name) is no field")
                // A property whose parts are fields has all of them among the fields.
                guard own.allSatisfy({ $0.path.count > 1 }) else { continue }
                let parts = Set(own.compactMap(\.path.last))
                #expect(parts == Set(stored(value).keys), "\(type(of: thing)).\(name)")
            }
            #expect(excluded.values.allSatisfy { !$0.isEmpty })
        }
    }

    @Test func eachFieldIsAPropertyOnce() {
        for thing in Self.things {
            let (keys, stored) = (keys(thing), Set(stored(thing).keys))
            #expect(Set(keys).count == keys.count, "\(type(of: thing))")
            for key in keys { #expect(stored.contains(key.member), "\(type(of: thing)).\(key)") }
        }
    }

    @Test func allKindsOfThingsThatDocumentsHoldAreTried() {
        var kinds: Set<String> = []
        func collect<Entity: FieldHolder>(_ type: Entity.Type) {
            guard kinds.insert("\(type)").inserted else { return }
            for field in Entity.fields {
                if case .list(let list) = field.content { element(list) }
            }
        }
        func element<List: FieldList>(_ list: List) { collect(List.Element.self) }
        collect(Municipality.self)
        collect(Plan.self)
        collect(ServiceCatalogue.self)
        collect(ProjectBook.self)
        collect(LayoutCatalogue.self)
        #expect(kinds == Set(Self.things.map { "\(type(of: $0))" }))
    }

    @Test func aFieldIsFoundByThePathOfACommit() {
        let plan = FieldSchema(Plan.self)
        let indicator = ["lines", "A", "objectives", "B", "indicators", "C"]
        func kind(_ path: [String]) -> String {
            switch plan.member(at: path) {
            case .value: "value"
            case .record: "record"
            case .list: "list"
            case nil: "none"
            }
        }
        #expect(kind(indicator + ["target"]) == "value")
        #expect(kind(indicator + ["printed"]) == "record")
        #expect(kind(indicator + ["printed", "deviation"]) == "value")
        #expect(kind(indicator + ["laterTargets", "2033"]) == "value")
        #expect(kind(["lines"]) == "list")
        #expect(kind(indicator) == "none")
        #expect(kind(indicator + ["unknown"]) == "none")
        #expect(kind(indicator + ["target", "raw"]) == "none")
    }
}
