import Foundation
import Model

/// Service maps of a municipality that does not exist, with everything that a map can hold.
public enum InventedServices {
    /// Years of the maps.
    public static let years = Array(2019...2024)

    /// A catalogue of `count` services, each with its own name.
    public static func catalogue(count: Int = 3) -> ServiceCatalogue {
        var catalogue = ServiceCatalogue(id: UUID(naming: ["catalogue"]))
        catalogue.services = (1...max(1, count)).map(service)
        return catalogue
    }

    /// A service with everything filled in.
    public static func service(_ number: Int) -> ServiceMap {
        let name = "Servizio di prova numero \(number)"
        var map = ServiceMap(id: UUID(naming: [name]), name: name)
        map.head = "Capoufficio Inventato \(number)"
        map.sector = "Settore delle prove \(number)"
        map.elements = [
            element(
                "Cosa principale \(number)",
                "Si dà questa cosa a chi la chiede, in ufficio o da casa. " + filler),
            element("Altra cosa \(number)", ""),
        ]
        map.accessoryElements = [element("Cosa in più \(number)", filler)]
        map.outputs = outputs(number)
        map.criteria = [criterion("per età \(number)"), criterion("per quartiere \(number)")]
        map.segments = [
            segment("famiglie \(number)", "con almeno un figlio"), segment("anziani \(number)", ""),
        ]
        map.users = [
            series(
                "Utenti in tutto \(number)",
                ["1.234", "1.100", "n.d.", "1.300", "1.420 (stima a metà anno)", "1.500"]),
            series("di cui nuovi \(number)", ["34", "30", "/", "61", "70", "75"]),
        ]
        map.management = ManagementForm(kind: ManagementKind.allCases[number % 3])
        map.management.note = number % 3 == 1 ? "" : "con la cooperativa di fantasia \(number)"
        map.staff = [
            StaffFigure(
                id: UUID(naming: [name, "staff"]), name: "Personale", value: ReportedValue(reading: "12,5"))
        ]
        var role = SegmentRole(id: UUID(naming: [name, "role"]), segment: "volontari \(number)")
        role.role = "aiutano allo sportello"
        map.roles = [role]
        var place = Facility(id: UUID(naming: [name, "place"]), name: "Sportello \(number)")
        place.note = "Via che non esiste, \(number)"
        map.facilities = [place]
        map.footnotes = [
            Footnote(
                id: UUID(naming: [name, "1"]), mark: "*", text: "dal 2022 si conta in un altro modo \(number)"
            ),
            Footnote(id: UUID(naming: [name, "2"]), mark: "**", text: "compresi gli arretrati \(number)"),
        ]
        map.remarks = "Annotazione in fondo alla mappa \(number)."
        return map
    }

    private static func outputs(_ number: Int) -> [Series] {
        let total = series(
            "Pratiche in tutto \(number)", ["800", "577", "672", "686*", "681", "6\(number)1"])
        var first = series("pratiche allo sportello \(number)", ["500", "300", "400", "386", "381", "300"])
        first.parentID = total.id
        var heading = Series(id: UUID(naming: ["heading", "\(number)"]), name: "Tempi e costi \(number)")
        heading.isHeading = true
        var cost = series(
            "Costo per pratica \(number)", ["€ 12,50", "13,05 €", "12,9 €", "n.d.", "", "11,00 €"])
        cost.parentID = heading.id
        var share = series(
            "Pratiche entro i termini \(number)", ["92,5%", "90%", "100%", "88,25%", "0 causa covid", "99%"])
        share.parentID = heading.id
        let late = series("Arretrato \(number)", ["10.390**", "3.123", "3.306", "---", "6.377", "4.886"])
        return [total, first, heading, cost, share, late]
    }

    private static func series(_ name: String, _ cells: [String]) -> Series {
        var series = Series(id: UUID(naming: ["series", name]), name: name)
        for (year, cell) in zip(years, cells) { series.values[year] = ReportedValue(reading: cell) }
        return series
    }

    private static func element(_ name: String, _ description: String) -> ServiceElement {
        var element = ServiceElement(id: UUID(naming: ["element", name]), name: name)
        element.description = description
        return element
    }

    private static func criterion(_ name: String) -> SegmentationCriterion {
        SegmentationCriterion(id: UUID(naming: ["criterion", name]), name: name)
    }

    private static func segment(_ name: String, _ description: String) -> UserSegment {
        var segment = UserSegment(id: UUID(naming: ["segment", name]), name: name)
        segment.description = description
        return segment
    }

    private static let filler =
        "Il testo continua per qualche riga, così che la cella vada a capo più volte e la tabella mostri come "
        + "si comporta quando una descrizione è lunga quanto quelle che gli uffici scrivono davvero nelle mappe."
}
