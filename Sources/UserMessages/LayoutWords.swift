import Importing
import Localization

/// What a layout says, in words.
public enum LayoutWords {
    /// What a column or label is taken for; `term` is nil for one that is left out.
    public static func column(_ head: String, _ term: String?) -> String {
        (head.isEmpty ? "—" : head) + ": " + (term ?? tr("not used"))
    }

    /// What a text is that stands at a line.
    public static func text(_ text: String, line: Int, _ term: String) -> String {
        tr("line {line} «{text}»: {term}", ["line": "\(line)", "text": text, "term": term])
    }

    /// A term, with its year where it has one.
    public static func term(_ term: FieldTerm, year: Int?) -> String {
        term.title + (year.map { " \($0)" } ?? "")
    }

    /// Why a layout does not get a name.
    public static func nameTaken(_ name: String) -> String {
        tr("«{name}» is the name of another layout, or no name. Choose another one.", ["name": name])
    }

    /// What a layout says, one column, label or text after the other.
    public static func all(of layout: Layout) -> [String] {
        zip(layout.signature, layout.terms).map { column($0, $1?.title) }
            + (layout.namedLines ?? []).map { text($0.text, line: $0.line, term($0.term, year: $0.year)) }
    }
}
