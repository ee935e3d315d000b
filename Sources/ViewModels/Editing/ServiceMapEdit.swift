import Foundation
import Model

/// One of the parts of a service's map, with the list that it stands in.
public enum ServicePart: Hashable, Sendable {
    /// What the service consists of.
    case element(ServiceElement)
    /// What comes with it.
    case accessoryElement(ServiceElement)
    /// How users are told apart.
    case criterion(SegmentationCriterion)
    /// A group of users.
    case segment(UserSegment)
    /// What a group of users does in the service.
    case role(SegmentRole)
    /// Where the service is given.
    case facility(Facility)
    /// How many people work in it.
    case staff(StaffFigure)
    /// The text under a mark.
    case footnote(Footnote)
    /// What the service puts out, by year.
    case output(Series)
    /// Who is served, by year.
    case users(Series)
}

/// A change of the maps of the services beyond their typed fields.
public enum ServiceMapEdit: Hashable, Sendable {
    /// A new map at the end of the catalogue.
    case add(ServiceMap)
    /// Takes a map out of the catalogue.
    case remove(UUID)
    /// Everything of a part of a map; one that is not there yet is added.
    case part(service: UUID, ServicePart)
    /// Takes a part out of a map; rows under a series that goes stay, one level higher.
    case removePart(service: UUID, UUID)
    /// A part to another position in its list.
    case movePart(service: UUID, UUID, position: Int)
    /// How the service is run.
    case management(service: UUID, ManagementForm)
    /// A year for all series of a map, to be filled in.
    case addYear(service: UUID, Int)
    /// Takes the figures of a year out of all series of a map.
    case removeYear(service: UUID, Int)

    /// Makes the change in `content`; on a refusal `content` is as it was.
    func apply(to content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .add(let map):
            _ = try map.name.required()
            content.services.services.append(map)
        case .remove(let id):
            guard content.services.services.take(out: id) else { throw .gone }
        case .part(let service, let part):
            _ = try part.name.required()
            try content.changeService(service) { $0.put(part) }
        case .removePart(let service, let id):
            try content.changeService(service) { map throws(EditRefusal) in
                guard map.removePart(id) else { throw EditRefusal.gone }
            }
        case .movePart(let service, let id, let position):
            try content.changeService(service) { map throws(EditRefusal) in
                guard map.movePart(id, to: position) else { throw EditRefusal.gone }
            }
        case .management(let service, let form):
            try content.changeService(service) { $0.management = form }
        case .addYear(let service, let year):
            guard (1900...2199).contains(year) else { throw .noYear(year) }
            try content.changeService(service) { map in
                map.changeSeries {
                    if $0.values[year] == nil, !$0.isHeading { $0.values[year] = .notEntered }
                }
            }
        case .removeYear(let service, let year):
            try content.changeService(service) { map in map.changeSeries { $0.values[year] = nil } }
        }
    }
}

extension ServicePart {
    /// What the part is called; a footnote by its text.
    public var name: String {
        switch self {
        case .element(let part), .accessoryElement(let part): part.name
        case .criterion(let part): part.name
        case .segment(let part): part.name
        case .role(let part): part.segment
        case .facility(let part): part.name
        case .staff(let part): part.name
        case .footnote(let part): part.text
        case .output(let part), .users(let part): part.name
        }
    }
}

extension ServiceMap {
    /// Replaces the part of the same identity, or adds it at the end of its list.
    fileprivate mutating func put(_ part: ServicePart) {
        switch part {
        case .element(let part): elements.put(part)
        case .accessoryElement(let part): accessoryElements.put(part)
        case .criterion(let part): criteria.put(part)
        case .segment(let part): segments.put(part)
        case .role(let part): roles.put(part)
        case .facility(let part): facilities.put(part)
        case .staff(let part): staff.put(part)
        case .footnote(let part): footnotes.put(part)
        case .output(let part): outputs.put(part)
        case .users(let part): users.put(part)
        }
    }

    fileprivate mutating func removePart(_ id: UUID) -> Bool {
        let isSeries = series.contains { $0.id == id }
        if isSeries {
            let above = series.first { $0.id == id }?.parentID
            changeSeries { if $0.parentID == id { $0.parentID = above } }
        }
        return elements.take(out: id) || accessoryElements.take(out: id) || criteria.take(out: id)
            || segments.take(out: id) || roles.take(out: id) || facilities.take(out: id)
            || staff.take(out: id) || footnotes.take(out: id) || outputs.take(out: id) || users.take(out: id)
    }

    fileprivate mutating func movePart(_ id: UUID, to position: Int) -> Bool {
        elements.move(id, to: position) || accessoryElements.move(id, to: position)
            || criteria.move(id, to: position) || segments.move(id, to: position)
            || roles.move(id, to: position) || facilities.move(id, to: position)
            || staff.move(id, to: position) || footnotes.move(id, to: position)
            || outputs.move(id, to: position) || users.move(id, to: position)
    }

    fileprivate mutating func changeSeries(_ change: (inout Series) -> Void) {
        for index in outputs.indices { change(&outputs[index]) }
        for index in users.indices { change(&users[index]) }
    }
}
