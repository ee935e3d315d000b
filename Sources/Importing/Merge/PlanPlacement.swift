import Foundation
import Model

/// Puts the indicators of a document under the objectives that have them in the archive, however the rows of a table were
/// sorted and the names beside them changed; objectives whose rows lie apart together; and objectives of a table that says
/// no line under the line that has them.
struct PlanPlacement {
    private let archive: Plan
    /// The objective of each indicator of the archive.
    private var owners: [UUID: Owner] = [:]

    /// An objective of the archive with its line.
    private struct Owner {
        let line: StrategicLine
        let objective: Objective
    }

    /// A placement in the archive's plan.
    init(in archive: Plan) {
        self.archive = archive
        for line in archive.lines {
            for objective in line.objectives {
                for indicator in objective.indicators {
                    owners[indicator.id] = Owner(line: line, objective: objective)
                }
            }
        }
    }

    /// The document's plan with its indicators where the archive has them.
    func placed(_ plan: Plan) -> Plan {
        let plan = underKnownLines(plan)
        var result = plan
        var strays: [(owner: Owner, indicator: Indicator)] = []
        let isFamiliar = plan.objectives.contains { $0.indicators.contains { owners[$0.id] != nil } }
        for index in result.lines.indices {
            let line = result.lines[index]
            let homes = home(of: line)?.objectives ?? []
            var kept: [Objective] = []
            var found = FoundThings(homes, line.objectives.map(\.id))
            for objective in line.objectives {
                let match = found.take(objective)
                var own = objective
                own.indicators = objective.indicators.filter { indicator in
                    guard let owner = owners[indicator.id], owner.objective.id != match?.id else {
                        return true
                    }
                    strays.append((owner, indicator))
                    return false
                }
                let isEmptied = own.indicators.isEmpty && !objective.indicators.isEmpty
                if match == nil, isEmptied { continue }
                if match == nil, let alike = kept.firstIndex(where: { $0.goesOn(in: own) }),
                    isFamiliar || knows(own, homes)
                {
                    kept[alike].takeUp(own)
                } else {
                    kept.append(own)
                }
            }
            result.lines[index].objectives = kept
        }
        result.lines = zip(plan.lines, result.lines).compactMap { before, after in
            after.objectives.isEmpty && !before.objectives.isEmpty && home(of: before) == nil ? nil : after
        }
        for stray in strays { place(stray.indicator, under: stray.owner, in: &result) }
        return result
    }

    /// The document's plan with the objectives for which it says no line under the one line of the archive that has an
    /// objective of that name.
    private func underKnownLines(_ plan: Plan) -> Plan {
        var result = plan
        for line in plan.lines where line.isNameless {
            for objective in line.objectives {
                let homes = archive.lines.filter { home in
                    home.objectives.contains { $0.matchKey == objective.matchKey }
                }
                guard homes.count == 1, let home = homes.first, !home.isNameless else { continue }
                for index in result.lines.indices where result.lines[index].id == line.id {
                    result.lines[index].objectives.removeAll { $0.id == objective.id }
                }
                if let index = result.lines.firstIndex(where: { self.home(of: $0)?.id == home.id }) {
                    result.lines[index].objectives.append(objective)
                } else {
                    var known = StrategicLine(id: home.id, title: home.title)
                    known.objectives = [objective]
                    result.lines.append(known)
                }
            }
        }
        result.lines.removeAll { line in
            line.isNameless && line.objectives.isEmpty
                && plan.lines.contains { $0.id == line.id && !$0.objectives.isEmpty }
        }
        return result
    }

    /// Whether the archive has an indicator of these rows in an objective of that name.
    private func knows(_ objective: Objective, _ homes: [Objective]) -> Bool {
        let names = Set(
            homes.filter { $0.matchKey == objective.matchKey }.flatMap(\.indicators).map(\.matchKey))
        return objective.indicators.isEmpty || objective.indicators.contains { names.contains($0.matchKey) }
    }

    /// The line of the archive that a line of the document is.
    private func home(of line: StrategicLine) -> StrategicLine? {
        archive.lines.first { $0.id == line.id } ?? archive.lines.first { $0.matchKey == line.matchKey }
    }

    private func place(_ indicator: Indicator, under owner: Owner, in plan: inout Plan) {
        let line =
            plan.lines.firstIndex { home(of: $0)?.id == owner.line.id }
            ?? {
                plan.lines.append(StrategicLine(id: owner.line.id, title: owner.line.title))
                return plan.lines.count - 1
            }()
        var found = FoundThings(owner.line.objectives, plan.lines[line].objectives.map(\.id))
        let matches = plan.lines[line].objectives.map { found.take($0)?.id }
        let objective =
            matches.firstIndex(of: owner.objective.id)
            ?? {
                plan.lines[line].objectives.append(
                    Objective(id: owner.objective.id, title: owner.objective.title))
                return plan.lines[line].objectives.count - 1
            }()
        plan.lines[line].objectives[objective].indicators.append(indicator)
    }
}

extension StrategicLine {
    /// Nothing says which line it is.
    fileprivate var isNameless: Bool { title.isEmpty && code.isEmpty }
}

extension Objective {
    /// Takes up what further rows say of the same objective: their indicators, and what is not said yet.
    fileprivate mutating func takeUp(_ other: Objective) {
        indicators += other.indicators
        for field in Objective.fields {
            guard case .value(let access) = field.content, access.isBlank(self), !access.isBlank(other) else {
                continue
            }
            access.copy(&self, other)
            setSource(other.source(of: field.key), of: field.key)
        }
    }

    /// Whether another one is the same in further rows of a table: of the same name and head, with nothing but indicators.
    fileprivate func goesOn(in other: Objective) -> Bool {
        matchKey == other.matchKey && head.comparisonKey == other.head.comparisonKey
            && sector.comparisonKey == other.sector.comparisonKey && other.phases.isEmpty
            && other.participants.isEmpty && other.reprogrammings.isEmpty
    }
}

/// The archive's things that a document's are, in the way of the merge.
struct FoundThings<Element: FieldHolder> {
    private let archive: [Element]
    private var finder: ThingFinder

    /// Looks among the archive's things for those with these identities in the document, or of their names.
    init(_ archive: [Element], _ wanted: [UUID]) {
        self.archive = archive
        finder = ThingFinder(archive, wanted)
    }

    /// The thing that one of the document is; each is given once.
    mutating func take(_ element: Element) -> Element? { finder.take(element).map { archive[$0] } }
}
