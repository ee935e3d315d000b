import Foundation
import Model
import Testing

@testable import ViewModels

@MainActor @Suite struct ServiceMapTests {
    @Test func aServiceIsDescribedFromNothingAndUndone() throws {
        let session = emptySession()
        let empty = session.content
        let service = session.addingService()
        try session.perform(service.edit)
        let element = ServiceElement(id: UUID(), name: "Sportello")
        let staff = StaffFigure(id: UUID(), name: "Istruttori", value: ReportedValue(reading: "3"))
        var series = Series(id: UUID(), name: "Pratiche")
        series.values = [2024: ReportedValue(reading: "12")]
        let parts: [ServicePart] = [
            .element(element), .accessoryElement(ServiceElement(id: UUID(), name: "Avvisi")),
            .criterion(SegmentationCriterion(id: UUID(), name: "Età")),
            .segment(UserSegment(id: UUID(), name: "Famiglie")),
            .role(SegmentRole(id: UUID(), segment: "Famiglie")),
            .facility(Facility(id: UUID(), name: "Municipio")), .staff(staff),
            .footnote(Footnote(id: UUID(), mark: "*", text: "Fino a giugno")), .output(series),
        ]
        for part in parts { try session.perform(.serviceMap(.part(service: service.id, part))) }
        var form = ManagementForm(kind: .mixed)
        form.note = "in parte a una cooperativa"
        try session.perform(.serviceMap(.management(service: service.id, form)))
        let map = try #require(session.content.service(service.id))
        #expect(map.elements == [element])
        #expect(map.staff == [staff])
        #expect(map.outputs == [series])
        #expect(map.management == form)
        let counts: [Int] = [
            map.accessoryElements.count, map.criteria.count, map.segments.count, map.roles.count,
            map.facilities.count, map.footnotes.count,
        ]
        #expect(counts.allSatisfy { $0 == 1 })
        try session.perform(.serviceMap(.removePart(service: service.id, element.id)))
        #expect(session.content.service(service.id)?.elements == [])
        while session.history.nextUndo != nil { try session.undo() }
        #expect(session.content == empty)
    }

    @Test func aYearIsAddedToEveryRowThatCountsAndTakenOutWithItsFigures() throws {
        let session = sampleSession()
        let map = try #require(session.content.services.services.first { !$0.outputs.isEmpty })
        let before = session.content
        let year = try #require(SeriesGrid(map.outputs, findings: []).years.last) + 1
        try session.perform(.serviceMap(.addYear(service: map.id, year)))
        let grown = try #require(session.content.service(map.id))
        #expect(SeriesGrid(grown.outputs, findings: []).years.last == year)
        #expect(grown.series.filter { !$0.isHeading }.allSatisfy { $0.values[year] == .notEntered })
        try session.perform(.serviceMap(.removeYear(service: map.id, year)))
        #expect(session.content == before)
    }

    @Test func rowsUnderASeriesThatGoesStayOneLevelHigher() throws {
        let session = emptySession()
        let service = session.addingService()
        try session.perform(service.edit)
        var child = Series(id: UUID(), name: "di cui gratuiti")
        let parent = Series(id: UUID(), name: "Pasti")
        child.parentID = parent.id
        for series in [parent, child] {
            try session.perform(.serviceMap(.part(service: service.id, .users(series))))
        }
        try session.perform(.serviceMap(.removePart(service: service.id, parent.id)))
        let users = try #require(session.content.service(service.id)).users
        #expect(users.map(\.id) == [child.id])
        #expect(users.first?.parentID == nil)
    }

    @Test func aPartWithoutANameIsRefused() throws {
        let session = emptySession()
        let service = session.addingService()
        try session.perform(service.edit)
        let nameless = ServicePart.facility(Facility(id: UUID(), name: "  "))
        #expect(throws: EditRefusal.emptyName) {
            try session.perform(.serviceMap(.part(service: service.id, nameless)))
        }
    }

    @Test func aProjectIsAddedToAYearThatHadNoneWithNetAndGross() throws {
        let session = emptySession()
        let empty = session.content
        let project = session.addingProject()
        try session.perform(project.edit)
        try session.perform(.project(project.id, .own, text: "5.291,00"))
        try session.perform(.projects(.ownGross(project.id, text: "7.000")))
        try session.perform(.projects(.thirdPartyGross(project.id, text: "1.323")))
        let made = try #require(session.content.projects[2026]?.projects.first)
        #expect(made.ownResources?.net.number == ExactDecimal(5291))
        #expect(made.ownResources?.gross?.number == ExactDecimal(7000))
        #expect(made.thirdPartyResources?.net.isMissing == true)
        #expect(made.thirdPartyResources?.gross?.number == ExactDecimal(1323))
        while session.history.nextUndo != nil { try session.undo() }
        #expect(session.content == empty)
    }
}
