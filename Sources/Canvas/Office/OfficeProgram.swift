import Foundation

/// LibreOffice, where it is installed: makes files of other formats of an OpenDocument text.
public struct OfficeProgram: Sendable {
    /// What it can make.
    public enum Format: String, Sendable, CaseIterable {
        /// OpenDocument text.
        case odt
        /// Office Open XML.
        case docx
        /// PDF/A-2b that is PDF/UA-1 too.
        case archivalPDF
    }

    /// Why it made no file.
    public enum Failure: Error, Hashable {
        /// It did not end within the time that it has.
        case tooLong
        /// It ended with this code, or without a file.
        case refused(code: Int32)
    }

    private let path: String

    /// The program among those of the system; nil where there is none, or where it cannot write texts.
    public static let installed: OfficeProgram? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        let candidates = folders.flatMap { ["\($0)/soffice", "\($0)/libreoffice"] }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) && !lacksWriter($0) }
            .map { OfficeProgram(path: $0) }
    }()

    /// True where the parts of LibreOffice are installed but that for texts, which may be a package of its own.
    private static func lacksWriter(_ path: String) -> Bool {
        let folder = URL(filePath: path).resolvingSymlinksInPath().deletingLastPathComponent()
        func has(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: folder.appending(path: name).path(percentEncoded: false))
        }
        return has("soffice.bin") && !has("libswlo.so")
    }

    /// The longest time that it has for a document, in seconds.
    private static let patience = 300.0

    /// The file of a format of a flat OpenDocument text. It works in a folder and with a profile of its own, which
    /// are removed afterwards.
    public func convert(_ text: Data, to format: Format) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "barometro-office-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "document.fodt")
        try text.write(to: source)
        let code = try run([
            "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
            "--norestore", "--convert-to", format.filter, "--outdir", folder.path(percentEncoded: false),
            source.path(percentEncoded: false),
        ])
        let result = folder.appending(path: "document.\(format.ending)")
        guard code == 0, let bytes = try? Data(contentsOf: result), !bytes.isEmpty else {
            throw Failure.refused(code: code)
        }
        return bytes
    }

    private func run(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + OfficeProgram.patience) == .success else {
            process.terminate()
            throw Failure.tooLong
        }
        return process.terminationStatus
    }
}

extension OfficeProgram.Format {
    /// How the name of the file ends.
    fileprivate var ending: String {
        switch self {
        case .odt: "odt"
        case .docx: "docx"
        case .archivalPDF: "pdf"
        }
    }

    /// LibreOffice's name of the format with its settings.
    fileprivate var filter: String {
        switch self {
        case .odt: "odt:writer8"
        case .docx: "docx:MS Word 2007 XML"
        case .archivalPDF:
            "pdf:writer_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},"
                + "\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"},"
                + "\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},"
                + "\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}"
        }
    }
}
