import Reporting

extension ReportDocument {
    /// Those of the texts that the document does not have; empty texts are nothing to have.
    func lacks(_ expected: [String]) -> [String] {
        let whole = texts.joined(separator: "\n")
        return expected.filter { !$0.isEmpty && !whole.contains($0) }
    }
}
