import Importing

/// A change that a document would make to the archive, by the name under which a screen knows it.
///
/// Screens see importing through ArchiveSession only: these names spare them the importers themselves.
public typealias ImportChange = Importing.ImportChange

/// Which changes of a document are taken, by the name under which a screen knows it.
public typealias ImportChoice = Importing.ImportChoice
