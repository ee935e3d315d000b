import Foundation
import Model

/// Puts the series of a document under the services that have them in the archive, among outputs or users as there: a
/// table that holds both does not say which is which.
struct ServicePlacement {
    private let archive: [ServiceMap]
    /// The service of each series of the archive.
    private var owners: [UUID: Owner] = [:]

    private struct Owner {
        let service: ServiceMap
        let list: WritableKeyPath<ServiceMap, [Series]>
    }

    /// A placement among the archive's services.
    init(in archive: [ServiceMap]) {
        self.archive = archive
        for service in archive {
            for list in [\ServiceMap.outputs, \ServiceMap.users] {
                for series in service[keyPath: list] {
                    owners[series.id] = Owner(service: service, list: list)
                }
            }
        }
    }

    /// The document's services with their series where the archive has them.
    func placed(_ services: [ServiceMap]) -> [ServiceMap] {
        var result: [ServiceMap] = []
        var strays: [(owner: Owner, series: Series)] = []
        for service in services {
            var own = service
            let home = home(of: service)
            for list in [\ServiceMap.outputs, \ServiceMap.users] {
                own[keyPath: list] = service[keyPath: list].filter { series in
                    guard let owner = owner(of: series, in: list, home),
                        owner.service.id != home?.id || owner.list != list
                    else { return true }
                    strays.append((owner, series))
                    return false
                }
            }
            if home != nil || !own.series.isEmpty || service.series.isEmpty { result.append(own) }
        }
        for stray in strays { place(stray.series, under: stray.owner, in: &result) }
        return result
    }

    /// Where the archive has a series: by identity, else by its name in the other list of the same service.
    private func owner(
        of series: Series, in list: WritableKeyPath<ServiceMap, [Series]>, _ home: ServiceMap?
    ) -> Owner? {
        if let known = owners[series.id] { return known }
        guard let home, list == \.outputs, !home.outputs.contains(where: { $0.matchKey == series.matchKey }),
            home.users.contains(where: { $0.matchKey == series.matchKey })
        else { return nil }
        return Owner(service: home, list: \.users)
    }

    private func home(of service: ServiceMap) -> ServiceMap? {
        archive.first { $0.id == service.id } ?? archive.first { $0.matchKey == service.matchKey }
    }

    private func place(_ series: Series, under owner: Owner, in services: inout [ServiceMap]) {
        let index =
            services.firstIndex { home(of: $0)?.id == owner.service.id }
            ?? {
                services.append(ServiceMap(id: owner.service.id, name: owner.service.name))
                return services.count - 1
            }()
        services[index][keyPath: owner.list].append(series)
    }
}
