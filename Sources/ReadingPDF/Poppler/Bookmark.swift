import CPoppler

/// An entry of a PDF file's outline, which programs show beside the pages.
struct Bookmark {
    /// What it says.
    let title: String
    /// The page that it leads to, from 1.
    let page: Int
    /// How far below the upper edge of the page it leads, in points; nil where it leads to the page as a whole.
    let top: Double?
    /// How many entries it stands below, from 1 for none.
    let level: Int
}

extension PopplerFile {
    /// The entries of the outline in its order, at most as many as a reader would ever look through.
    func bookmarks() -> [Bookmark] {
        guard let first = poppler_index_iter_new(document) else { return [] }
        defer { poppler_index_iter_free(first) }
        var found: [Bookmark] = []
        collect(first, level: 1, into: &found)
        return found
    }

    private static let mostBookmarks = 10_000
    private static let deepestBookmark = 12

    private func collect(_ entry: OpaquePointer, level: Int, into found: inout [Bookmark]) {
        repeat {
            guard found.count < Self.mostBookmarks else { return }
            if let bookmark = bookmark(entry, level: level) { found.append(bookmark) }
            if level < Self.deepestBookmark, let child = poppler_index_iter_get_child(entry) {
                collect(child, level: level + 1, into: &found)
                poppler_index_iter_free(child)
            }
        } while poppler_index_iter_next(entry) != 0
    }

    private func bookmark(_ entry: OpaquePointer, level: Int) -> Bookmark? {
        guard let action = poppler_index_iter_get_action(entry) else { return nil }
        defer { poppler_action_free(action) }
        guard action.pointee.type == POPPLER_ACTION_GOTO_DEST, let title = action.pointee.any.title,
            let destination = action.pointee.goto_dest.dest
        else { return nil }
        let text = String(cString: title)
        guard destination.pointee.type == POPPLER_DEST_NAMED else {
            return Bookmark(text, destination.pointee, in: self, level: level)
        }
        guard let named = poppler_document_find_dest(document, destination.pointee.named_dest) else {
            return nil
        }
        defer { poppler_dest_free(named) }
        return Bookmark(text, named.pointee, in: self, level: level)
    }
}

extension Bookmark {
    fileprivate init?(_ title: String, _ destination: PopplerDest, in file: PopplerFile, level: Int) {
        let number = Int(destination.page_num)
        guard number > 0, number <= file.pageCount, let sheet = file.page(number - 1) else { return nil }
        self.title = title
        page = number
        self.level = level
        top = destination.change_top != 0 ? sheet.bounds.height - destination.top : nil
    }
}
