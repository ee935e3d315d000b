import Foundation
import Localization
import Testing

@testable import ViewModels

/// What is remembered between two starts.
@Suite struct PreferencesTests {
    @Test func archivesThatWereOpenAreOfferedWhileTheyAreThere() throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: home) }
        var preferences = Preferences()
        for name in ["a", "b", "c"] {
            let folder = home.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("{}".utf8).write(to: folder.appending(path: "archive.json"))
            preferences.noteOpened(folder.path)
        }
        preferences.noteOpened(home.path + "/a")
        let file = home.appending(path: "finestra.json")
        preferences.language = .english
        preferences.save(to: file)
        try FileManager.default.removeItem(at: home.appending(path: "b"))
        let again = Preferences.load(from: file)
        #expect(again.recent(without: nil) == [home.path + "/a", home.path + "/c"])
        #expect(again.recent(without: home.path + "/a") == [home.path + "/c"])
        #expect(again.language == .english)
    }

    @Test func aFileOfAFormerVersionIsReadAllTheSame() throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "barometro-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(#"{"columnWidths":{"a":1},"isDark":true,"isMaximized":true,"width":900}"#.utf8).write(
            to: file)
        let read = Preferences.load(from: file)
        #expect(read.width == 900)
        #expect(read.isMaximized)
        #expect(read.recent(without: nil).isEmpty)
    }

    @Test func aFileThatLacksAKeyOrHasOneOfAnotherKindKeepsTheOthers() throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "barometro-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(
            #"{"width":900,"height":"tall","style":"of another version","author":"Ufficio","textPercent":150}"#
                .utf8
        ).write(to: file)
        let read = Preferences.load(from: file)
        #expect(read.width == 900)
        #expect(read.author == "Ufficio")
        #expect(read.textPercent == 150)
        #expect(read.height == nil)
        #expect(read.style == nil)
        #expect(!read.isMaximized)
    }
}
