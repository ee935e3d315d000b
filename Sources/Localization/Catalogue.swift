import Glibc

/// Where the compiled catalogues lie.
enum Catalogue {
    /// The folder that holds `catalogue-<language>`, `nil` where there is none: the program then speaks English.
    ///
    /// Found from the running executable, not by `Bundle.module`, which ends the process where it finds nothing:
    /// beside it (a build folder, tests), or in `lib` or `share` beside its `bin` (an installed program).
    static let folder: String? = {
        guard let home = folderOfExecutable else { return nil }
        let name = "barometro_Localization.resources"
        return ["\(home)/\(name)", "\(home)/../lib/barometro/\(name)", "\(home)/../share/barometro/\(name)"]
            .first { access($0, R_OK | X_OK) == 0 }
    }()

    private static var folderOfExecutable: String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        let executable = String(cString: path)
        guard let slash = executable.lastIndex(of: "/") else { return nil }
        return String(executable[..<slash])
    }
}
