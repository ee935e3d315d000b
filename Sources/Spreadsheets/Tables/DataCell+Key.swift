import Exporting
import Model

/// The cell by which a row is found again when it comes back: the identity, and what the row said when it left.
extension DataCell {
    /// That of an indicator's row.
    /// - Parameter asked: the fields that whoever gets the table is to write.
    static func key(_ indicator: Indicator, asked: Set<FieldKey> = []) -> DataCell {
        key(
            indicator,
            [.dimension, .measure, .formula, .purpose, .weight, .baseline, .target, .actual, .note],
            asked: asked)
    }

    /// That of a series' row with the figures of these years.
    /// - Parameter asked: the year whose figure is to be written; nil for none.
    static func key(_ series: Series, years: [Int], asked: Int? = nil) -> DataCell {
        key(
            series, years.map { FieldKey.values.year($0) },
            asked: Set([asked].compactMap { $0.map(FieldKey.values.year) }))
    }

    private static func key<Entity: FieldHolder>(
        _ entity: Entity, _ fields: [FieldKey], asked: Set<FieldKey>
    ) -> DataCell {
        .text(
            (entity.id.uuidString + " " + SentFields(entity, fields, asked: asked).text).trimmingWhitespace())
    }
}
