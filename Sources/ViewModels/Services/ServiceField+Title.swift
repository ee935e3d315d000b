import Localization

extension ServiceField {
    /// The field's name on screen.
    public var title: String {
        switch self {
        case .name: tr("Service")
        case .head: trc("person", "Head")
        case .sector: tr("Sector")
        case .remarks: tr("Remarks")
        }
    }
}
