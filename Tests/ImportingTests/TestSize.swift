import Foundation

/// How large the inputs of tests are: larger where `BAROMETRO_LONG` is set.
enum TestSize {
    /// A number of bytes.
    static func bytes(_ short: Int, long: Int) -> Int {
        ProcessInfo.processInfo.environment["BAROMETRO_LONG"] == nil ? short : long
    }
}
