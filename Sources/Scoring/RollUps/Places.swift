import Foundation
import Model
import Synchronization

/// Where objectives and indicators stand among the scores of a plan, by identity: looked for when somebody asks first,
/// and kept while the plan has the same ones in the same order.
final class Places: Sendable {
    /// Where an objective stands.
    typealias Objective = (line: Int, objective: Int)
    /// Where an indicator stands.
    typealias Indicator = (line: Int, objective: Int, indicator: Int)

    private struct Index: Sendable {
        var objectives: [UUID: Objective] = [:]
        var indicators: [UUID: Indicator] = [:]
    }

    private enum State: Sendable {
        case unasked([[ScoredObjective]])
        case filled(Index)
    }

    private let state: Mutex<State>

    /// The places in `scored`, by line.
    init(_ scored: [[ScoredObjective]]) {
        state = Mutex(.unasked(scored))
    }

    /// Where an objective stands; nil where it is not in the plan.
    func objective(_ id: UUID) -> Objective? {
        state.withLock { Places.filled(&$0).objectives[id] }
    }

    /// Where an indicator stands; nil where it is not in the plan.
    func indicator(_ id: UUID) -> Indicator? {
        state.withLock { Places.filled(&$0).indicators[id] }
    }

    private static func filled(_ state: inout State) -> Index {
        switch state {
        case .filled(let index): return index
        case .unasked(let scored):
            let index = index(of: scored)
            state = .filled(index)
            return index
        }
    }

    private static func index(of scored: [[ScoredObjective]]) -> Index {
        var filled = Index()
        filled.objectives.reserveCapacity(scored.reduce(0) { $0 + $1.count })
        filled.indicators.reserveCapacity(scored.reduce(0) { $1.reduce($0) { $0 + $1.score.members.count } })
        // By index: a score is large, and need not be copied to be read.
        for line in scored.indices {
            for objective in scored[line].indices {
                filled.objectives[scored[line][objective].score.id] = (line, objective)
                let members = scored[line][objective].score.members
                for position in members.indices {
                    filled.indicators[members[position].score.id] = (line, objective, position)
                }
            }
        }
        return filled
    }
}
