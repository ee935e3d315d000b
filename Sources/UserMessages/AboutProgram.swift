/// What the program is, the same in the window, on the command line and in the catalogue of public software.
public enum AboutProgram {
    /// The version, as in `publiccode.yml`.
    public static let version = "0.1.0"
    /// The licence, as lists of licences name it.
    public static let licence = "EUPL-1.2"
    /// Where the licence can be read in all languages of the Union.
    public static let licenceText =
        "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12"
    /// The state's site on the performance cycle of public offices.
    public static let site = "https://performance.gov.it"
}
