import DocumentStore
import Localization

extension RevertProblem {
    /// Why the value was not put back and what to do; `names` are those of the archive's things.
    public func words(names: EntityNames) -> String {
        switch self {
        case .gone(let identity):
            tr(
                "«{name}» is no longer there: put it back first, then its fields.",
                ["name": names[identity] ?? tr("What held the value")])
        case .present(let identity):
            tr("«{name}» is there already.", ["name": names[identity] ?? identity])
        case .documentGone(let document): tr("{document} is no longer there.", ["document": document.title])
        case .whole(let document):
            tr("{document} is never taken away or replaced as a whole.", ["document": document.title])
        case .undecodable(let field, _):
            tr(
                "The former value does not fit any more in {field}.",
                ["field": FieldNames.title(of: field.suffix(1).map { $0 })])
        case .dangling(let identity):
            tr(
                "The former value names «{name}», which is no longer there.",
                ["name": names[identity] ?? identity])
        case .lock: tr("A year is locked and unlocked by itself, with a reason.")
        }
    }
}
