import Foundation

/// Checks of the repository as a whole.
enum Whole {
    /// The folders of `Sources` that a README does not name as code.
    static func foldersMissing(in readme: String, of folders: [String]) -> [String] {
        folders.filter { !readme.contains("`\($0)`") }
    }

    /// Paths of the machine on which the program happens to be written, which mean nothing to anybody else.
    ///
    /// The words are put together so that this file does not name them itself.
    static let placesOfOurs = [
        "/" + "work/", "/" + "work`", "/" + "opt/swift", "/" + "root/", "work" + "place",
    ]

    /// The lines of a text that name a place of ours, each as a sentence with its place.
    static func places(in text: String, path: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            placesOfOurs.filter { line.lowercased().contains($0) }
                .map { "\(path):\(index + 1): names \($0)" }
        }
    }
}
