import Model

/// `payment-time-objective`: D.L. 13/2023 art. 4-bis asks for an objective on payment times that is worth at
/// least 30 % of the result pay. The office is asked; nothing is inferred from titles or weights.
struct PaymentTimesCheck {
    /// The first year that the law covers.
    static let firstYear = 2023
    /// The least share of the result pay, in per cent.
    static let leastShare = ExactDecimal(30)

    private let plan: Plan

    init(_ plan: Plan) {
        self.plan = plan
    }

    var findings: [Finding] {
        guard plan.year >= PaymentTimesCheck.firstYear, !plan.objectives.isEmpty else { return [] }
        guard let answer = plan.paymentTimes else { return [finding(.warning, "paymentTimes", "")] }
        guard let objective = answer.objectiveID, plan.objectives.contains(where: { $0.id == objective })
        else {
            return [finding(.error, "paymentTimes.objectiveID", "")]
        }
        guard let share = answer.shareOfResultPay else {
            return [finding(.warning, "paymentTimes.shareOfResultPay", "")]
        }
        guard share < PaymentTimesCheck.leastShare else { return [] }
        return [finding(.error, "paymentTimes.shareOfResultPay", ItalianNumber.write(share) + "%")]
    }

    private func finding(_ severity: Severity, _ field: String, _ written: String) -> Finding {
        let place = Place(
            .plan, path: [], entity: plan.id, field: field, year: plan.year, source: plan.sources[field])
        let expected = field == "paymentTimes.shareOfResultPay" ? "30%" : ""
        return Finding(.paymentTimeObjective, severity, at: place, written: written, expected: expected)
    }
}
