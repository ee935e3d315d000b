import Importing
import UserMessages

/// A change that a document would make to the archive, by the name under which a screen knows it.
///
/// Screens see importing through ArchiveSession only: these names spare them the importers themselves.
public typealias ImportChange = Importing.ImportChange

/// Which changes of a document are taken, by the name under which a screen knows it.
public typealias ImportChoice = Importing.ImportChoice

/// Why a document was not read, by the name under which a screen knows it.
public typealias InputProblem = UserMessages.InputFile.Problem

/// What a document can be, by the name under which a screen knows it.
public typealias ImportKind = Importing.ImportKind
