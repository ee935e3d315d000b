import Foundation
import Model

extension ObjectiveAssembly {
    /// Adds somebody to those who take part in the objective that is open.
    mutating func take(_ read: ReadParticipant) {
        guard let line = read.lines.first, let id = plan.identity("participant", read.name) else { return }
        let person = Participant(
            id: id, name: read.name, grade: read.grade, share: read.share, source: reading.source(line))
        plan.updateObjective { $0.participants.append(person) }
        for line in read.lines { reading.ledger.bind(line.number, to: "participant.name") }
    }

    /// Adds a phase to the objective that is open.
    mutating func take(_ read: ReadPhase) {
        guard let line = read.lines.first, let id = plan.identity("phase", read.title) else { return }
        let source = reading.source(line)
        let phase = Phase(
            id: id, title: read.title, timing: read.timing, source: source, timingSource: source)
        plan.updateObjective { $0.phases.append(phase) }
        for line in read.lines { reading.ledger.bind(line.number, to: "phase.title") }
        guard read.timing?.spans.isEmpty ?? true else { return }
        reading.tell(
            read.timing == nil ? .phaseTimingMissing : .valueUnreadable,
            read.timing == nil ? .info : .warning,
            line: line.number, at: .phase, path: plan.path() + [read.title], field: "timing",
            written: read.timing?.words ?? "")
    }
}

extension Participant {
    /// Somebody with a grade and a share of time as written, where they are.
    init(id: UUID, name: String, grade: String, share: String, source: Source) {
        self.init(id: id, name: name)
        self.grade = grade
        sources["name"] = source
        if !grade.isEmpty { sources["grade"] = source }
        guard !share.isEmpty else { return }
        self.share = ReportedValue(reading: share)
        sources["share"] = source
    }
}

extension Phase {
    /// A phase with its time, as far as it is told.
    init(id: UUID, title: String, timing: PhaseTiming?, source: Source, timingSource: Source) {
        self.init(id: id, title: title)
        sources["title"] = source
        guard let timing else { return }
        (spans, self.timing) = (timing.spans, timing.words)
        sources["timing"] = timingSource
    }
}
