import Gtk
import Localization
import ViewModels

/// What the program is: version, licence, where to read more.
enum AboutWindow {
    /// Shows it over a window.
    static func show(over parent: Window?) {
        let licence = tr(
            "Free software under the European Union Public Licence, version 1.2: whoever has it may use, study, change and pass it on.\n\nThe whole text, in every language of the Union: {link}",
            ["link": AboutProgram.licenceText])
        AboutDialog(
            name: tr("Barometro"), version: AboutProgram.version,
            comments: tr("The performance cycle of a municipality: plan, measure, check, print."),
            title: trc("tab", "About"), licence: licence,
            site: (AboutProgram.site, tr("Performance of public offices: the state's site")),
            icon: "it.barometro.Barometro", over: parent
        ).present()
    }
}
