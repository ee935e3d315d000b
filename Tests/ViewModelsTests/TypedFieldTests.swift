import Foundation
import Model
import Testing

@testable import ViewModels

/// What is typed is one of the fields that the registry knows, under the name that the archive has for it.
@Suite struct TypedFieldTests {
    private let text = "31/12/2030"

    /// The text of a field as the registry gives it; nil where it knows no such field with one value.
    private func text<Entity: FieldHolder>(_ name: String, of entity: Entity) -> String? {
        guard let field = Entity.fields.first(where: { $0.key.rawValue == name }) else { return nil }
        switch field.content {
        case .value(let access): return access.text(entity)
        case .words(let words):
            var empty = entity
            return words.add(&empty, entity).isEmpty ? text : nil
        case .cells, .reference, .list: return nil
        }
    }

    @Test(arguments: IndicatorField.allCases) func ofAnIndicator(field: IndicatorField) {
        var indicator = Indicator(id: UUID(), name: "Misura")
        indicator.set(field, to: text)
        #expect(text(field.rawValue, of: indicator) == text)
        #expect(indicator.text(of: field) == text)
    }

    @Test(arguments: ObjectiveField.allCases) func ofAnObjective(field: ObjectiveField) {
        var objective = Objective(id: UUID(), title: "Obiettivo")
        objective.set(field, to: text)
        #expect(text(field.rawValue, of: objective) == text)
        #expect(objective.text(of: field) == text)
    }

    @Test(arguments: LineField.allCases) func ofALine(field: LineField) {
        var line = StrategicLine(id: UUID(), title: "Linea")
        line.set(field, to: text)
        #expect(text(field.rawValue, of: line) == text)
        #expect(line.text(of: field) == text)
    }

    @Test(arguments: ServiceField.allCases) func ofAService(field: ServiceField) {
        var map = ServiceMap(id: UUID(), name: "Servizio")
        map.set(field, to: text)
        #expect(text(field.rawValue, of: map) == text)
        #expect(map.text(of: field) == text)
    }
}
