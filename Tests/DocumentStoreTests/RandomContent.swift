import Foundation
import Model

/// A row of numbers that is the same for the same seed.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func roll(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }

    mutating func id() -> UUID { UUID(naming: ["\(next())", "\(next())"]) }
}

/// Random archives, and random edits of them as an office makes them: after each of them all that a field names is
/// there.
struct RandomOffice {
    static let sectors = ["Alfa", "Beta"]
    static let year = 2030
    var dice: Dice

    init(seed: Int) {
        dice = Dice(seed)
    }

    mutating func content() -> ArchiveContent {
        var content = ArchiveContent(
            municipality: Municipality(id: dice.id(), name: "Comune di Prova"),
            services: ServiceCatalogue(id: dice.id()))
        content.municipality.sectors = Self.sectors.map { Sector(id: dice.id(), name: $0) }
        var plan = Plan(id: dice.id(), year: Self.year)
        for number in 0..<(1 + dice.roll(3)) {
            var line = StrategicLine(id: dice.id(), title: "Linea \(number)")
            line.strategicObjectives = (0..<dice.roll(3)).map {
                StrategicObjective(id: dice.id(), title: "Strategico \($0)")
            }
            line.objectives = (0..<dice.roll(5)).map { _ in objective(in: line) }
            plan.lines.append(line)
        }
        content.plans[Self.year] = plan
        content.services.services = (0..<(1 + dice.roll(3))).map { _ in service() }
        var book = ProjectBook(id: dice.id(), year: Self.year)
        for number in 0..<dice.roll(4) {
            var project = PerformanceProject(id: dice.id(), title: "Progetto \(number)")
            project.objectiveID = plan.objectives.randomElement(using: &dice)?.id
            book.projects.append(project)
        }
        content.projects[Self.year] = book
        return content
    }

    private mutating func objective(in line: StrategicLine) -> Objective {
        var objective = Objective(id: dice.id(), title: word())
        objective.sector = Self.sectors[dice.roll(2)]
        objective.strategicObjectiveID = line.strategicObjectives.randomElement(using: &dice)?.id
        objective.indicators = (0..<dice.roll(4)).map { _ in
            var indicator = Indicator(id: dice.id(), name: word())
            indicator.target = ReportedValue(number: ExactDecimal(dice.roll(100)))
            return indicator
        }
        return objective
    }

    private mutating func service() -> ServiceMap {
        var service = ServiceMap(id: dice.id(), name: word())
        service.sector = Self.sectors[dice.roll(2)]
        service.outputs = (0..<dice.roll(3)).map { _ in Series(id: dice.id(), name: word()) }
        return service
    }

    private mutating func word() -> String { "Parola \(dice.roll(1000))" }

    /// Makes one change, which may come to nothing where there is nothing to change.
    mutating func edit(_ content: inout ArchiveContent) {
        guard var plan = content.plans[Self.year] else { return }
        let line = dice.roll(plan.lines.count)
        let place = plan.lines.isEmpty ? nil : dice.roll(plan.lines[line].objectives.count)
        let hasObjective = place.map { plan.lines[line].objectives.indices.contains($0) } ?? false
        switch dice.roll(15) {
        case 0...5:
            guard hasObjective, let place else { break }
            editFields(of: &plan.lines[line].objectives[place], in: plan.lines[line])
        case 6:
            guard !plan.lines.isEmpty else { break }
            let new = objective(in: plan.lines[line])
            plan.lines[line].objectives.insert(new, at: place ?? 0)
        case 7:
            guard hasObjective, let place else { break }
            plan.lines[line].objectives.remove(at: place)
        case 8:
            guard !plan.lines.isEmpty else { break }
            plan.lines[line].objectives.shuffle(using: &dice)
        case 9:
            guard hasObjective, let place else { break }
            var moved = plan.lines[line].objectives.remove(at: place)
            let target = dice.roll(plan.lines.count)
            moved.strategicObjectiveID = plan.lines[target].strategicObjectives.first?.id
            plan.lines[target].objectives.append(moved)
        case 10:
            guard !plan.lines.isEmpty, !plan.lines[line].strategicObjectives.isEmpty else { break }
            let gone = plan.lines[line].strategicObjectives.removeLast().id
            for index in plan.lines[line].objectives.indices
            where plan.lines[line].objectives[index].strategicObjectiveID == gone {
                plan.lines[line].objectives[index].strategicObjectiveID = nil
            }
        case 11:
            if dice.roll(3) == 0, !plan.lines.isEmpty {
                plan.lines.remove(at: line)
            } else {
                plan.lines.append(StrategicLine(id: dice.id(), title: word()))
            }
        case 12: editServices(&content.services)
        case 13: editLayouts(&content)
        default: editProjects(&content, plan: plan)
        }
        content.plans[Self.year] = plan
        dropReferences(&content)
    }

    private mutating func editFields(of objective: inout Objective, in line: StrategicLine) {
        let place = dice.roll(objective.indicators.count)
        switch dice.roll(10) {
        case 0: objective.note = word()
        case 1: objective.head = word()
        case 2: objective.sector = Self.sectors[dice.roll(2)]
        case 3: objective.strategicObjectiveID = line.strategicObjectives.randomElement(using: &dice)?.id
        case 4: objective.tags = [.other(word())]
        case 5: objective.indicators.append(Indicator(id: dice.id(), name: word()))
        case 6 where !objective.indicators.isEmpty: objective.indicators.remove(at: place)
        case 7 where !objective.indicators.isEmpty:
            objective.indicators[place].actual = ReportedValue(number: ExactDecimal(dice.roll(100)))
        case 8 where !objective.indicators.isEmpty:
            objective.indicators[place].continuity = Continuity(
                indicatorID: dice.roll(3) == 0 ? nil : dice.id())
        case 9 where !objective.indicators.isEmpty:
            objective.indicators[place].actualSeriesID = dice.roll(3) == 0 ? nil : dice.id()
        default: objective.weight = ExactDecimal(dice.roll(10))
        }
    }

    private mutating func editLayouts(_ content: inout ArchiveContent) {
        if dice.roll(4) == 0, let gone = content.layouts?.layouts.randomElement(using: &dice) {
            content.layouts?.layouts.removeAll { $0.id == gone.id }
            return
        }
        let columns = ["cosa", "quanto \(dice.roll(3))"].map { head in
            LayoutColumn(head: head, term: dice.roll(3) == 0 ? nil : "termine \(dice.roll(9))", year: nil)
        }
        content.keep(KeptLayout(name: word(), columns: columns))
    }

    private mutating func editServices(_ catalogue: inout ServiceCatalogue) {
        let place = dice.roll(catalogue.services.count)
        guard !catalogue.services.isEmpty, dice.roll(4) > 0 else {
            catalogue.services.append(service())
            return
        }
        switch dice.roll(4) {
        case 0: catalogue.services.remove(at: place)
        case 1: catalogue.services[place].remarks = word()
        case 2: catalogue.services[place].outputs.append(Series(id: dice.id(), name: word()))
        default:
            guard !catalogue.services[place].outputs.isEmpty else { return }
            let value = ReportedValue(number: ExactDecimal(dice.roll(100)))
            catalogue.services[place].outputs[0].values[2020 + dice.roll(4)] = value
        }
    }

    private mutating func editProjects(_ content: inout ArchiveContent, plan: Plan) {
        guard var book = content.projects[Self.year] else { return }
        if book.projects.isEmpty || dice.roll(3) == 0 {
            var project = PerformanceProject(id: dice.id(), title: word())
            project.objectiveID = plan.objectives.randomElement(using: &dice)?.id
            book.projects.append(project)
        } else {
            book.projects[dice.roll(book.projects.count)].objectiveID =
                plan.objectives.randomElement(using: &dice)?.id
        }
        content.projects[Self.year] = book
    }

    private func dropReferences(_ content: inout ArchiveContent) {
        let objectives = Set(content.plans.values.flatMap(\.objectives).map(\.id))
        guard var book = content.projects[Self.year] else { return }
        for index in book.projects.indices
        where book.projects[index].objectiveID.map({ !objectives.contains($0) }) ?? false {
            book.projects[index].objectiveID = nil
        }
        content.projects[Self.year] = book
    }
}
