import Model

extension Municipality: StoredEntity {
    static var lists: [EntityList<Municipality>] {
        [EntityList("sectors", \.sectors), EntityList("units", \.units)]
    }
}

extension Sector: StoredEntity {
    static var lists: [EntityList<Sector>] { [EntityList("tenures", \.tenures)] }
}

extension Plan: StoredEntity {
    static var lists: [EntityList<Plan>] {
        [
            EntityList("lines", \.lines), EntityList("index", \.index), EntityList("chapters", \.chapters),
        ]
    }
}

extension StrategicLine: StoredEntity {
    static var lists: [EntityList<StrategicLine>] {
        [
            EntityList("strategicObjectives", \.strategicObjectives),
            EntityList("objectives", \.objectives),
        ]
    }
}

extension Objective: StoredEntity {
    static var lists: [EntityList<Objective>] {
        [
            EntityList("phases", \.phases), EntityList("indicators", \.indicators),
            EntityList("participants", \.participants), EntityList("reprogrammings", \.reprogrammings),
        ]
    }
}

extension ServiceCatalogue: StoredEntity {
    static var lists: [EntityList<ServiceCatalogue>] { [EntityList("services", \.services)] }
}

extension ServiceMap: StoredEntity {
    static var lists: [EntityList<ServiceMap>] {
        [
            EntityList("elements", \.elements), EntityList("accessoryElements", \.accessoryElements),
            EntityList("outputs", \.outputs), EntityList("criteria", \.criteria),
            EntityList("segments", \.segments), EntityList("users", \.users), EntityList("staff", \.staff),
            EntityList("roles", \.roles), EntityList("facilities", \.facilities),
            EntityList("footnotes", \.footnotes),
        ]
    }
}

extension ProjectBook: StoredEntity {
    static var lists: [EntityList<ProjectBook>] { [EntityList("projects", \.projects)] }
}

extension ServiceUnit: StoredEntity {}
extension Tenure: StoredEntity {}
extension IndexEntry: StoredEntity {}
extension Chapter: StoredEntity {}
extension StrategicObjective: StoredEntity {}
extension Phase: StoredEntity {}
extension Indicator: StoredEntity {}
extension Participant: StoredEntity {}
extension Reprogramming: StoredEntity {}
extension ServiceElement: StoredEntity {}
extension Series: StoredEntity {}
extension SegmentationCriterion: StoredEntity {}
extension UserSegment: StoredEntity {}
extension StaffFigure: StoredEntity {}
extension SegmentRole: StoredEntity {}
extension Facility: StoredEntity {}
extension Footnote: StoredEntity {}
extension PerformanceProject: StoredEntity {}
