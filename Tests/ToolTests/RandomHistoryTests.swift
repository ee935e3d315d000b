import DocumentStore
import Foundation
import Model
import Testing

/// The objectives of a line as an office or a colleague has them: in order, each with its note.
private struct Side: Equatable {
    var order: [UUID]
    var notes: [UUID: String]

    init(_ content: ArchiveContent) {
        let objectives = content.plans[2031]?.lines.first?.objectives ?? []
        order = objectives.map(\.id)
        notes = Dictionary(uniqueKeysWithValues: objectives.map { ($0.id, $0.note) })
    }

    /// The order among `names` alone.
    func order(among names: Set<UUID>) -> [UUID] { order.filter(names.contains) }
}

/// A row of numbers that is the same for the same seed.
private struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }
}

/// Random histories of an office and a colleague, in which both write, delete, add and reorder as the window does,
/// and everything that goes between them goes by commands.
@Suite struct RandomHistoryTests {
    private let scratch: Scratch
    private var archive: String { scratch.path("comune") }
    private var working: String { scratch.path("collega") }

    init() throws { scratch = try Scratch() }

    private func change(_ folder: String, _ edit: (inout [Objective]) -> Void) throws {
        let store = try ArchiveStore.open(at: URL(filePath: folder))
        var content = store.content
        var plan = try #require(content.plans[2031])
        try #require(!plan.lines.isEmpty)
        edit(&plan.lines[0].objectives)
        content.plans[2031] = plan
        try store.commit(content, summary: "Change", author: "test", at: Date())
        #expect(store.close().isEmpty)
    }

    private func edit(_ objectives: inout [Objective], by person: String, _ steps: inout Steps) {
        let place = objectives.isEmpty ? 0 : Int.random(in: 0..<objectives.count, using: &steps)
        let word = "\(person) \(Int.random(in: 0..<1000, using: &steps))"
        switch Int.random(in: 0..<6, using: &steps) {
        case 0 where !objectives.isEmpty: objectives.remove(at: place)
        case 1: objectives.insert(Objective(id: UUID(naming: [word]), title: word), at: place)
        case 2: objectives.shuffle(using: &steps)
        default:
            guard !objectives.isEmpty else { return }
            objectives[place].note = word
        }
    }

    private func side(_ folder: String) throws -> Side {
        let run = try ToolRun(["export", "json", "-o", "-", "--archive", folder])
        return Side(try JSONDecoder().decode(ArchiveContent.self, from: run.output))
    }

    private func start() throws {
        var content = ArchiveContent(
            municipality: Municipality(id: UUID(naming: ["m"]), name: "Comune di Prova"),
            services: ServiceCatalogue(id: UUID(naming: ["s"])))
        var line = StrategicLine(id: UUID(naming: ["l"]), title: "Linea")
        line.objectives = (0..<5).map { Objective(id: UUID(naming: ["o\($0)"]), title: "Obiettivo \($0)") }
        var plan = Plan(id: UUID(naming: ["p"]), year: 2031)
        plan.lines = [line]
        content.plans[2031] = plan
        let store = try ArchiveStore.create(
            at: URL(filePath: archive), content: content, summary: "Start", author: "test", date: Date())
        #expect(store.close().isEmpty)
        let part = try bundle("parte.barometro", of: archive)
        try #require(try ToolRun(["open-bundle", part, working]).code == 0)
    }

    private func bundle(_ name: String, of folder: String) throws -> String {
        let path = scratch.path(name)
        let run = try ToolRun(["export", "bundle", "-o", path, "--archive", folder])
        try #require(run.code == 0, "\(run.errors)")
        return path
    }

    /// The kinds of conflict by the objective that they lie at; those of the whole line's order by nil.
    private func conflicts(_ bundle: String, _ options: [String]) throws -> [UUID?: String] {
        let run = try ToolRun(["merge", bundle, "--json", "--archive", archive] + options)
        try #require(run.code == 0, "\(run.errors)")
        let told = try #require(try run.json["conflicts"] as? [[String: Any]])
        var kinds: [UUID?: String] = [:]
        for conflict in told {
            let path = conflict["path"] as? [String] ?? []
            let objective = path.firstIndex(of: "objectives").flatMap { path.dropFirst($0 + 1).first }
            kinds[objective.flatMap(UUID.init(uuidString:))] = conflict["kind"] as? String
        }
        return kinds
    }

    /// What has to come of an objective, and the conflict that has to be told about it.
    private func expected(_ name: UUID, _ old: Side, _ mine: Side, _ other: Side) -> (String?, String?) {
        let (was, ours, theirs) = (old.notes[name], mine.notes[name], other.notes[name])
        if ours == theirs || theirs == was { return (ours, nil) }
        if ours == was { return (theirs, nil) }
        if ours == nil { return (nil, "removed-here") }
        return (ours, theirs == nil ? "removed-there" : "value")
    }

    /// Some histories, and many more with `BAROMETRO_LONG=1`.
    private static let seeds: ClosedRange<UInt64> =
        ProcessInfo.processInfo.environment["BAROMETRO_LONG"] == nil ? 1...8 : 1...60

    @Test(arguments: seeds) func deletionsEditsAndOrdersMeetWithoutLoss(seed: UInt64) throws {
        try start()
        var steps = Steps(state: seed)
        let old = try side(archive)
        for _ in 0..<3 { try change(archive) { edit(&$0, by: "ufficio", &steps) } }
        for _ in 0..<3 { try change(working) { edit(&$0, by: "collega", &steps) } }
        let (mine, other) = (try side(archive), try side(working))
        let back = try bundle("ritorno.barometro", of: working)
        let told = try conflicts(back, [])
        let result = try side(archive)
        for name in Set(old.order + mine.order + other.order) {
            let (note, conflict) = expected(name, old, mine, other)
            #expect(result.notes[name] == note, "seed \(seed)")
            #expect(told[name] == conflict, "seed \(seed)")
        }
        try checkOrder(old, mine, other, result, isTold: told[nil] == "order", seed: seed)
        #expect(try ToolRun(["verify", "--archive", archive]).code == 0)
        // Once more, and from the beginning: nothing changes, and only what was decided is asked again.
        #expect(try conflicts(back, []).isEmpty, "seed \(seed)")
        let again = try conflicts(back, ["--again"])
        #expect(Set(again.keys).isSubset(of: told.keys), "seed \(seed)")
        #expect(try side(archive) == result, "seed \(seed)")
        try checkLaterDecision(back, old, other, result, seed: seed)
    }

    private func checkOrder(
        _ old: Side, _ mine: Side, _ other: Side, _ result: Side, isTold: Bool, seed: UInt64
    ) throws {
        let common = Set(old.order).intersection(mine.order).intersection(other.order)
        let (was, ours, theirs) = (
            old.order(among: common), mine.order(among: common), other.order(among: common)
        )
        let now = result.order(among: common)
        #expect(isTold == (ours != was && theirs != was && ours != theirs), "seed \(seed)")
        #expect(now == (ours == was && !isTold ? theirs : ours), "seed \(seed)")
        #expect(Set(result.order).count == result.order.count, "seed \(seed)")
    }

    /// What the office decides after the merge stays when the same file is merged again.
    private func checkLaterDecision(
        _ bundle: String, _ old: Side, _ other: Side, _ result: Side, seed: UInt64
    ) throws {
        let taken = result.order.first {
            other.notes[$0] != old.notes[$0] && result.notes[$0] == other.notes[$0]
        }
        guard let name = taken else { return }
        try change(archive) { $0.removeAll { $0.id == name } }
        let decided = try side(archive)
        let told = try conflicts(bundle, ["--again"])
        #expect(try side(archive) == decided, "seed \(seed)")
        #expect(told[name] != nil, "seed \(seed)")
    }
}
