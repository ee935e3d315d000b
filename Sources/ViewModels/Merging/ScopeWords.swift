import DocumentStore
import Foundation
import Localization
import Model

/// A part of an archive in words.
enum ScopeWords {
    /// Which sectors, services and year: «settori: Tecnico; servizi: Anagrafe; anno 2025».
    /// - Parameter content: where the services' names are looked up.
    static func text(_ scope: BundleScope, in content: ArchiveContent) -> String {
        var parts: [String] = []
        if scope.sectors.isEmpty, scope.services.isEmpty { parts.append(tr("the whole archive")) }
        if !scope.sectors.isEmpty {
            let names = ["names": Words.list(scope.sectors)]
            parts.append(
                trn("sector {names}", "sectors {names}", scope.sectors.count, names))
        }
        if !scope.services.isEmpty { parts.append(services(scope.services, in: content)) }
        parts.append(scope.year.map { tr("year {year}", ["year": "\($0)"]) } ?? tr("all years"))
        return parts.joined(separator: "; ")
    }

    private static func services(_ chosen: [UUID], in content: ArchiveContent) -> String {
        let known = chosen.compactMap { content.service($0)?.name }
        guard known.count == chosen.count, chosen.count <= 4 else {
            return trn("{count} service", "{count} services", chosen.count)
        }
        return trn("service {names}", "services {names}", chosen.count, ["names": Words.list(known)])
    }
}
