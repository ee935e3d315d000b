/// A character that no installed font has, where it is drawn.
public struct MissingCharacter: Hashable, Sendable {
    /// The character.
    public let scalar: Unicode.Scalar
    /// The page on which it stands, from 1; nil in a chart of its own.
    public let page: Int?
    /// The line of text around it.
    public let text: String

    /// A character with its place.
    public init(scalar: Unicode.Scalar, page: Int?, text: String) {
        self.scalar = scalar
        self.page = page
        self.text = text
    }
}
