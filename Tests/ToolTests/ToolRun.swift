import ToolSupport

/// The built `barometroctl`, run as a person runs it.
typealias ToolRun = ToolSupport.ToolRun
/// A folder of its own, taken away when the test is done with it.
typealias Scratch = ToolSupport.Scratch
