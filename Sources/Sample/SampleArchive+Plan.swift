extension SampleArchive {
    /// The plan in the words of `PlanScript`. Written into it for the checks to find: two wrong deviations, a
    /// wrong percentage, weights that sum to 95, an indicator neutralised without a reason, one without an
    /// actual, one without a target, a phase of another year, an entry of the index without a card, and the
    /// printed percentage of the second line.
    static let planText = """
        #01|Un Comune semplice e digitale|98,88|Meno carta, meno attese: ogni procedimento si avvia e si segue in linea, e chi non può farlo da solo trova aiuto allo sportello.
        =1.1|Servizi in linea
        *Portare in linea i procedimenti edilizi|Territorio e ambiente|Responsabile del Settore 3|1.1.1|digitalisation,multi-year/2/3
        "Tutte le pratiche edilizie si presentano dal portale, con pagamento e firma; l'archivio degli anni 2015-2020 viene digitalizzato.
        !La disponibilità del fornitore del gestionale e l'aggiornamento delle postazioni dello sportello.
        >Configurazione dei moduli nel portale|2025-01|2025-03
        >Formazione degli addetti e dei professionisti|2025-03|2025-05
        >Avvio e assistenza|2025-06|2025-12
        iPratiche presentate dal portale|effectiveness|percentage|(pratiche dal portale / pratiche presentate) * 100|Misura quanto il canale digitale è usato|90|97|7|50|100|
        iFascicoli digitalizzati|output|quantity|numero di fascicoli|Consultare l'archivio senza spostare la carta|4.000|3.860|-140|30|97|Due settimane di fermo per il trasloco dell'archivio
        iAvvio del nuovo modulo di pagamento|activity|on-off|1 = fatto 0 = non fatto|Pagare oneri e diritti in linea|1|1|0|20|100|
        pIstruttrice tecnica A|C3
        pIstruttore tecnico B|C1
        pFunzionaria tecnica C|D4
        *Aiutare i cittadini a usare i servizi in linea|Affari generali e personale|Responsabile del Settore 1|1.3.2|digitalisation,equal-opportunities
        "Uno sportello itinerante nei quattro quartieri accompagna le persone meno esperte nell'uso dell'identità digitale e dei pagamenti.
        !La presenza di personale formato in tutte le sedi.
        >Calendario delle presenze|2025-01|2025-02
        >Sportelli nei quartieri|2025-03|2025-12
        iPersone aiutate|output|quantity|numero di persone|Misura l'ampiezza dell'aiuto|1.200|1.317|117|60|100|
        iGradimento del servizio|outcome|percentage|(giudizi positivi / questionari raccolti) * 100|Misura la qualità percepita|85|83|-2|40|98|
        pIstruttrice amministrativa D|C2
        pIstruttore amministrativo E|C1
        =1.2|Tempi certi
        *Rispettare i tempi di pagamento|Finanze e tributi|Responsabile del Settore 2|2.1.1|cross-sector,transparency
        "Le fatture si pagano entro i termini di legge in tutti i settori, con un controllo mensile delle fatture in scadenza.
        !La tempestività delle liquidazioni nei singoli settori.
        >Controllo mensile delle scadenze|2025-01|2025-12
        iTempo medio ponderato di ritardo|efficiency|timeliness|giorni medi ponderati rispetto alla scadenza|Pagare i fornitori nei termini|<= 0|-6|-6|70|100|
        iFatture pagate oltre la scadenza|efficiency|percentage|(fatture oltre la scadenza / fatture pagate) * 100|Ridurre i ritardi|<= 4|3|-1|30|100|
        pFunzionaria contabile F|D3
        pIstruttrice contabile G|C4
        *Formare il personale sulle competenze digitali|Affari generali e personale|Responsabile del Settore 1|1.4.1|training
        "Ogni dipendente completa almeno quaranta ore di formazione, dieci delle quali sulle competenze digitali.
        >Rilevazione dei bisogni|2025-01|2025-02
        >Corsi|2025-03|2025-11
        iDipendenti con almeno 40 ore di formazione|effectiveness|percentage|(dipendenti con 40 ore / dipendenti) * 100|Misura la partecipazione|80|76|-4|50|95|
        iOre medie di formazione digitale|output|quantity|ore / dipendenti|Misura l'impegno sul digitale|10|12,5|2,5|50|100|
        pFunzionario amministrativo H|D2
        #02|Una città verde e ben tenuta|100,00|Cura del verde, meno rifiuti, opere pubbliche concluse nei tempi.
        =2.1|Verde e rifiuti
        *Piano del verde urbano|Territorio e ambiente|Responsabile del Settore 3|3.2.1|multi-year/1/2
        "Censimento degli alberi e linee guida per la loro cura; i cittadini contribuiscono con segnalazioni e proposte.
        >Censimento|2025-02|2025-08
        >Incontri pubblici e redazione|2025-09|2025-12
        iAlberi censiti|output|quantity|numero di alberi|Conoscere il patrimonio arboreo|3.500|3.724|242|60|100|
        iContributi raccolti negli incontri|outcome|quantity|numero di contributi|Far partecipare i cittadini|30|41|11|40|100|
        pFunzionaria tecnica C|D4
        pOperatore del verde I|B3
        *Raccolta differenziata negli uffici|Territorio e ambiente|Responsabile del Settore 3|3.2.4|
        "Contenitori, istruzioni e controlli in tutte le sedi comunali.
        >Fornitura dei contenitori|2025-01|2025-04
        >Controlli|2025-05|2025-12
        iSedi con raccolta completa|effectiveness|quantity|numero di sedi|Estendere la raccolta a tutte le sedi|12|9|-3|70|75|Tre sedi attendono la consegna dei contenitori
        iRifiuto differenziato negli uffici|outcome|percentage|(kg differenziati / kg raccolti) * 100|Misura il risultato della raccolta|65|58|-7|30|98|
        pIstruttore tecnico B|C1
        =2.2|Opere pubbliche
        *Riqualificazione del parco lungo il fiume|Territorio e ambiente|Responsabile del Settore 3|3.3.1|pnrr,accessibility
        "Nuovi percorsi senza barriere, illuminazione e area giochi, con fondi del PNRR.
        !Le piene del fiume possono fermare il cantiere.
        >Gara e affidamento|2025-01|2025-04
        >Lavori|2025-05|2025-11
        >Collaudo|2025-12|2026-02
        iAvanzamento dei lavori|activity|percentage|(importo dei lavori eseguiti / importo contrattuale) * 100|Rispettare il cronoprogramma|80|62|-18|0|0|
        iContributo incassato|economy|euro|importo incassato|Assicurare la copertura della spesa|420.000|420.000|0|45|100|
        iRispetto del principio di non arrecare danno significativo|activity|on-off|1 = fatto 0 = non fatto|Requisito del finanziamento|1|1|0|55|100|
        pFunzionario tecnico L|D1
        *Manutenzione dei marciapiedi|Territorio e ambiente|Responsabile del Settore 3|3.3.5|accessibility
        "Rifacimento dei tratti più dissestati secondo il piano per l'eliminazione delle barriere.
        >Programma degli interventi|2025-01|2025-02
        >Interventi|2025-03|2025-10
        iMarciapiedi rifatti|output|quantity|metri quadrati|Rendere sicuri i percorsi pedonali|5.400|5.610|210|55|100|
        iSegnalazioni risolte entro 30 giorni|efficiency|percentage|(segnalazioni risolte entro 30 giorni / segnalazioni) * 100|Misura la prontezza|75|81|6|40|100|
        pOperaio specializzato M|B5
        xCatasto delle strade comunali|Territorio e ambiente
        #03|Una comunità che cresce|83,78|Scuola, cultura e servizi sociali vicini alle famiglie.
        =3.1|Famiglie e scuola
        *Più posti negli asili nido|Servizi alla persona|Responsabile del Settore 4|4.1.2|pnrr,equal-opportunities
        "Apertura della nuova sezione per i lattanti e orario prolungato in due nidi.
        >Lavori di adeguamento|2025-01|2025-07
        >Apertura|2025-09|2025-12
        iPosti disponibili|output|quantity|numero di posti|Ampliare l'offerta|142|142|0|50|100|
        iDomande accolte|effectiveness|percentage|(domande accolte / domande ammesse) * 100|Ridurre la lista d'attesa|85|88|3|50|100|
        pCoordinatrice pedagogica N|D2
        pEducatrice O|C3
        pEducatore P|C1
        *Ristorazione scolastica di qualità|Servizi alla persona|Responsabile del Settore 4|4.1.5|improvement
        "Più prodotti locali e meno sprechi nelle dodici mense scolastiche.
        >Nuovi menù|2025-01|2025-06
        >Rilevazione degli sprechi|2025-09|2025-12
        iPosizione nella graduatoria nazionale delle mense|outcome|quantity|posizione|Confrontarsi con gli altri Comuni|<= 10|7|-3|40|100|
        iCibo sprecato per pasto|efficiency|quantity|grammi per pasto|Ridurre lo spreco|<= 90|96|6|60|0|
        pIstruttrice amministrativa Q|C2
        =3.2|Cultura e inclusione
        *Biblioteca: nuova sede e apertura serale|Servizi alla persona|Responsabile del Settore 4|4.2.1|
        "Trasloco nella nuova sede e apertura fino alle 22 due giorni alla settimana.
        >Trasloco|2025-01|2025-03
        >Apertura serale|2025-04|2025-12
        iSerate di apertura|output|quantity|numero di serate|Estendere l'orario|80|84|4|30|100|
        iPresenze serali|outcome|quantity|numero di presenze|Misura l'interesse dei giovani|4.000|3.350|-650|30|84|
        iPrestiti|output|quantity|numero di prestiti|Misura l'uso della biblioteca|26.000|28.114|2.114|40|100|
        pBibliotecaria R|D1
        pBibliotecario S|C2
        *Prossimità per le persone anziane|Servizi alla persona|Responsabile del Settore 4|4.4.3|
        "Visite a domicilio e attività di quartiere per le persone oltre i 75 anni che vivono sole.
        >Mappatura|2025-01|2025-03
        >Visite|2025-04|2025-12
        iPersone visitate|output|quantity|numero di persone|Prevenire l'isolamento|350|372|22|50|100|
        iVolontari coinvolti|outcome|quantity|numero di volontari|Rafforzare la rete di quartiere|40||||20||
        iVisite per persona|efficiency|quantity|visite / persone visitate|Dare continuità||6,2||30||
        pAssistente sociale T|D2
        #04|Sicurezza e strade|100,00|Presidio del territorio e strade più sicure.
        =4.1|Presidio del territorio
        *Strade più sicure|Polizia locale|Responsabile del Settore 5|5.1.2|multi-year/3/3
        "Controlli mirati sulle condotte che causano gli incidenti e interventi nei punti più pericolosi.
        >Controlli|2025-01|2025-12
        iControlli con strumenti|output|quantity|numero di servizi|Ridurre la velocità|180|201|21|35|100|
        iIncidenti con feriti|outcome|quantity|numero di incidenti|Ridurre gli incidenti|<= 70|64|-6|35|100|
        iPunti pericolosi sistemati|output|quantity|numero di punti|Mettere in sicurezza la rete|4|4|0|30|100|
        pAgente U|C2
        pAgente V|C1
        *Educazione stradale nelle scuole|Polizia locale|Responsabile del Settore 5|5.2.1|training
        "Lezioni e prove pratiche in tutte le scuole primarie.
        >Lezioni|2025-02|2025-05
        >Prove pratiche|2025-10|2025-11
        iClassi coinvolte|effectiveness|percentage|(classi coinvolte / classi) * 100|Raggiungere tutti gli alunni|90|100|10|60|100|
        iOre di lezione|output|quantity|numero di ore|Misura l'impegno|120|128|8|40|100|
        pAgente Z|C3
        """
}
