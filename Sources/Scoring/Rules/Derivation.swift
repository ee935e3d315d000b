import Model

/// How an achievement came about: what comes out, and the steps that led there where somebody asks why.
///
/// A plan's scores are made without steps; an explanation applies the same rules again and keeps them.
struct Derivation: Hashable, Sendable {
    /// What comes out.
    private(set) var value: Fraction
    /// What came out before it was kept within 0 and 100.
    private(set) var uncapped: Fraction
    /// The steps, in order; the last one's value is `value`. Empty where nobody asks.
    private(set) var steps: [Step] = []
    /// Whether the steps are kept.
    private let isExplained: Bool

    /// A derivation of one step. The operands are asked for only where the step is kept.
    init(
        _ formula: Formula, _ operands: @autoclosure () -> [Operand], _ value: Fraction, isExplained: Bool
    ) {
        self.value = value
        uncapped = value
        self.isExplained = isExplained
        if isExplained { steps = [Step(formula, operands(), value)] }
    }

    /// The derivation with one more step.
    func adding(_ formula: Formula, _ operands: @autoclosure () -> [Operand], _ value: Fraction) -> Derivation
    {
        var next = self
        next.value = value
        next.uncapped = value
        if isExplained { next.steps.append(Step(formula, operands(), value)) }
        return next
    }

    /// The derivation, closed by a step that keeps the result within 0 and 100 where it lies outside.
    func clamped() -> Derivation {
        guard value < .zero || value > .hundred else { return self }
        var next = adding(.clamped, [Operand(.value, value)], value.clamped(.zero, .hundred))
        next.uncapped = value
        return next
    }
}

extension Fraction {
    /// 100 or 0.
    static func whole(_ reached: Bool) -> Fraction { reached ? .hundred : .zero }
}
