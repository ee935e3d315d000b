import Model

/// Reads a performance plan as municipalities print it in section 2.2 of their PIAO: the organisation, the strategic
/// lines, the index of objectives, and the cards of the objectives by sector.
public enum PlanReader {
    /// Reads the plan. Where neither the user nor the document names a year, the year is 0 and a finding says so.
    public static func read(_ reading: inout Reading, year: Int?) -> ImportParts {
        let found = PlanYear.find(in: reading.lines)
        if year == nil, found?.isTitle != true {
            reading.tell(
                .yearAssumed, .warning, line: found?.line ?? 1, at: .plan, field: "year",
                expected: found.map { "\($0.year)" } ?? "")
        }
        var walk = PlanWalk(reading, year: year ?? found?.year ?? 0)
        let parts = walk.run()
        reading = walk.reading
        return parts
    }
}
