/// What is being typed and has not been taken yet, wherever in the program it is.
///
/// Fields and cells note themselves here while a person types in them, so that a window that goes, or a program that
/// ends, takes every text first: the focus need not leave them in a way that GTK tells.
public enum PendingInput {
    /// Takes a text; the answer says whether it was taken.
    typealias Taker = @MainActor () -> Bool

    private static var takers: [ObjectIdentifier: Taker] = [:]

    /// Notes how the text in `field` is taken.
    static func add(_ field: AnyObject, _ taker: @escaping Taker) {
        takers[ObjectIdentifier(field)] = taker
    }

    /// Forgets a field in which nothing is typed any more.
    static func remove(_ field: AnyObject) {
        takers[ObjectIdentifier(field)] = nil
    }

    /// Whether a text in `field` waits to be taken.
    static func holds(_ field: AnyObject) -> Bool {
        takers[ObjectIdentifier(field)] != nil
    }

    /// Takes every text; false where one was refused and its field stays open.
    @discardableResult
    public static func takeAll() -> Bool {
        var allTaken = true
        for (field, taker) in takers {
            if taker() { takers[field] = nil } else { allTaken = false }
        }
        return allTaken
    }
}
