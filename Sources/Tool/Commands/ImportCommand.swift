import ArgumentParser
import DocumentStore
import Exporting
import Foundation
import Importing
import Localization
import Model
import Scoring
import UserMessages

/// Takes documents into the archive.
struct ImportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: tr("Takes documents into the archive, which is made where there is none."))
    }

    @Argument(
        help: ArgumentHelp(
            tr("The documents, of any format that is read, or a colleague's bundle."), valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp(
            tr("What the documents are: auto, relazione, piano, mappe, progetti, tabella, bundle."),
            valueName: "kind"
        ))
    var kind = "auto"

    @Option(help: ArgumentHelp(tr("The year of the documents."), valueName: "y"))
    var year: Int?

    @Option(
        help: ArgumentHelp(
            tr(
                "The columns of a table as somebody named them: a file, or the name of a layout that is kept."
            ),
            valueName: "layout"))
    var layout: [String] = []

    @Flag(help: ArgumentHelp(tr("Says what would change, and changes nothing.")))
    var dryRun = false

    @Flag(help: ArgumentHelp(tr("Where archive and document disagree, the document's value replaces it.")))
    var replace = false

    @Option(
        help: ArgumentHelp(
            tr(
                "Things whose names are so much alike (65 to 100) are the same; without it they are told, and added."
            ), valueName: "score"))
    var alike: Int?

    @Flag(
        help: ArgumentHelp(
            tr("Documents of a municipality with another name than the archive's are meant for it.")))
    var sameMunicipality = false

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard ["auto", "bundle"].contains(kind) || ImportKind(rawValue: kind) != nil else {
            let known = (["auto"] + ImportKind.allCases.map(\.rawValue) + ["bundle"]).joined(separator: ", ")
            throw ValidationError(
                tr("There is no kind «{kind}»; choose among: {known}.", ["kind": kind, "known": known]))
        }
        if let alike, !(65...100).contains(alike) {
            throw ValidationError(
                tr("{score} is no likeness that is looked for (65–100).", ["score": "\(alike)"]))
        }
        guard let year, !(1900...2199).contains(year) else { return }
        throw ValidationError(tr("{year} is no year of a plan (1900–2199).", ["year": "\(year)"]))
    }

    func run() throws {
        if let bundle = try bundle() {
            // A bundle is merged as by the command for it.
            return try BundleMerge(path: bundle, isDryRun: dryRun, isJSON: json, takesTheirs: replace)
                .run(common)
        }
        let known = try common.known()
        // All documents are read before anything is written: one bad file changes nothing.
        let proposals = try read(LayoutChoice.layouts(layout, keptIn: known?.content))
        do throws(ToolFailure) { try requireYears(proposals) } catch {
            guard dryRun else { throw error }
            Console.tell(error.message)
        }
        let taking = try take(proposals, known)
        if json {
            try Console.say(JSONText.bytes(of: ImportReport(proposals)))
        } else {
            for proposal in proposals { try Console.say(proposal.words) }
        }
        for proposal in proposals { tellEncoding(of: proposal) }
        taking.tell(dryRun: dryRun)
        let empty = proposals.filter(\.parts.isEmpty)
        let lost = empty.filter { $0.findings.contains { $0.code == .columnsLost } }
        guard lost.isEmpty else {
            throw ToolFailure(
                .input,
                tr(
                    "Nothing of {files} reached a field: the columns of the page were lost with its copy. Import the file that it was copied from, or name its lines in the window, where they are listed as not understood.",
                    ["files": Words.list(lost.map(\.file))]))
        }
        guard empty.isEmpty else {
            throw ToolFailure(
                .input,
                tr(
                    "Nothing of {files} reached a field: say what it is with --kind, or name the columns of its tables in the window or with --layout.",
                    ["files": Words.list(empty.map(\.file))]))
        }
    }

    /// The bundle that is to be imported; nil where the files are documents.
    private func bundle() throws(ToolFailure) -> String? {
        guard kind == "bundle" || kind == "auto" && files.contains(where: BundleFile.isBundle) else {
            return nil
        }
        if let only = files.first, files.count == 1 { return only }
        throw ToolFailure(.usage, tr("A bundle is imported alone: give one file."))
    }

    /// Bytes that were read by an assumption are told at once, whatever the form of the result.
    private func tellEncoding(of proposal: ImportProposal) {
        for finding in proposal.findings where [.encodingAssumed, .undefinedByte].contains(finding.code) {
            Console.tell(finding.line)
        }
    }

    private func read(_ layouts: LayoutChoice) throws(ToolFailure) -> [ImportProposal] {
        let progress = Progress()
        defer { progress.clear() }
        var proposals: [ImportProposal] = []
        var documents: [InputDocument] = []
        for (index, path) in files.enumerated() {
            let url = URL(filePath: path)
            progress.show(
                tr(
                    "Reading {file} ({number} of {total})…",
                    [
                        "file": url.lastPathComponent, "number": "\(index + 1)", "total": "\(files.count)",
                    ]))
            do {
                let document = try InputFile.opened(url)
                proposals.append(
                    try document.proposal(
                        kind: ImportKind(rawValue: kind), year: year, layouts: layouts.all))
                // What was read is kept for them alone.
                if !layouts.given.isEmpty { documents.append(document) }
            } catch {
                progress.clear()
                throw ToolFailure(.input, error.words)
            }
        }
        progress.clear()
        layouts.tellUnused(by: documents)
        return proposals
    }

    /// A plan without a year has no place in the archive.
    private func requireYears(_ proposals: [ImportProposal]) throws(ToolFailure) {
        for proposal in proposals where proposal.lacksYear {
            throw ToolFailure(
                .usage,
                tr("{file} does not say its year. Give it with --year.", ["file": proposal.file]))
        }
    }

    /// - Parameter known: the archive as it is before, open to be read; nil where there is none yet.
    private func take(_ proposals: [ImportProposal], _ known: ArchiveStore?) throws(ToolFailure) -> Taking {
        let store = try dryRun ? known : writingOrNew()
        defer { store?.close() }
        var taking = Taking(content: store?.content ?? ImportCommand.emptyContent)
        for proposal in proposals {
            var choice = ImportChoice(overwritesAll: replace)
            if let alike {
                choice.identified = proposal.alikeThings(atLeast: alike, in: taking.content)
            }
            taking.add(proposal, choice)
        }
        if !dryRun, !sameMunicipality, let refusal = taking.refusal { throw refusal }
        guard !dryRun, store != nil || taking.hasSomething else { return taking }
        let content = taking.content
        let summary = tr("Imported {files}", ["files": Words.list(proposals.map(\.file))])
        let folder = common.folder
        taking.failures = try ToolFailure.refusing { () throws(ArchiveError) in
            if let store {
                try store.commit(content, summary: summary, author: Author.current, at: Date())
                return store.checkpoint()
            }
            let new = try ArchiveStore.create(
                at: folder, content: content, summary: summary, author: Author.current, date: Date())
            return new.close()
        }
        return taking
    }

    /// The archive open to be written; nil where there is none yet.
    private func writingOrNew() throws(ToolFailure) -> ArchiveStore? {
        guard common.hasArchive else { return nil }
        return try common.writing()
    }

    private static var emptyContent: ArchiveContent {
        ArchiveContent(
            municipality: Municipality(id: UUID(), name: ""), services: ServiceCatalogue(id: UUID()))
    }
}

/// What taking documents into the archive came to.
struct Taking {
    /// The archive's content with the documents.
    var content: ArchiveContent
    /// Things added, fields filled or written anew, fields in which archive and document disagree.
    private var added = 0, filled = 0, conflicts = 0
    /// Whether a plan lacks its year, so that it could not be added.
    private var lacksYear = false
    /// Things of documents that things of the archive are, or may be, although their names differ.
    private var alike: [ImportedThing] = []
    /// Documents of another municipality, with its name.
    private var others: [(file: String, name: String, own: String)] = []
    /// Documents' files that could not be written yet.
    var failures: [ArchiveError] = []

    /// Nothing taken into `content` yet.
    init(content: ArchiveContent) {
        self.content = content
    }

    /// There is something in the content, so that it is worth an archive.
    var hasSomething: Bool {
        !content.years.isEmpty || !content.services.services.isEmpty || !content.municipality.sectors.isEmpty
            || !content.municipality.name.isEmpty
    }

    /// Takes a document in.
    mutating func add(_ proposal: ImportProposal, _ choice: ImportChoice) {
        lacksYear = lacksYear || proposal.lacksYear
        let review = proposal.review(against: content, identified: choice.identified)
        let changes = review.changes
        alike += review.things.filter { $0.alike != nil }
        if let name = review.otherMunicipality {
            others.append((proposal.file, name, content.municipality.name))
        }
        added += changes.count { $0.kind == .added }
        filled += changes.count { $0.kind == .filled || $0.kind == .renewed }
        conflicts += changes.count { $0.kind == .conflict }
        let former = content
        content = proposal.apply(to: content, choice)
        content.takeSeriesFigures(since: former)
    }

    /// Why nothing is taken: a document is of another municipality than the archive; nil where none is.
    var refusal: ToolFailure? {
        others.first.map { other in
            ToolFailure(
                .input,
                tr(
                    "{file} is of {name}, the archive of {own}: nothing was taken. Give --same-municipality if the document is meant for this archive.",
                    ["file": other.file, "name": other.name, "own": other.own]))
        }
    }

    /// Says what changed, or would change.
    func tell(dryRun: Bool) {
        let values = [
            "added": Words.number(added), "filled": Words.number(filled),
            "conflicts": Words.number(conflicts),
        ]
        if dryRun {
            Console.tell(
                tr("Would add {added} things, fill {filled} fields; {conflicts} fields differ.", values))
        } else {
            Console.tell(
                tr("Added {added} things, filled {filled} fields; {conflicts} fields differ.", values))
        }
        if !hasSomething, !lacksYear {
            Console.tell(tr("Nothing was recognised that an archive could hold: none was made."))
        } else if !dryRun, hasSomething, content.municipality.name.isEmpty {
            Console.tell(tr("No document says which municipality it is: write its name in the window."))
        }
        for other in others {
            Console.tell(
                tr("{file} is of another municipality, {name}.", ["file": other.file, "name": other.name]))
        }
        for thing in alike { tell(thing, dryRun: dryRun) }
        for failure in failures { Console.tell(failure.words) }
    }

    private func tell(_ thing: ImportedThing, dryRun: Bool) {
        guard let alike = thing.alike else { return }
        let values = [
            "kind": FieldNames.entity(in: thing.list), "name": thing.name, "other": alike.name,
            "score": "\(alike.score)",
        ]
        Console.tell(
            alike.isChosen
                ? tr("{kind} «{name}» is the archive's «{other}» (alike by {score} in 100).", values)
                : tr(
                    "{kind} «{name}» may be the archive's «{other}» (alike by {score} in 100): it counts as new. With --alike {score} they are the same.",
                    values))
    }
}

extension ImportProposal {
    /// There is a plan or there are projects, and nothing says of which year.
    var lacksYear: Bool {
        (parts.plan.map { $0.year <= 0 } ?? false) || (parts.projects.map { $0.year <= 0 } ?? false)
    }
}
