import CGLib

/// SHA-256, by GLib.
public enum Digest {
    /// The digest of `bytes` as 64 hexadecimal digits in lower case.
    public static func sha256(_ bytes: [UInt8]) -> String {
        // GLib gives no digest only for a kind of checksum that it does not know.
        guard let text = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count)) else {
            return ""
        }
        defer { g_free(text) }
        return String(cString: text)
    }
}
