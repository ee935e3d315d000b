import Model

extension ObjectiveAssembly {
    /// Adds somebody to those who take part in the objective that is open.
    mutating func take(_ read: ReadParticipant) {
        guard plan.hasObjective, let line = read.lines.first else { return }
        let source = reading.source(line)
        plan.updateObjective(addingParticipant: read.name) { person in
            person.grade = read.grade
            person.sources["name"] = source
            if !read.grade.isEmpty { person.sources["grade"] = source }
            guard !read.share.isEmpty else { return }
            person.share = ReportedValue(reading: read.share)
            person.sources["share"] = source
        }
        for line in read.lines { reading.ledger.bind(line.number, to: "participant.name") }
    }

    /// Adds a phase to the objective that is open.
    mutating func take(_ read: ReadPhase) {
        guard plan.hasObjective, let line = read.lines.first else { return }
        let source = reading.source(line)
        plan.updateObjective(addingPhase: read.title) { phase in
            phase.spans = read.timing?.spans ?? []
            phase.timing = read.timing?.words ?? ""
            phase.sources["title"] = source
            if read.timing != nil { phase.sources["timing"] = source }
        }
        for line in read.lines { reading.ledger.bind(line.number, to: "phase.title") }
        guard read.timing?.spans.isEmpty ?? true else { return }
        reading.tell(
            read.timing == nil ? .phaseTimingMissing : .valueUnreadable,
            read.timing == nil ? .info : .warning,
            line: line.number, at: .phase, path: plan.path() + [read.title], field: "timing",
            written: read.timing?.words ?? "")
    }
}
