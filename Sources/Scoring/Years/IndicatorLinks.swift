import Foundation
import Model

/// An indicator with where it stands in the plan of its year.
public struct PlannedIndicator: Hashable, Sendable {
    /// The plan's year.
    public let year: Int
    /// The strategic line's title.
    public let line: String
    /// The objective's title.
    public let objective: String
    /// The sector that answers for the objective.
    public let sector: String
    /// The indicator.
    public let indicator: Indicator
}

/// Which indicators of the plans of several years are one measure that is followed (D.Lgs. 150/2009 art. 5).
///
/// An indicator goes on with the one that somebody decided (`Indicator.continuity`); where nobody decided it, with the
/// one of the same identity in the nearest earlier plan. What a decision names and no earlier plan has counts as
/// nothing, and is not forgotten.
public struct IndicatorLinks: Sendable {
    private struct Key: Hashable {
        let year: Int
        let id: UUID
    }

    private struct Position {
        let line: Int
        let objective: Int
        let indicator: Int
    }

    private var plans: [Int: Plan]
    private let years: [Int]
    private var positions: [Key: Position] = [:]
    private var former: [Key: Key] = [:]
    private var later: [Key: [Key]] = [:]

    /// The links among all plans of an archive.
    public init(_ content: ArchiveContent) {
        plans = content.plans
        years = content.plans.keys.sorted()
        for year in years { note(year) }
        for year in years.dropFirst() { link(year) }
    }

    /// The links of the archive after a change. Where no plan has other indicators, or others in another order, and
    /// nothing else was decided, they are these: only what differs is looked at.
    public func updating(to content: ArchiveContent) -> IndicatorLinks {
        guard content.plans.count == plans.count,
            content.plans.allSatisfy({ year, plan in plans[year]?.isLinked(as: plan) ?? false })
        else { return IndicatorLinks(content) }
        var links = self
        links.plans = content.plans
        return links
    }

    private mutating func note(_ year: Int) {
        guard let lines = plans[year]?.lines else { return }
        for line in lines.indices {
            for objective in lines[line].objectives.indices {
                for index in lines[line].objectives[objective].indicators.indices {
                    let id = lines[line].objectives[objective].indicators[index].id
                    positions[Key(year: year, id: id)] = Position(
                        line: line, objective: objective, indicator: index)
                }
            }
        }
    }

    private mutating func link(_ year: Int) {
        guard let lines = plans[year]?.lines else { return }
        for line in lines.indices {
            for objective in lines[line].objectives.indices {
                for index in lines[line].objectives[objective].indicators.indices {
                    let id = lines[line].objectives[objective].indicators[index].id
                    let decided = lines[line].objectives[objective].indicators[index].continuity
                    guard let wanted = decided.map(\.indicatorID) ?? id,
                        let found = years.last(where: {
                            $0 < year && positions[Key(year: $0, id: wanted)] != nil
                        })
                    else { continue }
                    let (own, other) = (Key(year: year, id: id), Key(year: found, id: wanted))
                    former[own] = other
                    later[other, default: []].append(own)
                }
            }
        }
    }

    /// The indicator with where it stands; nil where the plan of the year has none of that identity.
    public func indicator(_ id: UUID, year: Int) -> PlannedIndicator? {
        let key = Key(year: year, id: id)
        guard let position = positions[key], let line = plans[year]?.lines[position.line] else { return nil }
        let objective = line.objectives[position.objective]
        return PlannedIndicator(
            year: year, line: line.title, objective: objective.title, sector: objective.sector,
            indicator: objective.indicators[position.indicator])
    }

    /// What an indicator goes on with; nil for none.
    public func former(of id: UUID, year: Int) -> PlannedIndicator? {
        former[Key(year: year, id: id)].flatMap { indicator($0.id, year: $0.year) }
    }

    /// What goes on with an indicator, by year.
    public func later(than id: UUID, year: Int) -> [PlannedIndicator] {
        (later[Key(year: year, id: id)] ?? []).compactMap { indicator($0.id, year: $0.year) }
    }

    /// The indicator through the years, ascending: all that it goes on with, itself, and what goes on with it, as far as
    /// that is one and not several. Empty where the plan of the year does not have it.
    public func chain(of id: UUID, year: Int) -> [PlannedIndicator] {
        var key = Key(year: year, id: id)
        guard positions[key] != nil else { return [] }
        var keys = [key]
        while let before = former[key] {
            keys.insert(before, at: 0)
            key = before
        }
        key = Key(year: year, id: id)
        while let next = later[key], next.count == 1 {
            keys.append(next[0])
            key = next[0]
        }
        return keys.compactMap { indicator($0.id, year: $0.year) }
    }

    /// The identity of the first of the indicators that one goes on with, its own where it goes on with none: the same
    /// through all years.
    public func origin(of id: UUID, year: Int) -> UUID {
        var key = Key(year: year, id: id)
        while let before = former[key] { key = before }
        return key.id
    }

    /// The chains of at least two years, each once, in the order of their last plan, the newest plan first.
    public var chains: [[PlannedIndicator]] {
        years.reversed().flatMap { year in
            (plans[year]?.objectives ?? []).flatMap(\.indicators).compactMap { indicator in
                let key = Key(year: year, id: indicator.id)
                guard former[key] != nil, later[key]?.count != 1 else { return nil }
                return chain(of: indicator.id, year: year)
            }
        }
    }
}

extension Plan {
    /// The same indicators stand at the same places, and go on with the same ones by decision.
    fileprivate func isLinked(as other: Plan) -> Bool {
        lines.elementsEqual(other.lines) { line, other in
            // Equal lists are mostly one in memory, so that they are not gone through.
            line.objectives == other.objectives
                || line.objectives.elementsEqual(other.objectives) { objective, other in
                    objective.indicators == other.indicators
                        || objective.indicators.elementsEqual(other.indicators) {
                            $0.id == $1.id && $0.continuity == $1.continuity
                        }
                }
        }
    }
}
