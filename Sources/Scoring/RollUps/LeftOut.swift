import Model

/// What a figure leaves out without anybody having decided so: indicators that have a weight and no achievement, and
/// what has no weight among others that have one.
public struct LeftOut: Hashable, Sendable {
    /// Indicators that are not reported yet.
    public internal(set) var notReported = 0
    /// Indicators that cannot be calculated, and objectives without an indicator.
    public internal(set) var notAssessable = 0
    /// Indicators without a weight that can be read, where others of their objective have one.
    public internal(set) var notWeighed = 0
    /// Objectives without a weight, where the group counts by weights.
    public internal(set) var objectivesNotWeighed = 0

    /// Nothing is left out.
    public var isEmpty: Bool { self == LeftOut() }

    /// What two figures leave out together.
    static func + (left: LeftOut, right: LeftOut) -> LeftOut {
        LeftOut(
            notReported: left.notReported + right.notReported,
            notAssessable: left.notAssessable + right.notAssessable,
            notWeighed: left.notWeighed + right.notWeighed,
            objectivesNotWeighed: left.objectivesNotWeighed + right.objectivesNotWeighed)
    }
}

extension ObjectiveScore.Member {
    /// The indicator has a weight and an obstacle, so that it drops out of the objective's figure.
    public var isDropped: Bool {
        guard case .notAssessable = score.state else { return false }
        return !weight.isZero
    }
}

extension ObjectiveScore.Member {
    /// The indicator ought to have a weight, and none can be read.
    var lacksWeight: Bool { written == nil && !isPrerequisite && !score.isNeutralised }
}

extension ObjectiveScore {
    /// What the objective's figure leaves out.
    public var leftOut: LeftOut {
        if state == .notAssessable(.noIndicators) { return LeftOut(notAssessable: 1) }
        let pending = members.count {
            $0.counted == nil && $0.score.state == .notReported && !$0.weight.isZero
        }
        return LeftOut(
            notReported: pending, notAssessable: members.count(where: \.isDropped),
            notWeighed: basis == .equal ? 0 : members.count(where: \.lacksWeight))
    }

    /// The objective has a figure, and it leaves something out.
    public var isPartial: Bool { achievement != nil && !leftOut.isEmpty }
}

extension GroupScore {
    /// What the group's figure leaves out, of all its objectives.
    public var leftOut: LeftOut {
        var all = members.map(\.leftOut).reduce(LeftOut(), +)
        all.objectivesNotWeighed = basis == .equal ? 0 : members.count { $0.written == nil }
        return all
    }

    /// The group has a figure, and it leaves something out.
    public var isPartial: Bool { achievement != nil && !leftOut.isEmpty }
}
