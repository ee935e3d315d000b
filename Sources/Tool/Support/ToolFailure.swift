import UserMessages

/// Why a command ends before it is done, with what is told about it.
struct ToolFailure: Error {
    /// What the caller learns.
    enum Code: Int32 {
        /// Findings of severity error.
        case findings = 1
        /// The command cannot be done as it was asked.
        case usage = 2
        /// A file cannot be read.
        case input = 3
        /// The archive cannot be opened or written.
        case archive = 4
    }

    let code: Code
    /// One message, place and remedy in it; empty where all was told already.
    let message: String

    init(_ code: Code, _ message: String = "") {
        self.code = code
        self.message = message
    }
}

extension ToolFailure {
    /// Runs what reads or writes a file that a person named; its problem ends the command with its words.
    static func input<Result>(
        _ body: () throws(InputFile.Problem) -> Result
    ) throws(ToolFailure) -> Result {
        do throws(InputFile.Problem) {
            return try body()
        } catch {
            throw ToolFailure(.input, error.words)
        }
    }
}
