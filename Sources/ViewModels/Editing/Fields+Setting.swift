import Foundation
import Model

extension Indicator {
    /// Sets a typed field; target, actual and baseline are read as the indicator is measured.
    mutating func set(_ field: IndicatorField, to text: String) {
        switch field {
        case .name: name = text
        case .formula: formula = text
        case .purpose: purpose = text
        case .note: note = text
        case .weight: weight = ReportedValue(reading: text)
        case .target: target = ReportedValue(reading: text, as: measure)
        case .actual: actual = ReportedValue(reading: text, as: measure)
        case .baseline: baseline = text.isEmpty ? nil : ReportedValue(reading: text, as: measure)
        }
    }

    /// The text of a typed field, as it was written.
    public func text(of field: IndicatorField) -> String {
        switch field {
        case .name: name
        case .formula: formula
        case .purpose: purpose
        case .note: note
        case .weight: weight.raw
        case .target: target.raw
        case .actual: actual.raw
        case .baseline: baseline?.raw ?? ""
        }
    }

    /// Sets a chosen field.
    mutating func choose(_ choice: IndicatorChoice) {
        switch choice {
        case .dimension(let value): dimension = value
        case .direction(let value): direction = value
        case .neutralisation(let value): neutralisation = value
        case .measure(let value):
            measure = value
            target = target.rereading(as: value)
            actual = actual.rereading(as: value)
            baseline = baseline.map { $0.rereading(as: value) }
        }
    }
}

extension Objective {
    /// Sets a typed field; references to the DUP are parted by commas.
    mutating func set(_ field: ObjectiveField, to text: String) {
        switch field {
        case .code: code = text
        case .title: title = text
        case .definition: definition = text
        case .sector: sector = text
        case .head: head = text
        case .criticalFactors: criticalFactors = text
        case .resources: resources = text
        case .note: note = text
        case .due: due = text.isEmpty ? nil : ReportedValue(reading: text, as: .date)
        case .dupReferences:
            dupReferences = text.split(whereSeparator: { ",;".contains($0) })
                .map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
        }
    }

    /// The text of a typed field.
    public func text(of field: ObjectiveField) -> String {
        switch field {
        case .code: code
        case .title: title
        case .definition: definition
        case .sector: sector
        case .head: head
        case .criticalFactors: criticalFactors
        case .resources: resources
        case .note: note
        case .due: due?.raw ?? ""
        case .dupReferences: dupReferences.joined(separator: ", ")
        }
    }
}

extension StrategicLine {
    /// Sets a typed field.
    mutating func set(_ field: LineField, to text: String) {
        switch field {
        case .code: code = text
        case .title: title = text
        case .definition: definition = text
        }
    }

    /// The text of a typed field.
    public func text(of field: LineField) -> String {
        switch field {
        case .code: code
        case .title: title
        case .definition: definition
        }
    }
}

extension ServiceMap {
    /// Sets a typed field.
    mutating func set(_ field: ServiceField, to text: String) {
        switch field {
        case .name: name = text
        case .head: head = text
        case .sector: sector = text
        case .remarks: remarks = text
        }
    }

    /// The text of a typed field.
    public func text(of field: ServiceField) -> String {
        switch field {
        case .name: name
        case .head: head
        case .sector: sector
        case .remarks: remarks
        }
    }
}

extension ArchiveContent {
    /// Keeps `dismissal` with the document that `place` is in.
    mutating func add(_ dismissal: Dismissal, for place: Place) {
        switch place.kind {
        case .service, .series:
            services.dismissals.append(dismissal)
        case .project, .projects:
            if let year = place.year, projects[year] != nil {
                projects[year]?.dismissals.append(dismissal)
            } else {
                municipality.dismissals.append(dismissal)
            }
        default:
            if let year = place.year, plans[year] != nil {
                plans[year]?.dismissals.append(dismissal)
            } else {
                municipality.dismissals.append(dismissal)
            }
        }
    }

    /// Takes the answer `id` back; false where there is none.
    mutating func removeDismissal(_ id: UUID) -> Bool {
        let before = dismissals.count
        municipality.dismissals.removeAll { $0.id == id }
        services.dismissals.removeAll { $0.id == id }
        for year in plans.keys { plans[year]?.dismissals.removeAll { $0.id == id } }
        for year in projects.keys { projects[year]?.dismissals.removeAll { $0.id == id } }
        return dismissals.count < before
    }
}
