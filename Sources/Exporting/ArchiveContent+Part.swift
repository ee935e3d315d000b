import Model

extension ArchiveContent {
    /// The part of the archive that belongs to a year or a sector, as ``PartSelection`` tells it; nil takes all of
    /// them.
    public func part(year: Int? = nil, sector: String? = nil) -> ArchiveContent {
        part(PartSelection(of: self, sectors: sector.map { [$0] } ?? [], year: year))
    }
}
