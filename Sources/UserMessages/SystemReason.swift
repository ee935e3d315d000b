import Foundation
import Localization

/// What the system says about an error, in the program's language: the system's own words need not be in it.
public enum SystemReason {
    /// The words for an error number, within a sentence.
    public static func words(ofCode code: Int32) -> String {
        switch code {
        case ENOENT, ENOTDIR: tr("there is no such file or folder")
        case EACCES, EPERM: tr("permission is missing")
        case ENOSPC, EDQUOT: tr("the disk is full")
        case EROFS: tr("the disk can only be read")
        case EIO: tr("the disk or the network does not answer as it should")
        case EISDIR: tr("it is a folder")
        case ENAMETOOLONG: tr("the name is too long")
        case EBUSY, ETXTBSY: tr("it is in use")
        case ELOOP: tr("its links go round in a circle")
        default: String(cString: strerror(code))
        }
    }

    /// The words for an error of Foundation: those of the system call behind it, where there is one.
    public static func words(of error: any Error) -> String {
        var next: NSError? = error as NSError
        while let current = next {
            if current.domain == NSPOSIXErrorDomain { return words(ofCode: Int32(current.code)) }
            next = current.userInfo[NSUnderlyingErrorKey] as? NSError
        }
        return (error as NSError).localizedDescription
    }
}
