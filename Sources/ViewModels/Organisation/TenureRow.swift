import Foundation
import Localization
import Model
import Reporting

/// The period of a head as the table of a sector shows it, and the edits of its cells.
public struct TenureRow: Hashable, Sendable, Identifiable {
    /// A column that is typed.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case head, role, from, to
    }

    /// The period.
    public var tenure: Tenure
    /// The sector.
    public var sector: UUID

    /// The period's identity.
    public var id: UUID { tenure.id }

    /// The row of a period.
    public init(_ tenure: Tenure, of sector: UUID) {
        self.tenure = tenure
        self.sector = sector
    }

    /// The names of the roles, to be offered.
    public static var roles: [String] { TenureRole.allCases.map(\.title) }

    /// The text of a column.
    public func text(of field: Field) -> String {
        switch field {
        case .head: tenure.head
        case .role: tenure.role.title
        case .from: tenure.from?.italian ?? ""
        case .to: tenure.to?.italian ?? ""
        }
    }

    /// The edit that sets a column; a role is known by the beginning of its name.
    public func setting(_ field: Field, to text: String) throws(EditRefusal) -> Edit {
        var changed = tenure
        let text = text.trimmingWhitespace()
        switch field {
        case .head: changed.head = text
        case .role:
            let key = text.comparisonKey
            let role = TenureRole.allCases.first { $0.title.comparisonKey.hasPrefix(key) }
            guard let role, !key.isEmpty else { throw .noRole(text) }
            changed.role = role
        case .from: changed.from = try TypedDate.read(text)
        case .to: changed.to = try TypedDate.read(text)
        }
        return .organisation(.tenure(sector: sector, changed))
    }
}
