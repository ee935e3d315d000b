/// A day that ends a part of a year, as heads name it: `31/03`, `30.6`, `30/09/2026`.
struct DayOfYear {
    /// The month, 1–12.
    let month: Int

    /// Reads a text that is nothing else; nil for any other.
    init?(_ text: some StringProtocol) {
        let parts = text.split { "/.".contains($0) }
        guard text.utf8.count <= 10, (2...3).contains(parts.count),
            text.allSatisfy({ $0.isNumber || "/.".contains($0) }),
            let day = Int(parts[0]), let month = Int(parts[1]), (28...31).contains(day),
            (1...12).contains(month), parts.count == 2 || parts[2].count == 4
        else { return nil }
        self.month = month
    }
}
