import Model
import Sample
import Scoring
import Testing

@testable import Reporting

@Suite struct FindingReasonTests {
    @Test func everyFindingOfTheSampleIsASentenceWithoutGaps() {
        for finding in Checks.run(content: SampleArchive.content()) {
            #expect(!finding.sentence.isEmpty)
            #expect(!finding.sentence.contains("{"), "\(finding.code.rawValue): \(finding.sentence)")
        }
    }

    @Test func figuresThatAreAlikeNameTheOther() {
        let copied = Checks.run(content: SampleArchive.content()).filter { $0.code == .seriesCopied }
        #expect(!copied.isEmpty)
        for finding in copied {
            #expect(finding.sentence.contains(finding.evidence["original"] ?? "?"))
        }
    }

    /// evidence of a finding on a series | what its sentence must say
    @Test(arguments: [
        (FindingCode.seriesCopied, ["reason": "block", "rows": "18", "original": "Piccoli"], "18"),
        (.seriesCopied, ["reason": "all-but-one", "original": "progetti"], "progetti"),
        (.seriesOutlier, ["reason": "unit", "series": "100% | 1"], "100% | 1"),
        (.seriesOutlier, ["reason": "zero", "series": "0 | 2.816"], "0 | 2.816"),
        (.seriesShifted, ["reason": "moved", "original": "contratti"], "contratti"),
        (.seriesTotalMismatch, ["whole": "accertamenti"], "accertamenti"),
        (.seriesTotalMismatch, ["first": "uno", "last": "nove", "rows": "9"], "nove"),
        (.duplicateName, ["line": "1863"], "1863"), (.grossNetMismatch, ["net": "3.780,00"], "3.780,00"),
    ])
    func reasonsNameTheirEvidence(code: FindingCode, evidence: [String: String], word: String) {
        let finding = Finding(
            code, .warning, at: Place(.series, path: ["Servizio", "Serie"]), written: "1", evidence: evidence)
        #expect(finding.reason?.contains(word) == true)
    }
}
