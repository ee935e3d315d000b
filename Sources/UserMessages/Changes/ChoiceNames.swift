import Localization

/// What the choices are called that the archive keeps as words of its own.
enum ChoiceNames {
    /// The word on screen for a choice of a member; nil for any other text.
    static func word(_ choice: String, of member: String) -> String? {
        choices[member]?[choice]?()
    }

    private static let choices: [String: [String: @Sendable () -> String]] = [
        "measure": [
            "quantity": { tr("Quantity") }, "percentage": { tr("Percentage") }, "date": { tr("Date") },
            "timeliness": { tr("Timeliness") }, "on-off": { tr("Done or not done") },
            "euro": { tr("Euro") },
        ],
        "dimension": [
            "effectiveness": { tr("Effectiveness") }, "efficiency": { tr("Efficiency") },
            "economy": { tr("Economy") }, "output": { tr("Output") }, "outcome": { tr("Outcome") },
            "activity": { tr("Activity or process") },
        ],
        "direction": [
            "increasing": { tr("More is better") }, "decreasing": { tr("Less is better") },
        ],
        "role": [
            "holder": { tr("Holder") }, "interim": { tr("Ad interim") }, "deputy": { tr("Deputy") },
        ],
        "kind": [
            "direct": { tr("Direct") }, "outsourced": { tr("Outsourced") }, "mixed": { tr("Mixed") },
            "number": { trc("kind of value", "number") }, "date": { trc("kind of value", "date") },
            "on-off": { trc("kind of value", "done or not done") },
            "text": { trc("kind of value", "text") }, "missing": { trc("kind of value", "missing") },
        ],
        "rollUp": [
            "mean": { tr("Simple mean of the objectives") },
            "weighted": { tr("Mean weighted by the objectives' weights") },
        ],
        "tags": [
            "multi-year": { tr("Multi-year") }, "cross-sector": { tr("Cross-sector") },
            "equal-opportunities": { tr("Equal opportunities") },
            "digitalisation": { tr("Digitalisation") }, "transparency": { tr("Transparency") },
            "anticorruption": { tr("Anti-corruption") }, "simplification": { tr("Simplification") },
            "training": { tr("Training") }, "pnrr": { tr("PNRR") },
            "accessibility": { tr("Accessibility") }, "improvement": { tr("Improvement") },
            "other": { tr("Other") },
        ],
    ]
}
