import Reading

/// Names of people, where no label says that they are.
enum PersonName {
    /// Whether a text is the name of a person: two to four words, each with a capital, one of them a given name that is
    /// usual in Italy. Titles (`dott.ssa`, `ing.`) may stand before it.
    static func isPerson(_ text: some StringProtocol) -> Bool {
        let words = text.split(separator: " ").drop { isOfTitle($0) }
        guard (2...4).contains(words.count), !text.contains(where: { $0.isNumber || ":;/()".contains($0) }),
            words.allSatisfy({ $0.first?.isUppercase == true || particles.contains(String($0)) })
        else { return false }
        let keys = words.map { MatchKey($0).text }
        // `Responsabile Bianchi Anna`: a label stands before the name.
        return !keys.contains(where: { TermRules.knows($0) }) && keys.contains(where: given.contains)
            && !keys.contains(where: places.contains)
    }

    /// Whether a text begins with the title of a person: `Dott.ssa`, `Ing.`.
    static func hasTitle(_ text: some StringProtocol) -> Bool {
        text.split(separator: " ").first.map { titles.contains($0.lowercased()) } ?? false
    }

    /// Whether a text is a title and a name of two to four words, whatever the name: `Dott.ssa Verdi Anna`.
    static func isTitled(_ text: some StringProtocol) -> Bool {
        let words = text.split(separator: " ").drop { isOfTitle($0) || ranks.contains($0.lowercased()) }
        return hasTitle(text) && (1...4).contains(words.count)
            && !text.contains(where: { $0.isNumber || ":;/()".contains($0) })
            && words.allSatisfy { $0.first?.isUppercase == true || particles.contains(String($0)) }
    }

    /// An abbreviation, or a title that is written out.
    private static func isOfTitle(_ word: some StringProtocol) -> Bool {
        word.last == "." && word.utf8.count <= 12 || titles.contains(word.lowercased())
    }

    private static let titles: Set<String> = [
        "dott.", "dott.ssa", "dr.", "ing.", "arch.", "geom.", "avv.", "rag.", "sig.", "sig.ra", "com.",
        "comm.",
        "prof.", "prof.ssa", "cap.", "magg.", "per.", "dr.ssa", "ten.", "isp.", "isp.c.", "col.", "com.te",
        "vice", "commissario", "comandante", "ispettore", "segretario", "ragioniere", "geometra",
        "architetto",
        "ingegnere", "dottor", "dottoressa", "p.i.", "on.", "ass.",
    ]

    /// Words of a title behind the first: `Comm. capo`, `Vice Segretario Generale`.
    private static let ranks: Set<String> = [
        "capo", "vice", "generale", "comunale", "commissario", "comandante", "ispettore", "segretario",
        "superiore",
        "ragioniere", "geometra", "architetto", "ingegnere", "dottor", "dottoressa", "com.te",
    ]

    private static let particles: Set<String> = ["di", "de", "del", "della", "dalla", "da", "von"]

    /// Words of places that are called after people.
    private static let places: Set<String> = [
        "san", "santa", "santo", "sant", "via", "piazza", "villa", "parco", "scuola", "palazzo", "teatro",
        "borgo",
        "viale", "largo", "casa", "centro", "museo", "biblioteca", "istituto",
    ]

    private static let given: Set<String> = Set(
        """
        adele adriana adriano agnese agostino alberto aldo alessandra alessandro alessia alessio alex alfonso alfredo \
        alice alvise amedeo andrea angela angelica angelo anita anna annalisa annamaria antonella antonia antonietta \
        antonino antonio arianna armando arturo augusto barbara beatrice benedetta benedetto benito bernardo \
        bianca bruna bruno camilla carla carlo carlotta carmela carmelo carmine caterina cecilia cesare chiara \
        christian cinzia clara claudia claudio clelia concetta corrado cosimo cristian cristiana cristiano cristina \
        damiano daniela daniele danilo dario davide debora deborah denis diana diego dino domenica domenico donata \
        donatella donato edoardo elena eleonora elio elisa elisabetta emanuela emanuele emilia emiliano emilio emma \
        enrica enrico enza enzo erica erika ermanno ernesto ester eugenia eugenio eva fabiana fabio fabiola fabrizia \
        fabrizio federica federico ferdinando fernando filippo flavia flavio franca francesca francesco franco \
        gabriele gabriella gaetana gaetano gennaro giacinto giacomo giada gian giancarlo gianfranco gianluca \
        gianluigi gianmarco gianna gianni gianpaolo gilberto gino gioacchino giorgia giorgio giovanna giovanni giulia \
        giuliana giuliano giulio giuseppe giuseppina giusy grazia graziano graziella gregorio guglielmo guido hans \
        helga ida igor ilaria ines irene irma isabella ivan ivana ivano jacopo karin katia lara laura lea lella \
        leonardo letizia lia lidia liliana lina linda lino lisa livia livio loredana lorella lorena lorenza lorenzo \
        luca lucia luciana luciano lucio ludovica luigi luigia luisa maddalena manfred manuel manuela mara marcella \
        marcello marco margherita maria mariangela marianna mariano mariella marilena marina mario marisa marta \
        martina martino marzia massimiliano massimo matilde matteo mattia maura maurizia maurizio mauro melania \
        michela michele milena mirella miriam mirko moira monica nadia natalia nello nerina nicola nicoletta \
        nicolo nino noemi olga orazio oreste orietta ornella oscar osvaldo ottavio paola paolo pasquale patrizia \
        patrizio peter pierangela pierluigi piero pierpaolo pietro pina raffaela raffaele raffaella raimondo remo \
        renata renato renzo riccardo rino rita roberta roberto rocco rodolfo romina romolo rosalba rosanna \
        rosario rosaria roberta rossana rossella ruggero sabina sabrina salvatore samuele sandra sandro sara saverio \
        sebastiano serena sergio silvana silvano silvia silvio simona simone simonetta sofia sonia stefania stefano \
        susanna tania tatiana teresa tiziana tiziano tommaso tullio ubaldo ugo umberto valentina valentino valeria \
        valerio valter vanda vanessa veronica vincenza vincenzo virginia vito vittoria vittorio viviana walter \
        wanda wolfgang norma furio agata alda alfio amalia amelia ambrogio anastasia attilio aurelia aurelio \
        bartolomeo beniamino biagio brigida calogero calogera carola cettina ciro clarissa clementina costantino \
        delia dina doriana doris edda egidio elda eliana elvira enea erminia ersilia ettore evelina fausta fausto \
        fernanda fiorella fiorenza fiorenzo floriana floriano fulvia fulvio gaspare gemma gerardo germana germano \
        gilda giuditta giulietta goffredo greta ginevra giusi iacopo ignazio ilenia immacolata iolanda ivo jessica \
        lamberto leda leopoldo licia loretta luana lucilla lucrezia ludovico manlio mariacristina mariagrazia \
        mariateresa marika michelangelo michelina mirco morena moreno nazareno nicole nicolina nives nora nunzia \
        nunzio omar oriana orsola pamela pasqualina piera pierangelo piergiorgio pierina quirino rachele ramona \
        rebecca remigio rinaldo romeo rosalia rosella rosetta rosina rossano ruben samanta samuel santina savina \
        savino sebastiana severino siro tina tobia tosca tonino ulisse vera verena vilma virgilio zeno
        """.split(separator: " ").map(String.init))
}
