import Foundation
import Model
import Reporting

/// A change of the municipality: its sectors, services and heads, and how it scores.
public enum OrganisationEdit: Hashable, Sendable {
    /// The name of the municipality.
    case name(String)
    /// Everything of a sector but its heads; one that is not there yet is added.
    case sector(Sector)
    /// A sector to another position.
    case moveSector(UUID, position: Int)
    /// Takes a sector out; its service units stay, without a sector.
    case removeSector(UUID)
    /// Everything of the period of a head; one that is not there yet is added.
    case tenure(sector: UUID, Tenure)
    /// Takes the period of a head out.
    case removeTenure(sector: UUID, UUID)
    /// Everything of a service unit; one that is not there yet is added.
    case unit(ServiceUnit)
    /// Takes a service unit out.
    case removeUnit(UUID)
    /// How the municipality scores.
    case profile(ScoringProfile)

    /// Makes the change in `content`; on a refusal `content` is as it was.
    func apply(to content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .name(let name):
            content.municipality.name = try name.required()
        case .sector(let sector):
            _ = try sector.name.required()
            var sector = sector
            let known = content.municipality.sectors.first { $0.id == sector.id }
            sector.tenures = known?.tenures ?? sector.tenures
            content.municipality.sectors.put(sector)
            if let known, known.name != sector.name {
                content.renameSector(known.name, to: sector.name)
            }
        case .moveSector(let id, let position):
            guard content.municipality.sectors.move(id, to: position) else { throw .gone }
        case .removeSector(let id):
            guard content.municipality.sectors.take(out: id) else { throw .gone }
            for index in content.municipality.units.indices
            where content.municipality.units[index].sectorID == id {
                content.municipality.units[index].sectorID = nil
            }
        case .tenure(let sector, let tenure):
            _ = try tenure.head.required()
            if let from = tenure.from, let to = tenure.to, to < from { throw .endBeforeBeginning }
            try content.changeSector(sector) { $0.tenures.put(tenure) }
        case .removeTenure(let sector, let id):
            try content.changeSector(sector) { sector throws(EditRefusal) in
                guard sector.tenures.take(out: id) else { throw EditRefusal.gone }
            }
        case .unit(let unit):
            _ = try unit.name.required()
            content.municipality.units.put(unit)
        case .removeUnit(let id):
            guard content.municipality.units.take(out: id) else { throw .gone }
        case .profile(let profile):
            if let problem = profile.problem { throw problem }
            content.municipality.profile = profile
        }
    }
}

extension ScoringProfile {
    /// Why nothing could be scored by the profile; nil where it holds.
    var problem: EditRefusal? {
        if decreasingRule != .decreasingComplement, decreasingRule != .decreasingRatio,
            decreasingRule != .decreasingPassFail
        {
            return .notDone(decreasingRule.title)
        }
        let bounds = [bands.map(\.from), dateBands.map(\.from), barometer.map(\.from)]
        if bounds.contains(where: { Set($0).count < $0.count }) { return .sameBoundTwice }
        let rates = [chargesRate, irapRate] + (bands + dateBands).map(\.achievement)
        if rates.contains(where: { $0 < .zero || .hundred < $0 }) { return .notPerCent }
        guard let lowest = barometer.map(\.from).min(), lowest <= .zero else { return .noLowestBand }
        return nil
    }
}
