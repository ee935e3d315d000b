import Installation

/// Where the compiled catalogues lie.
enum Catalogue {
    /// The folder that holds `catalogue-<language>`, `nil` where there is none: the program then speaks English.
    ///
    /// Not found by `Bundle.module`, which ends the process where it finds nothing.
    static let folder = Installation.data("barometro_Localization.resources")
}
