import DocumentStore
import Foundation
import Localization
import Model

/// What of the archive goes to a colleague: sectors and services that a person chooses, and what belongs to them.
public struct PartDraft: Sendable {
    /// A sector that can be chosen.
    public struct Sector: Hashable, Sendable, Identifiable {
        /// The name.
        public let name: String
        /// Its objectives in the chosen years.
        public let objectives: Int
        /// Its services.
        public let services: Int
        /// The name tells it apart.
        public var id: String { name }

        /// Name and numbers: «Settore Tecnico — 4 obiettivi, 3 servizi».
        public var title: String {
            name + " — " + trn("{count} objective", "{count} objectives", objectives) + ", "
                + trn("{count} service", "{count} services", services)
        }
    }

    /// A service that can be chosen by itself.
    public struct Service: Hashable, Sendable, Identifiable {
        /// The map.
        public let id: UUID
        /// The name.
        public let name: String
    }

    /// The chosen sectors, by name.
    public var sectors: Set<String> = []
    /// The services that are chosen by themselves.
    public var services: Set<UUID> = []
    /// Only plans and projects of this year; nil takes all.
    public var year: Int?
    private let content: ArchiveContent

    /// Nothing chosen yet.
    public init(_ content: ArchiveContent, year: Int?) {
        self.content = content
        self.year = year
    }

    /// The sectors that have something, in the order of their names.
    public var allSectors: [Sector] {
        var names: [String: String] = [:]
        let plans = content.plans.values.filter { year == nil || $0.year == year }
        let objectives = plans.flatMap(\.objectives).map(\.sector)
        let services = content.services.services.map(\.sector)
        for name in content.municipality.sectors.map(\.name) + objectives + services {
            let key = name.comparisonKey
            if !key.isEmpty, names[key] == nil { names[key] = name }
        }
        return names.sorted { $0.key < $1.key }.map { key, name in
            Sector(
                name: name, objectives: objectives.count { $0.comparisonKey == key },
                services: services.count { $0.comparisonKey == key })
        }
    }

    /// The services, in the order of their names.
    public var allServices: [Service] {
        content.services.services.map { Service(id: $0.id, name: $0.name) }
            .sorted { $0.name.comparisonKey < $1.name.comparisonKey }
    }

    /// The years that can be chosen, the latest first.
    public var allYears: [Int] { content.years.reversed() }

    /// Something is chosen, and something of the archive belongs to it.
    public var isReady: Bool {
        guard !sectors.isEmpty || !services.isEmpty else { return false }
        return numbers.objectives + numbers.services > 0
    }

    /// What goes in, in numbers; what to do where nothing is chosen.
    public var preview: String {
        guard !sectors.isEmpty || !services.isEmpty else {
            return tr("Choose one or more sectors or services.")
        }
        let numbers = numbers
        guard numbers.objectives + numbers.services > 0 else {
            return tr("Nothing of the archive belongs to what is chosen.")
        }
        let said = [
            trn("{count} objective", "{count} objectives", numbers.objectives),
            trn("{count} indicator", "{count} indicators", numbers.indicators),
            trn("{count} service", "{count} services", numbers.services),
            trn("{count} project", "{count} projects", numbers.projects),
        ]
        let what = tr("The file will hold: {what}.", ["what": Words.list(said)])
        let layouts = content.layouts?.layouts.count ?? 0
        guard layouts > 0 else { return what }
        return what + " "
            + trn(
                "{count} table named by hand goes along, so that the colleague’s files are read alike.",
                "{count} tables named by hand go along, so that the colleague’s files are read alike.",
                layouts)
    }

    /// The file's name that is proposed: municipality's part and year.
    public var fileName: String {
        let chosen = allSectors.map(\.name).filter(sectors.contains)
        let named = chosen + allServices.filter { services.contains($0.id) }.map(\.name)
        let part = named.count > 2 ? named.prefix(2) + [tr("and others")] : named[...]
        let name = FileNames.safe(part.joined(separator: " "))
        return name + (year.map { "-\($0)" } ?? "") + ColleagueFile.suffix
    }

    /// The part as the archive is asked for it.
    var scope: BundleScope {
        BundleScope(
            // As chosen, also where nothing bears the name: an empty scope would be the whole archive.
            sectors: sectors.sorted(), services: services.sorted { $0.uuidString < $1.uuidString }, year: year
        )
    }

    private var numbers: (objectives: Int, indicators: Int, services: Int, projects: Int) {
        let scope = scope
        let part = content.part(
            PartSelection(of: content, sectors: scope.sectors, services: scope.services, year: scope.year))
        let objectives = part.plans.values.flatMap(\.objectives)
        return (
            objectives.count, objectives.reduce(0) { $0 + $1.indicators.count },
            part.services.services.count, part.projects.values.reduce(0) { $0 + $1.projects.count }
        )
    }
}
