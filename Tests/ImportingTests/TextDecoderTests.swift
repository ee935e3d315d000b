import Testing

@testable import Importing
@testable import Reading

@Suite("Bytes become text, or a clear refusal")
struct TextDecoderTests {
    private func texts(_ bytes: [UInt8]) throws -> [String] { try SourceText(bytes: bytes).lines.map(\.raw) }

    @Test("UTF-8 with and without its mark")
    func utf8() throws {
        #expect(try texts(Array("città".utf8)) == ["città"])
        #expect(try texts([0xEF, 0xBB, 0xBF] + Array("città".utf8)) == ["città"])
    }

    @Test("UTF-16 of both orders, with a mark or told by its zero bytes")
    func utf16() throws {
        let units = Array("Settore è 1\n".utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try texts([0xFF, 0xFE] + little) == ["Settore è 1"])
        #expect(try texts([0xFE, 0xFF] + big) == ["Settore è 1"])
        let unmarked = try SourceText(bytes: little)
        #expect(unmarked.lines.map(\.raw) == ["Settore è 1"])
        #expect(unmarked.isEncodingAssumed)
    }

    @Test("Windows-1252 is read and told; a byte that it does not define is shown and told, not guessed")
    func windows1252() throws {
        let text = try SourceText(bytes: Array("uno\nEt".utf8) + [0xE0, 0x20, 0x80, 0x81])
        #expect(text.encoding == .windows1252)
        #expect(text.isEncodingAssumed)
        #expect(text.lines.map(\.raw) == ["uno", "Età €\u{FFFD}"])
        #expect(text.damage == [DamagedByte(byte: 0x81, line: 2)])
        let reading = Reading(file: "a.txt", text: text)
        #expect(reading.findings.map(\.code) == [.encodingAssumed, .undefinedByte])
        #expect(reading.findings.last?.written == "0x81")
    }

    @Test("UTF-8 with one broken byte stays UTF-8")
    func damagedUTF8() throws {
        let text = try SourceText(bytes: Array("è à ò ù ì é".utf8) + [0xC3, 0x20])
        #expect(text.encoding == .utf8)
        #expect(text.lines[0].raw == "è à ò ù ì é\u{FFFD} ")
    }

    @Test("Line ends of three systems; the last one opens no line")
    func lineEnds() throws {
        #expect(try texts(Array("a\r\nb\rc\nd".utf8)) == ["a", "b", "c", "d"])
        #expect(try texts(Array("a\n\n".utf8)) == ["a", ""])
    }

    @Test("What is no text is refused with its reason")
    func refusals() {
        func refusal(_ bytes: [UInt8]) -> UnreadableInput? {
            do throws(UnreadableInput) {
                _ = try SourceText(bytes: bytes)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal([]) == .empty)
        #expect(refusal([0xEF, 0xBB, 0xBF]) == .empty)
        #expect(refusal(Array("%PDF-1.7\n".utf8)) == .binary(.pdf))
        #expect(refusal([0x50, 0x4B, 0x03, 0x04, 0, 0]) == .binary(.zip))
        #expect(refusal(Array("riga\nal".utf8) + [0] + Array("tra".utf8)) == .nulByte(offset: 7, line: 2))
        #expect(refusal([0xFF, 0xFE, 0x41]) == .brokenUTF16(offset: 2))
        #expect(refusal([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]) == .brokenUTF16(offset: 2))
        #expect(refusal(Array("ab".utf8) + [1, 2, 3]) == .controlCharacters(offset: 2, line: 1))
        let large = [UInt8](repeating: 0x61, count: ImportLimits.maximumBytes + 1)
        #expect(refusal(large) == .tooLarge(bytes: large.count, limit: ImportLimits.maximumBytes))
        let lines = [UInt8](repeating: 0x0A, count: ImportLimits.maximumLines + 2)
        #expect(refusal(lines) == .tooManyLines(limit: ImportLimits.maximumLines))
    }
}
