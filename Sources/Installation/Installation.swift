import Glibc

/// Where the programs and what belongs to them lie, in a build folder as on a machine on which they are installed.
///
/// Found from the running program, never from a path that was written down when it was built: the whole can be moved.
public enum Installation {
    /// The folder of the running program, links followed; nil where the system does not say it.
    public static let programs: String? = {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        let executable = String(cString: path)
        guard let slash = executable.lastIndex(of: "/") else { return nil }
        return String(executable[..<slash])
    }()

    /// A folder of data of this name: beside the program, or in `share/barometro` where the program lies in
    /// `lib/barometro`; nil where it is in neither.
    public static func data(_ name: String) -> String? {
        guard let programs else { return nil }
        return ["\(programs)/\(name)", "\(programs)/../../share/barometro/\(name)"]
            .first { access($0, R_OK | X_OK) == 0 }
    }
}
