import ArgumentParser
import DocumentStore
import Exporting
import Foundation
import Importing
import Localization
import Model
import UserMessages

/// The layouts that are kept with the archive: how columns of tables were named by hand.
struct LayoutsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "layouts",
            abstract: tr(
                "Lists, shows, adds, renames, exports and removes the columns of tables that were named by hand."
            ),
            subcommands: [List.self, Show.self, Add.self, Rename.self, Export.self, Remove.self],
            defaultSubcommand: List.self)
    }

    /// Shows which there are.
    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: tr("Lists the layouts that are kept."))
        }

        @Flag(help: ArgumentHelp(tr("The result as JSON.")))
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let layouts = try LayoutChoice.kept(by: common)
            if json { return try Console.say(JSONText.bytes(of: ["layouts": layouts])) }
            for layout in layouts { try Console.say(layout.name) }
        }
    }

    /// Shows one.
    struct Show: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: tr(
                    "Shows the heads or labels of a layout and what each is, or the texts that it names."))
        }

        @OptionGroup var named: NamedLayout

        func run() throws {
            let layout = try named.layout()
            for words in LayoutWords.all(of: layout) { try Console.say(words) }
        }
    }

    /// Keeps one.
    struct Add: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "add", abstract: tr("Keeps the layout of a file with the archive."))
        }

        @Argument(help: ArgumentHelp(tr("The file."), valueName: "file"))
        var file: String

        @OptionGroup var common: CommonOptions

        func run() throws {
            let layout = try LayoutChoice.file(file).kept
            let store = try common.writing()
            defer { store.close() }
            var content = store.content
            let name = content.keep(layout)
            try store.change(to: content, tr("Layout of a table kept: {name}", ["name": name]))
            try Console.say(name)
        }
    }

    /// Gives one another name.
    struct Rename: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "rename", abstract: tr("Gives a layout that is kept another name."))
        }

        @OptionGroup var named: NamedLayout

        @Argument(help: ArgumentHelp(tr("The name that it gets."), valueName: "new"))
        var new: String

        func run() throws {
            let id = try named.layout().kept.id
            let store = try named.common.writing()
            defer { store.close() }
            var content = store.content
            guard let place = content.layouts?.layouts.firstIndex(where: { $0.id == id }),
                let name = content.layouts?.newName(new, of: id)
            else { throw ToolFailure(.usage, LayoutWords.nameTaken(new)) }
            content.layouts?.layouts[place].name = name
            try store.change(to: content, tr("Layout of a table called {name}", ["name": name]))
            try Console.say(name)
        }
    }

    /// Writes one to a file.
    struct Export: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "export", abstract: tr("Writes a layout to a file, to be sent."))
        }

        @OptionGroup var named: NamedLayout

        @Option(
            name: .shortAndLong,
            help: ArgumentHelp(tr("The file to be written; - for the output."), valueName: "file"))
        var output = "-"

        func run() throws {
            try OutputFile(path: output).write(LayoutFile.bytes(of: named.layout()))
        }
    }

    /// Forgets one.
    struct Remove: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "remove", abstract: tr("Removes a layout that is kept."))
        }

        @OptionGroup var named: NamedLayout

        func run() throws {
            let layout = try named.layout()
            let store = try named.common.writing()
            defer { store.close() }
            var content = store.content
            content.layouts?.layouts.removeAll { $0.id == layout.kept.id }
            try store.change(
                to: content, tr("Removal of the layout of a table") + ": " + layout.name)
        }
    }
}

/// A layout of an archive by its name.
struct NamedLayout: ParsableArguments {
    @Argument(help: ArgumentHelp(tr("The name of the layout."), valueName: "name"))
    var name: String

    @OptionGroup var common: CommonOptions

    /// The layout.
    func layout() throws(ToolFailure) -> Layout {
        let known = try LayoutChoice.kept(by: common)
        if let found = known.first(where: { $0.name == name }) { return found }
        guard !known.isEmpty else {
            throw ToolFailure(.usage, tr("The archive keeps no layout yet. Add one with layouts add."))
        }
        throw ToolFailure(
            .usage,
            tr(
                "No layout «{name}» is kept; there are: {known}. Choose one of them.",
                ["name": name, "known": Words.list(known.map(\.name))]))
    }
}
