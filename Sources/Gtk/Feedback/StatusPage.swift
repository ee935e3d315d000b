import CGtk

/// What stands in place of an empty list: what it will hold, and how to begin.
public final class StatusPage {
    /// The widget to put into the page.
    public let root: Box
    private let titleLabel: Label
    private let detailLabel: Label

    /// A page with an icon, a title, an explanation and perhaps buttons.
    public init(icon: String, title: String, detail: String, buttons: [Button] = []) {
        let image = Image(icon: icon)
        image.pixelSize = 64
        image.css("dim-label")
        titleLabel = Label.heading(title, level: 2).alignText(.center)
        titleLabel.css("title-2")
        detailLabel = Label(detail).wrapped(at: 60).alignText(.center)
        let (heading, explanation) = (titleLabel, detailLabel)
        root = Box(.vertical, spacing: 12) {
            image
            heading
            explanation
            buttons.map { $0.align(.center) }
        }
        root.expand().align(.center, .center).margin(18).css("status-page")
    }

    /// Changes the words.
    public func set(title: String, detail: String) {
        titleLabel.text = title
        detailLabel.text = detail
    }
}
