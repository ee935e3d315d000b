import Model

extension PerformanceProject {
    /// Sets a typed field; an empty amount takes it out.
    mutating func set(_ field: ProjectField, to text: String) {
        switch field {
        case .number: number = text
        case .scope: scope = text
        case .title: title = text
        case .typeOrFunder: typeOrFunder = text
        case .expectedResult: expectedResult = text
        case .own: ownResources = PerformanceProject.amount(text, gross: ownResources?.gross)
        case .thirdParty:
            thirdPartyResources = PerformanceProject.amount(text, gross: thirdPartyResources?.gross)
        case .gross:
            let gross = text.trimmingWhitespace().isEmpty ? nil : ReportedValue(reading: text, as: .euro)
            if ownResources != nil { ownResources?.gross = gross } else { thirdPartyResources?.gross = gross }
        }
    }

    private static func amount(_ text: String, gross: ReportedValue?) -> ProjectAmount? {
        guard !text.trimmingWhitespace().isEmpty else { return nil }
        return ProjectAmount(net: ReportedValue(reading: text, as: .euro), gross: gross)
    }
}
