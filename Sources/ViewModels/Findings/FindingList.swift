import Foundation
import Model
import Reporting

extension Finding {
    /// Kind and sentence; the kind alone where the sentence says no more.
    public var words: String {
        sentence == code.title ? sentence : code.title + ": " + sentence
    }
}

/// The findings as Verifiche shows them: in groups of one code, the gravest first.
public struct FindingList: Sendable {
    /// A finding in words.
    public struct Row: Hashable, Sendable {
        /// The finding.
        public var finding: Finding
        /// Where, in words.
        public var place: String
        /// What is written and what was expected.
        public var sentence: String
    }

    /// Findings of one code.
    public struct Group: Hashable, Sendable, Identifiable {
        /// The code.
        public var code: FindingCode
        /// The gravest severity among them.
        public var severity: Severity
        /// The findings, in the order of the checks.
        public var rows: [Row]
        /// The code names the group.
        public var id: String { code.rawValue }
    }

    /// The groups, the gravest first, then by their titles.
    public var groups: [Group]

    /// The list of `findings`; a severity that is not in `shown` is left out.
    public init(_ findings: [Finding], shown: Set<Severity> = Set(Severity.allCases)) {
        var byCode: [FindingCode: [Finding]] = [:]
        for finding in findings where shown.contains(finding.severity) {
            byCode[finding.code, default: []].append(finding)
        }
        groups = byCode.map { code, found in
            Group(
                code: code, severity: found.map(\.severity).max() ?? .info,
                rows: found.map { Row(finding: $0, place: $0.placeWords, sentence: $0.sentence) })
        }
        .sorted { left, right in
            left.severity != right.severity
                ? left.severity > right.severity : left.code.title < right.code.title
        }
    }
}
