import UserMessages

/// What the program is: version, licence and where to read more.
public typealias AboutProgram = UserMessages.AboutProgram
