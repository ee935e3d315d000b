import Foundation

/// What the system says about an error.
enum Reason {
    /// The words for an error number, in the language of the process.
    static func words(ofCode code: Int32) -> String {
        String(cString: strerror(code)).lowercasedFirst
    }

    /// The words for an error of Foundation: those of the system call behind it, where there is one.
    static func words(of error: any Error) -> String {
        var next: NSError? = error as NSError
        while let current = next {
            if current.domain == NSPOSIXErrorDomain { return words(ofCode: Int32(current.code)) }
            next = current.userInfo[NSUnderlyingErrorKey] as? NSError
        }
        return (error as NSError).localizedDescription
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
