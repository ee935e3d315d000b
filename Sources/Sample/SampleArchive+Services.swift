extension SampleArchive {
    /// The maps in the words of `ServiceScript`. Written into them for the checks to find: a total that its
    /// rows do not give, a row of users copied from another service, a lost digit, a figure in words and the
    /// same name twice.
    static let servicesText = """
        #Anagrafe e stato civile|Responsabile del Settore 1|Affari generali e personale
        cIscrizioni e variazioni|Registra residenze, cambi di abitazione, nascite, matrimoni e decessi.
        cDocumenti|Rilascia carte d'identità e certificati.
        aAppuntamenti in linea|Prenotazione dal portale, con promemoria.
        oCertificati rilasciati allo sportello|9.812|7.204|6.551|5.930|4.876|4.102
        oCertificati rilasciati in linea|1.204|3.318|4.127|5.266|6.940|8.015
        oCarte d'identità|1.655|2.014|2.230|2.318|2.287|2.402
        oPratiche di residenza|1.120|1.034|1.187|1.245|1.302|1.276
        kResidenza
        kCittadinanza
        sResidenti|Persone iscritte in anagrafe.
        sItaliani all'estero|Persone iscritte all'AIRE.
        uResidenti al 31 dicembre|18.655|18.601|18.540|18.512|18.466|18.420
        uItaliani residenti all'estero|812|846|871|903|941|980
        mdirect|
        nPersonale|7
        rResidenti|Presentano le richieste e scelgono il canale.
        fMunicipio|Piazza del Mercato 1
        #Asili nido|Responsabile del Settore 4|Servizi alla persona
        cAccoglienza|Cura ed educazione dei bambini da tre mesi a tre anni.
        aPre e post orario|Apertura dalle 7.30 e fino alle 18.
        oPosti autorizzati|124|124|124|130|130|142
        oGiorni di apertura|138|201|205|206|205|206
        oPasti serviti|13.920|21.480|23.016|24.122|24.390|26.058
        kEtà
        kReddito della famiglia
        sLattanti|Da tre a dodici mesi.
        sSemidivezzi e divezzi|Da dodici a trentasei mesi.
        uTotale bambini iscritti|118|121|124|129|140|141
        :di cui:
        uNido Girasole|52|53|54|56|56|60
        uNido Aquilone|40|41|42|44|45|47
        uNido Bosco|26|27|28|29|29|34
        ;
        uDomande in lista d'attesa|31|28|35|30|27|18
        mmixed|Un nido è gestito in concessione.
        nPersonale comunale|22
        nPersonale del concessionario|8
        rFamiglie|Partecipano al comitato di gestione.
        fNido Girasole|Via delle Scuole 4
        fNido Aquilone|Via del Lago 12
        fNido Bosco|Viale dei Tigli 30
        #Biblioteca|Responsabile del Settore 4|Servizi alla persona
        cPrestito e consultazione|Libri, riviste, film e risorse digitali.
        cPromozione della lettura|Incontri, gruppi di lettura, letture per i piccoli.
        aPostazioni di studio|Sale con rete senza fili.
        oPrestiti|12.408|17.950|21.377|23.602|25.144|28.114
        oPrestiti digitali|3.120|2.870|2.655|2.710|2.804|2.951
        oIniziative|18|34|61|72|75|96
        oOre di apertura settimanale|24|36|40|40|40|48*
        kEtà
        sBambini e ragazzi|Fino a 17 anni.
        sAdulti|Da 18 anni.
        uIscritti attivi: ragazzi|1.012|1.240|1.466|1.530|1.588|1.702
        uIscritti attivi: adulti|2.105|2.312|2.540|2.611|2.690|2.955
        uPresenze alle iniziative|410|905|2.216|2.680|2.744|4.120
        mdirect|
        nPersonale|6
        rLettori|Propongono acquisti e iniziative.
        fBiblioteca comunale|Via dell'Arsenale 8
        **|Due aperture serali dal mese di aprile 2025.
        #Servizio sociale professionale|Responsabile del Settore 4|Servizi alla persona
        cSegretariato sociale|Ascolto, informazione e orientamento.
        cPresa in carico|Progetti personalizzati per persone e famiglie.
        aPronto intervento sociale|Reperibilità nei giorni festivi.
        oColloqui|2.806|3.115|3.240|3.402|3.388|3.471
        oProgetti personalizzati|366|402|431|447|452|468
        oContributi erogati|512|488|396|351|347|339
        kEtà
        kCondizione di fragilità
        sFamiglie con minori|Nuclei seguiti anche con i servizi scolastici.
        sPersone anziane|Oltre i 65 anni.
        sPersone con disabilità|Con certificazione.
        uNuclei familiari seguiti|512|530|548|561|570|584
        uPersone anziane seguite|241|238|252|260|271|284
        uPersone con disabilità seguite|118|123|126|131|130|137
        mmixed|I servizi a domicilio sono affidati a una cooperativa.
        nPersonale|11
        rFamiglie|Concordano il progetto.
        fCentro civico|Via del Lago 3
        #Assistenza domiciliare|Responsabile del Settore 4|Servizi alla persona
        cAiuto a domicilio|Cura della persona e della casa.
        aPasti a domicilio|Consegna nei giorni feriali.
        oOre di assistenza|10.455|11.208|11.914|12.370|12.655|13.012
        oPasti consegnati|8.310|9.122|9.480|9.655|967|9.918
        kAutosufficienza
        sPersone anziane|Parzialmente o non autosufficienti.
        uPersone seguite|241|238|252|260|271|284
        moutsourced|Affidata a una cooperativa sociale.
        nPersonale|2
        rCaregiver|Collaborano al piano di assistenza.
        fCentro civico|Via del Lago 3
        #Ristorazione scolastica|Responsabile del Settore 4|Servizi alla persona
        cPasti|Preparazione e distribuzione nelle scuole.
        aDiete speciali|Per motivi di salute o religiosi.
        oPasti serviti agli alunni|98.204|141.550|166.038|168.912|170.244|171.830
        oDiete speciali|82|88|93|97|104|111
        kOrdine di scuola
        sAlunni|Dell'infanzia e della primaria.
        uTotale alunni iscritti|1.166|1.172|1.180|1.175|1.169|1.164
        uInfanzia|402|398|391|388|380|374
        uPrimaria|764|774|789|787|789|790
        moutsourced|In appalto fino al 2027.
        nPersonale|3
        rGenitori assaggiatori|Controllano la qualità dei pasti.
        fCentro cottura|Via delle Scuole 10
        #Polizia stradale|Responsabile del Settore 5|Polizia locale
        cControllo della circolazione|Servizi di prevenzione e accertamento.
        cRilievo degli incidenti|Intervento e ricostruzione.
        aAccesso agli atti|Per le persone coinvolte.
        oIncidenti rilevati|96|104|112|109|101|97
        oServizi con strumenti|88|120|146|171|183|201
        oVerbali per norme di comportamento|2.310|2.655|2.902|2.844|2.790|2.716
        kCoinvolgimento
        sUtenti della strada|Conducenti, ciclisti, pedoni.
        uPersone coinvolte in incidenti|188|203|221|214|199|190
        uRichieste di accesso agli atti|n.d.|61|74|80|77|83
        mdirect|
        nPersonale|14
        rUtenti della strada|Indifferenziato.
        fComando|Via Roma 22
        #Protezione civile|Responsabile del Settore 5|Polizia locale
        cPianificazione|Aggiornamento del piano e delle procedure.
        cEmergenze|Attivazione del centro operativo.
        aFormazione dei volontari|Esercitazioni periodiche.
        oEsercitazioni|0|1|2|2|3|3
        oInterventi|14|9|22|11|31|16
        kResidenza
        sPopolazione|Tutti i residenti.
        uVolontari iscritti|38|41|45|44|47|52
        uPersone avvisate dal sistema di allerta|/|/|4.120|5.866|7.204|8.033
        mdirect|
        nPersonale|2
        rVolontari|Intervengono nelle emergenze.
        fSede del gruppo|Via Roma 24
        #Impianti sportivi|Responsabile del Settore 4|Servizi alla persona
        cGestione degli impianti|Palestre, campo e piscina.
        aConcessioni d'uso|Alle società sportive.
        oOre di utilizzo delle palestre|3.120|5.480|7.904|8.210|8.366|8.402
        oAperture della piscina|61|148|n.d.|203|205|206
        oSpesa per utenze|€ 48.210|€ 61.355|€ 92.480|€ 81.904|€ 76.330|€ 74.112
        kAttività
        sSocietà sportive|Iscritte al registro.
        sScuole|In orario scolastico.
        uSocietà sportive|21|22|24|25|25|26
        uIngressi in piscina|9.840|22.316|chiusa per lavori|31.204|32.660|33.518
        uScuole|6|6|6|6|6|6
        uScuole|3|3|3|4|4|4
        mmixed|La piscina è in concessione.
        nPersonale|3
        rSocietà sportive|Curano l'apertura nelle ore serali.
        fPalazzetto|Viale dello Sport 1
        fPiscina|Viale dello Sport 3
        #Rifiuti e decoro urbano|Responsabile del Settore 3|Territorio e ambiente
        cRaccolta|Porta a porta in tutto il territorio.
        cPulizia delle strade|Spazzamento e svuotamento dei cestini.
        aCentro di raccolta|Aperto sei giorni su sette.
        oRifiuti raccolti (t)|8.412|8.506|8.377|8.290|8.214|8.155
        oRaccolta differenziata|71,4%|72,8%|74,1%|75,6%|76,9%|77,8%
        oOre di spazzamento|5.210|5.460|5.455|5.470|5.512|5.498
        kTipo di utenza
        sUtenze domestiche|Famiglie.
        sUtenze non domestiche|Imprese e uffici.
        uUtenze domestiche|8.102|8.120|8.144|8.151|8.166|8.180
        uUtenze non domestiche|1.015|1.002|998|1.004|1.011|1.020
        moutsourced|Affidata alla società in house.
        nPersonale|2
        rCittadini|Separano i rifiuti e segnalano i disservizi.
        fCentro di raccolta|Via dell'Industria 15
        """
}
