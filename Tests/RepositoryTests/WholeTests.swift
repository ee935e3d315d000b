import Foundation
import Testing

/// What must hold for the repository as a whole.
struct WholeTests {
    @Test func `the README's map names every folder of the sources`() throws {
        let folders = try Repository.folders(in: "Sources")
        #expect(folders.contains("Model"))
        #expect(Whole.foldersMissing(in: try Repository.text("README.md"), of: folders) == [])
    }

    @Test func `a folder that the map leaves out is found`() {
        #expect(
            Whole.foldersMissing(in: "| `Model` | ArchiveSession", of: ["ViewModels", "Model"]) == [
                "ViewModels"
            ])
    }

    @Test func `nothing names the machine that it was written on`() throws {
        let top = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
            .filter { ![".git", ".build", "Package.resolved"].contains($0) }
        let endings = [
            ".swift", ".c", ".h", ".md", ".yml", ".json", ".po", ".pot", ".ui", ".css", ".txt", ".svg",
            ".xml",
        ]
        let scripts = [
            "Resources/setup", "Resources/start", "Resources/check", "Resources/translations",
            "Resources/documentation", "Resources/manpages", "Resources/package", "Resources/package-check",
            "Resources/sbom", "Resources/screenshots", "Resources/stage", ".ci/run",
        ]
        let paths = Repository.paths(in: top, endings: endings) + scripts + top.filter { $0.contains(".") }
        var read = 0
        for path in paths {
            guard let text = try? Repository.text(path) else { continue }
            read += 1
            for place in Whole.places(in: text, path: path) { Issue.record("\(place)") }
        }
        #expect(read > 50)
    }

    @Test func `a path of ours is found`() {
        let text = "first\nsee \(Whole.placesOfOurs[0])notes\nhomework/done and network/a"
        #expect(Whole.places(in: text, path: "a.md").count == 1)
        #expect(Whole.places(in: "homework/done", path: "a.md").isEmpty)
    }
}
