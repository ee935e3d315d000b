import CGtk
import CGtkShim

/// The order of the rows.
extension ColumnView {
    /// Gives GTK's column the sorter of a column.
    func setSorter(of column: OpaquePointer, _ state: ColumnState<Row>) {
        typealias Compare = @MainActor (UInt, UInt) -> Int32
        let body: Compare = { [weak self, weak state] first, second in
            guard let self, let state else { return 0 }
            if let probed { return probed === state ? 1 : 0 }
            guard let first = RowItem<Row>.of(UnsafeMutableRawPointer(bitPattern: first)),
                let second = RowItem<Row>.of(UnsafeMutableRawPointer(bitPattern: second))
            else { return 0 }
            // From then on their places are compared, without asking here.
            if state.needsRanks { rank(by: state) }
            return state.column.compare?(first.value, second.value, state.isDescending) ?? 0
        }
        let made = shim_rank_sorter_new(
            guint(state.number),
            { first, second, data in
                guard let compare = ClosureBox<Compare>.body(at: data) else { return 0 }
                let (first, second) = (UInt(bitPattern: first), UInt(bitPattern: second))
                return MainActor.assumeIsolated { compare(first, second) }
            }, ClosureBox<Compare>.retained(body), releaseBox)
        let sorter = Object(made, .owned)
        sorter.held { gtk_column_view_column_set_sorter(column, $0.pointer(GtkSorter.self)) }
    }

    /// Notes, before the rows are sorted, which columns sort from the largest: GTK 4.8 does not tell, so the sorter of
    /// the whole view is asked about two rows of which a column says that the first comes later.
    func followDirection(of sorter: UnsafeMutablePointer<GtkSorter>) {
        let handle = Object(UnsafeMutableRawPointer(sorter), .borrowed)
        handle.on("changed") { [weak self, weak handle] in
            // GTK calls one thing equal to itself without asking: two are needed, whatever they are.
            guard let self, let sorter = handle?.pointer(GtkSorter.self), let one = root.store.raw,
                let other = filterModel.raw
            else { return }
            for state in columns where state.column.compare != nil {
                probed = state
                state.isDescending = gtk_sorter_compare(sorter, one, other) == GTK_ORDERING_SMALLER
            }
            probed = nil
            rankAnew()
        }
        keep(handle)
    }

    /// Ranks the rows when two are compared next: the order is another one, or many rows are new.
    func rankAnew() {
        guard !isTree else { return }
        for item in root.items { item.forgetRanks() }
        for state in columns where state.column.places != nil { state.needsRanks = true }
    }

    private func rank(by state: ColumnState<Row>) {
        state.needsRanks = false
        let items = root.items
        guard let places = state.column.places?(items.map(\.value)) else { return }
        for (item, place) in zip(items, places) {
            item.setRank(place, in: state.number, isDescending: state.isDescending)
        }
    }
}
