import Foundation
import PackagePlugin

/// Compiles each `po/<language>.po` with `msgfmt` when the Localization target is built.
///
/// A catalogue lies in the target's resources as
/// `catalogue-<language>/barometro/LC_MESSAGES/barometro-<language>.mo`: a folder a language, since the package
/// manager copies a whole folder but puts single files side by side. `Gettext.swift` tells why `barometro`
/// stands where gettext expects a language.
@main
struct Catalogues: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let sources = context.package.directoryURL.appending(path: "po")
        let languages = try FileManager.default.contentsOfDirectory(atPath: sources.path)
            .filter { $0.hasSuffix(".po") }.map { String($0.dropLast(3)) }.sorted()
        return try languages.map { language in
            let source = sources.appending(path: "\(language).po")
            let root = context.pluginWorkDirectoryURL.appending(path: "catalogue-\(language)")
            let folder = root.appending(path: "barometro/LC_MESSAGES")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let result = folder.appending(path: "barometro-\(language).mo")
            return .buildCommand(
                displayName: "Compiling translations \(language)",
                executable: URL(filePath: "/usr/bin/env"),
                arguments: ["msgfmt", "--check-format", "-o", result.path, source.path],
                inputFiles: [source], outputFiles: [root])
        }
    }
}
