import Model

/// What a figure leaves out without anybody having decided so: indicators that have a weight and no achievement.
public struct LeftOut: Hashable, Sendable {
    /// Indicators that are not reported yet.
    public internal(set) var notReported = 0
    /// Indicators that cannot be calculated, and objectives without an indicator.
    public internal(set) var notAssessable = 0

    /// Nothing is left out.
    public var isEmpty: Bool { notReported == 0 && notAssessable == 0 }

    /// What two figures leave out together.
    static func + (left: LeftOut, right: LeftOut) -> LeftOut {
        LeftOut(
            notReported: left.notReported + right.notReported,
            notAssessable: left.notAssessable + right.notAssessable)
    }
}

extension ObjectiveScore.Member {
    /// The indicator has a weight and an obstacle, so that it drops out of the objective's figure.
    public var isDropped: Bool {
        guard case .notAssessable = score.state else { return false }
        return !weight.isZero
    }
}

extension ObjectiveScore {
    /// What the objective's figure leaves out.
    public var leftOut: LeftOut {
        if state == .notAssessable(.noIndicators) { return LeftOut(notAssessable: 1) }
        let pending = members.count {
            $0.counted == nil && $0.score.state == .notReported && !$0.weight.isZero
        }
        return LeftOut(notReported: pending, notAssessable: members.count(where: \.isDropped))
    }

    /// The objective has a figure, and it leaves something out.
    public var isPartial: Bool { achievement != nil && !leftOut.isEmpty }
}

extension GroupScore {
    /// What the group's figure leaves out, of all its objectives.
    public var leftOut: LeftOut { members.map(\.leftOut).reduce(LeftOut(), +) }

    /// The group has a figure, and it leaves something out.
    public var isPartial: Bool { achievement != nil && !leftOut.isEmpty }
}
