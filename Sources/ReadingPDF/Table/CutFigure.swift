/// Figures and days that are wider than their column and go on in the next line of their cell.
enum CutFigure {
    /// Whether a figure that is wider than its column goes on below: `64.682,` and `00`, `50.91` and `0`,
    /// `15/09/202` and `3`.
    static func isCut(_ head: String, before tail: String) -> Bool {
        let isDigits =
            !tail.isEmpty && tail.utf8.count <= 4 && tail.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isDigits, let first = head.last(where: { $0 != "," && $0 != "/" && $0 != "." }), first.isNumber
        else { return false }
        if head.hasSuffix(",") { return tail.utf8.count <= 2 }
        if isGrouped(head + tail), !isGrouped(head) { return true }
        let parts = (head + tail).split(separator: "/", omittingEmptySubsequences: false)
        return head.contains("/") && parts.count == 3 && parts[2].utf8.count == 4
            && parts[...1].allSatisfy { (1...2).contains($0.utf8.count) }
    }

    /// Digits in groups of three behind the first: `50.910`.
    private static func isGrouped(_ text: String) -> Bool {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        return groups.count > 1 && (1...3).contains(groups[0].utf8.count)
            && groups.dropFirst().allSatisfy {
                $0.utf8.count == 3 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
            && groups[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
