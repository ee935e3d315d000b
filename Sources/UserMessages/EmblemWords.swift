import DocumentStore
import Localization

extension Emblem.Refusal {
    /// Why a file is no coat of arms, and what to do.
    public func words(file: String) -> String {
        switch self {
        case .noImage:
            tr("{file} is no PNG image. Save the image as PNG and choose that file.", ["file": file])
        case .tooLarge:
            tr(
                "{file} is larger than 8 MB, or has more than 64 million pixels. Save it smaller and choose that file.",
                ["file": file])
        case .damaged:
            tr(
                "{file} is damaged: it was cut off or changed on its way. Get the image again and choose that file.",
                ["file": file])
        }
    }
}
