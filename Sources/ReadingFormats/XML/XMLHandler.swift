import Reading

/// Takes what a parser of markup finds. Elements come as the index of their name in `names`, -1 for any other.
protocol XMLHandler: AnyObject {
    /// The names that matter, with the usual prefix of their namespace (`w:tbl`).
    var names: [String] { get }
    /// An element begins.
    func start(_ element: Int, _ attributes: XMLAttributes) throws(ReadingError)
    /// An element ends.
    func end(_ element: Int) throws(ReadingError)
    /// Characters, valid UTF-8, maybe a part of them.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError)
}

/// The attributes of an element, valid while the element begins.
struct XMLAttributes {
    /// libxml2's array: name, prefix, namespace, begin and end of the value for each.
    let pointer: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    /// How many there are.
    let count: Int

    /// The bytes of the value of the first attribute with this name, whatever its namespace. Extensions of
    /// LibreOffice, which repeat standard names with other meanings, are looked at by `prefix` alone.
    func bytes(_ name: StaticString, prefix: StaticString? = nil) -> UnsafeBufferPointer<UInt8>? {
        guard let pointer else { return nil }
        for index in 0..<count {
            let item = pointer + index * 5
            guard let local = item[0], Self.equal(local, name) else { continue }
            if let wanted = prefix {
                guard let actual = item[1], Self.equal(actual, wanted) else { continue }
            } else if let actual = item[1], Self.equal(actual, "calcext") {
                continue
            }
            guard let begin = item[3], let end = item[4] else { continue }
            return UnsafeBufferPointer(start: begin, count: end - begin)
        }
        return nil
    }

    /// The value of an attribute as text.
    func value(_ name: StaticString, prefix: StaticString? = nil) -> String? {
        bytes(name, prefix: prefix).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The value of an attribute as a count; nil where it is none, or has more than nine digits.
    func number(_ name: StaticString) -> Int? {
        guard let digits = bytes(name), !digits.isEmpty, digits.count <= 10 else { return nil }
        var value = 0
        for byte in digits {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// True for an attribute that says yes.
    func isTrue(_ name: StaticString) -> Bool {
        guard let value = value(name) else { return false }
        return value == "1" || value == "true" || value == "on"
    }

    private static func equal(_ text: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
        let wanted = name.utf8Start
        var index = 0
        while text[index] == wanted[index] {
            if wanted[index] == 0 { return true }
            index += 1
        }
        return false
    }
}
