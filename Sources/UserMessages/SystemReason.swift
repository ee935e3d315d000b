import DocumentStore
import Foundation
import Localization

/// What the system says about an error, in the program's language: the system's own words need not be in it.
public enum SystemReason {
    /// The words for an error number, within a sentence.
    public static func words(ofCode code: Int32) -> String {
        switch code {
        case ENOENT: tr("there is no such file or folder")
        case ENOTDIR: tr("a part of its path is no folder")
        case EACCES, EPERM: tr("permission is missing")
        case ENOSPC, EDQUOT: tr("the disk is full")
        case EROFS: tr("the disk can only be read")
        case EIO: tr("the disk or the network does not answer as it should")
        case EISDIR: tr("it is a folder")
        case ENAMETOOLONG: tr("the name is too long")
        case EBUSY, ETXTBSY: tr("it is in use")
        case ELOOP: tr("its links go round in a circle")
        case EINVAL: tr("the system does not accept this name or place")
        case EFBIG: tr("the file would be larger than the disk takes")
        case ENXIO, ENODEV: tr("there is no such device")
        case EPIPE: tr("nobody reads it any more")
        case EMFILE, ENFILE: tr("too many files are open")
        case 0: tr("the system refuses it")
        default: tr("the system refuses it (error {number})", ["number": "\(code)"])
        }
    }

    /// The words for an error of Foundation: those of the system call behind it, where there is one.
    public static func words(of error: any Error) -> String {
        switch error {
        case AtomicFile.Problem.writeProtected: return tr("the file is write-protected")
        case AtomicFile.Problem.noFolder: return tr("the folder is not there")
        case let error as SystemError: return words(ofCode: error.code)
        default: break
        }
        var next: NSError? = error as NSError
        while let current = next {
            if current.domain == NSPOSIXErrorDomain { return words(ofCode: Int32(current.code)) }
            next = current.userInfo[NSUnderlyingErrorKey] as? NSError
        }
        return words(ofCode: code(ofFoundation: (error as NSError).code))
    }

    /// The error number behind an error of Foundation that does not carry it; 0 for others.
    private static func code(ofFoundation code: Int) -> Int32 {
        switch CocoaError.Code(rawValue: code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
        case .fileReadNoPermission, .fileWriteNoPermission: EACCES
        case .fileWriteOutOfSpace: ENOSPC
        case .fileWriteVolumeReadOnly: EROFS
        case .fileReadInvalidFileName, .fileWriteInvalidFileName: ENAMETOOLONG
        case .fileReadTooLarge: EFBIG
        default: 0
        }
    }
}
