import Model
import Testing

@testable import Scoring

@Suite struct SeriesCheckTests {
    private func told(_ outputs: String, users: String = "", _ code: FindingCode) -> [String] {
        let service = Making.service("Servizio", outputs: outputs, users: users)
        return Checks.run(content: Making.content(services: [service])).told(code)
    }

    // MARK: units and notations of one row

    /// row | what is told of its units and notation
    @Test(arguments: [
        ("Riscosso|100%|0,95|1", ["warning 0,95 → 95%", "warning 1 → 100%"]), ("Riscosso|100%|95%|0", []),
        ("Rifiuti|5 t|5000 kg|5000", ["warning t, kg → "]), ("Rifiuti|5 t|6|7 t", []),
        ("Orario|8|9.30|18.30", ["warning 9.30 → 9,3", "warning 18.30 → 18,3"]), ("Voti|92,5|91,3|90", []),
        ("Incasso|1,250.50|1,100|980", ["warning 1,100 → 1.100"]), ("Incasso|1.250,50|1,100|980", []),
        ("Utenti|> 80|75|70", ["info > 80 → "]),
    ])
    func unlikeCellsOfARowAreTold(row: String, expected: [String]) {
        var series = Making.series(row, in: "t")
        // As an import leaves cells whose column has a decimal point.
        for (year, value) in series.values where value.raw.contains(".") && value.number == nil {
            let swapped = value.raw.map { $0 == "." ? "," : $0 == "," ? "." : $0 }
            var read = ReportedValue(reading: String(swapped))
            read.raw = value.raw
            series.values[year] = read
        }
        var service = ServiceMap(id: Making.id("s"), name: "Servizio")
        service.outputs = [series]
        let found = Checks.run(content: Making.content(services: [service]))
        #expect(Set(found.told(.valueAmbiguous) + found.told(.unitsDiffer)) == Set(expected), "\(row)")
    }

    // MARK: series-total-mismatch

    @Test func totalsThatAgreeTellNothing() {
        let tables = [
            // A total before its rows.
            """
            n. totale interventi|800|577|672|686
            senza feriti|467|339|387|386
            con feriti|327|235|277|299
            altri|6|3|8|1
            richieste|n.d.|n.d.|7.783|8.063
            """,
            // A total after its rows, one of which was not offered every year.
            """
            Assistenza|45|48|43|42
            Educazione|49|51|/|/
            Trasporto|13|27|20|12
            Totale|107|126|63|54
            """,
            // Rows that tell a part of the row above.
            """
            Visitatori di cui:|27.127|6.581|5.925|14.474
            Museo civico|18.795|3.624|3.244|9.000
            di cui paganti|/|/|2.316|5.344
            Museo archeologico|8.332|2.957|2.681|5.474
            di cui paganti|||973|2.516
            """,
            // A row named total that sums no rows.
            """
            n. totale degli accertamenti|29.376|18.662|14.724|21.967
            n. verbali|19.917|16.228|19.981|9.832
            n. ricorsi|279|196|157|1.541
            """,
            // The first year was counted otherwise.
            """
            Totale accessi|/|/|20.428|29.404
            italiani|51.866|6.082|16.404|22.629
            stranieri|15.830|1.115|4.024|6.775
            """,
            // Figures that a footnote explains.
            """
            Totale ore|3.756|2.832|9.684|876*
            mattina|3.000|2.000|9.000|700
            sera|756|832|684|100
            """,
            // Percentages beside counts.
            """
            Totale|100|120|130|140
            soddisfatti|81%|100%|100%|100%
            risposte|50|60|70|80
            """,
        ]
        for table in tables {
            #expect(told(table, .seriesTotalMismatch).isEmpty, "\(table)")
        }
    }

    @Test func aTotalThatFailsInOneYearIsAnError() {
        let table = """
            comunità|44|39|47|45|91|35
            famiglia|419|388|512|620|681|828
            Totale|463|427|559|241|772|863
            """
        #expect(told(table, .seriesTotalMismatch) == ["error 241 → 665"])
    }

    @Test func aNamedTotalIsFoundAmongOtherRows() {
        let table = """
            Totale utenti|120|135|150|166
            maschi|50|60|70|80
            femmine|70|75|80|85
            tessere emesse|33|41|12|55
            """
        #expect(told(table, .seriesTotalMismatch) == ["error 166 → 165"])
    }

    @Test func figuresOfAnySizeAreHeld() {
        let huge = String(repeating: "9", count: 40)
        let table = """
            Totale|\(huge)|999.999.999.999.999|3
            uno|\(huge)|999.999.999.999.998|1
            due|1|1|0,000000000000000000000001
            """
        #expect(told(table, .seriesTotalMismatch).isEmpty)
    }

    @Test func constantsThatHappenToSumTellNothing() {
        let table = """
            posti|12|12|12|13
            sale|5|5|5|5
            aule|7|7|7|7
            banchi|90|80|70|60
            """
        #expect(told(table, .seriesTotalMismatch).isEmpty)
    }

    @Test func swappedDigitsOfATotalAreAnError() {
        let table = """
            Pubblico scolastico totale|21.492|3.923|3.297|6.627
            civico|1.780|180|161|787
            archeologico|3.113|256|726|1.547
            naturale|16.536|3.487|2.410|4.293
            partecipanti|17.647|3.638|1.835|6.711
            """
        #expect(told(table, .seriesTotalMismatch) == ["error 21.492 → 21.429"])
    }

    @Test func eachSplitOfATotalIsChecked() {
        let table = """
            Totale accessi|7.197|20.428|29.404|45.857
            italiani|6.082|16.404|22.629|35.397
            stranieri|1.115|4.024|6.775|10.460
            svago|5.758|8.700|28.150|44.314
            lavoro|1.439|17.772|1.254|1.543
            """
        #expect(told(table, .seriesTotalMismatch) == ["error 20.428 → 26.472"])
    }

    @Test func anUnnamedSumThatFailsOnceIsAWarning() {
        let table = """
            richieste|n.d.|n.d.|7.783|8.063|10.277|10.431
            assegnate all'unità|n.d.|n.d.|5.809|5.055|7.164|8.010
            assegnate ad altri|n.d.|n.d.|1.136|n.d.|3.113|2.421
            """
        #expect(told(table, .seriesTotalMismatch) == ["warning 7.783 → 6.945"])
    }

    @Test func smallSumsThatHappenToFitTellNothing() {
        let table = """
            eventi|5|6|9|4
            progetti|2|3|4|2
            incontri|3|3|4|2
            """
        #expect(told(table, .seriesTotalMismatch).isEmpty)
    }

    @Test func aPartAboveItsWholeIsToldWhereItHoldsInTheOtherYears() {
        let table = """
            n. accertamenti|29.376|18.662|14.724|21.967
            n. accertamenti registrati entro 7 giorni|28.501|17.334|14.948|21.699
            """
        #expect(told(table, .seriesTotalMismatch) == ["warning 14.948 → 14.724"])
    }

    @Test func headingsAndChildrenMakeATotal() {
        var service = Making.service(
            "Servizio",
            outputs: """
                Iscritti|30|33|36
                maschi|10|11|16
                femmine|20|21|20
                """)
        service.outputs[1].parentID = service.outputs[0].id
        service.outputs[2].parentID = service.outputs[0].id
        let findings = Checks.run(content: Making.content(services: [service]))
        #expect(findings.told(.seriesTotalMismatch) == ["warning 33 → 32"])
    }

    // MARK: series-outlier

    /// series | what is told
    @Test(arguments: [
        ("100%|100%|100%|100%|1|100,00%", "warning 1 → 100%"), ("n.d.|8|48|48|48|48", "warning 8 → 48"),
        ("48|48|48|480", "warning 480 → 48"), ("251|265|293|315|1.472|284", "warning 1.472 → "),
        ("6|1|2|115|2|3", "warning 115 → "), ("620|70|555|534|523|557", "warning 70 → "),
        ("8.310|9.122|967|9.655|9.918", "warning 967 → 9.670"), ("95%|96%|9,5%|97%", "warning 9,5% → 95%"),
        ("1.200|1.310|1.250.000|1.290", "warning 1.250.000 → 1.250"),
        // Growth, a start, a change that stays, small figures, a closed year.
        ("3.560|2.949|2.961|/|61.170|61.700", ""), ("/|/|7|112|135|272", ""), ("/|/|5|54|60|64", ""),
        ("0|1|2|1|0|2", ""), ("35|7|7|7|7|7", ""), ("53|3|8|6|3|6", ""), ("7|7|7|7|7", ""),
        ("31.594|6.323|7.255|15.726|39.000|44.000", ""), ("60|0|145|107|149|100", ""),
        ("3.756|2.832|9.684|876*|216*|155", ""), ("19.917|16.228|19.981|1.832****|28.562|29.045", ""),
        ("300|310|2.900 (coinvolti online)|305|298", ""), ("81%|100%|100%|95%", ""),
        ("87|172|575|577|688|61", "warning 61 → 610"), ("/|/|5|54|60|64|61", ""),
        ("126|1.520|8.591|5.364|4.078|4.624", ""), ("5|1|8|8|10|9", ""),
    ])
    func outliers(cells: String, finding: String) {
        let findings = told("Cosa contata|" + cells, .seriesOutlier)
        #expect(findings == (finding.isEmpty ? [] : [finding]))
    }

    @Test func aDropThatTheServiceSharesHasACommonCause() {
        let table = """
            visitatori|30.000|29.000|4.000|28.000|31.000
            gruppi|300|310|20|290|280
            guide|40|41|6|44|40
            """
        #expect(told(table, .seriesOutlier).isEmpty)
    }

    @Test func aTwinThatDidNotDropShowsTheExpectedFigure() {
        let users = """
            comunitari|620|592|555|534|3.507
            iscritti aggiunti|620|70|555|534|523
            comitati|15|3|17|10|21
            firme|3.971|64|14.648|1.610|2.033
            """
        #expect(told("", users: users, .seriesOutlier) == ["warning 70 → 592"])
    }

    // MARK: value-unreadable, value-ambiguous

    /// series | unreadable or ambiguous cells told
    @Test(arguments: [
        ("13|10 + 6 referenti|10 + 4 referenti|13|13|13", ["10 + 6 referenti", "10 + 4 referenti"]),
        ("2|1 completa + 1 sospesa|0|2", ["1 completa + 1 sospesa"]),
        ("non realizzate|6.830|6838|1232|non realizzate", []), ("tutti|tutti|tutti|tutti", []),
        ("una mostra|due mostre|una mostra: 3|4", ["una mostra: 3"]),
        ("12|9 (di cui 2 online)|chiusa per lavori|10", ["chiusa per lavori"]),
        ("RBC=75.676, BC=10.703|9|8|7", ["RBC=75.676, BC=10.703"]), ("n.d.|/|12|---|14|nd", []),
        ("1.467 (coinvolti)|1.546|0 causa covid|1.955", []), ("876*|216*|155|9.832****", []),
        ("1091796|389000|440.422|3.318", []), ("12,5|3.5|4,1|5", ["3.5 → 3,5"]),
        ("1,45|1,52|1.500|1,38", ["1.500 → 1,5"]), ("1.450|1.520|1.500|1.380", []),
    ])
    func cells(cells: String, told expected: [String]) {
        let service = Making.service("Servizio", outputs: "Cosa contata|" + cells)
        let findings = Checks.run(content: Making.content(services: [service])).filter {
            $0.code == .valueUnreadable || $0.code == .valueAmbiguous
        }
        let told = findings.map { $0.expected.isEmpty ? $0.written : "\($0.written) → \($0.expected)" }
        #expect(told == expected)
    }

    /// cell among figures | code and severity
    @Test(arguments: [
        ("10 + 6 referenti", "warning value-ambiguous"), ("3 linee di ricerca", "warning value-unreadable"),
        ("chiusa per lavori", "info value-unreadable"), ("non realizzate", ""),
        ("3.5", "warning value-ambiguous"),
    ])
    func aTextWithAFigureWeighsMoreThanOneWithout(cell: String, expected: String) {
        let service = Making.service("Servizio", outputs: "Cosa contata|12|14|\(cell)|13")
        let told = Checks.run(content: Making.content(services: [service]))
            .map { "\($0.severity.rawValue) \($0.code.rawValue)" }
        #expect(told == (expected.isEmpty ? [] : [expected]))
    }

    @Test func aZeroAmongHundredsIsNoMissingFigure() {
        let began = "utenti|0|2.816|4.293|4.194|3.869"
        #expect(
            told("pratiche|1.014|924|1.358|1.496|1.057", users: began, .seriesOutlier) == ["warning 0 → "])
        #expect(told("pratiche|/|924|1.358|1.496|1.057", users: began, .seriesOutlier).isEmpty)
        let closed = "visitatori|3.000|0|2.800|2.900|3.100"
        #expect(told("gruppi|300|20|280|290|310", users: closed, .seriesOutlier).isEmpty)
    }

    // MARK: series-shifted

    @Test func shiftedRows() {
        let table = """
            |Pubblico|157.570|7.022|12.226|47.964
            promotori|37|20|32|33|21
            """
        #expect(told(table, .seriesShifted) == ["warning Pubblico → "])
        var repaired = Making.service(
            "Cultura",
            outputs: """
                Pubblico|157.570|7.022|12.226|47.964|
                promotori|37|20|32|33|21
                """)
        let content = { Making.content(services: [repaired]) }
        #expect(Checks.run(content: content()).told(.seriesShifted).isEmpty)
        repaired.outputs[0].sources["name"] = Source(
            file: "mappe.txt", line: 3142, text: "\tPubblico\t157.570\t7.022\t12.226\t47.964")
        let finding = Checks.run(content: content()).first { $0.code == .seriesShifted }
        #expect(finding?.place.line == 7)
        #expect(finding?.place.year == 2023)
        let moved = """
            contratti|170|148|171|160|140|175
            fatture|/|170|148|171|160|140
            """
        #expect(told(moved, .seriesShifted).count == 1)
        let lagged = """
            domande ricevute|216|161|191|212|134|188
            domande dell'anno precedente|/|216|161|191|212|134
            """
        #expect(told(lagged, .seriesShifted).isEmpty)
    }
}

@Suite struct SeriesCopyTests {
    private func findings(_ services: [ServiceMap]) -> [Finding] {
        Checks.run(content: Making.content(services: services)).filter { $0.code == .seriesCopied }
    }

    private func told(_ services: [ServiceMap]) -> [String] {
        findings(services).map { "\($0.severity.rawValue) \($0.evidence["reason"] ?? "")" }
    }

    @Test func anOutputAndItsUsersAreOneFact() {
        let service = Making.service(
            "Centrale", outputs: "interventi|9.075|6.301|7.783", users: "cittadini|9.075|6.301|7.783")
        #expect(told([service]) == ["info output-and-users"])
    }

    @Test func oneNameInTwoServicesIsOneFact() {
        let services = [
            Making.service("Anagrafe", outputs: "", users: "Cittadini stranieri|11.747|11.317|11.550"),
            Making.service(
                "Stato civile", outputs: "", users: "cittadini stranieri residenti|11.747|11.317|11.550"),
        ]
        #expect(told(services) == ["info same-name"])
    }

    /// service | name, of two series with the same figures | what is told
    @Test(arguments: [
        ("Segreteria", "Incontri con i quartieri", "Partecipazione", "n. incontri svolti", "info same-name"),
        ("Ragioneria", "Fatture pagate", "Ragioneria", "Mandati emessi", "info two-names"),
        ("Ragioneria", "Fatture pagate", "Acquisti", "Pagamenti di fatture", "info same-name"),
        ("Ragioneria", "Fatture pagate", "Acquisti", "Bambini iscritti", "warning unexplained"),
    ]) func oneFactInTwoPlacesIsNoWarning(one: String, name: String, two: String, other: String, told: String)
    {
        let figures = "|1.241|1.227|1.244|1.236"
        let services =
            one == two
            ? [Making.service(one, outputs: "\(name)\(figures)\n\(other)\(figures)")]
            : [
                Making.service(one, outputs: name + figures),
                Making.service(two, outputs: other + figures),
            ]
        #expect(self.told(services) == [told])
    }

    @Test func anotherNameElsewhereIsAWarning() {
        let services = [
            Making.service("Nidi", outputs: "", users: "Piccoli|241|227|244|236"),
            Making.service("Mense", outputs: "", users: "insegnanti|241|227|244|236"),
        ]
        #expect(told(services) == ["warning unexplained"])
        let findings = findings(services)
        #expect(findings.first?.place.path == ["Mense", "insegnanti"])
        #expect(findings.first?.evidence["original"] == "Piccoli")
    }

    @Test func aPastedBlockIsOneErrorWithItsSmallRows() {
        let services = [
            Making.service(
                "Scuole", outputs: "",
                users: """
                    Piccoli|241|227|244|236
                    Mezzani|255|239|248|226
                    oltre le 16|48|0|0|0
                    Grandi|264|243|240|267
                    """),
            Making.service(
                "Mense", outputs: "",
                users: """
                    alunni|241|227|244|236
                    insegnanti|255|239|248|226
                    diete mediche|48|0|0|0
                    fuori comune|264|243|240|267
                    """),
        ]
        #expect(told(services) == ["error block"])
        let block = findings(services).first
        #expect(block?.place.path == ["Mense", "alunni"])
        #expect(block?.evidence["rows"] == "4")
        #expect(block?.evidence["last"] == "fuori comune")
    }

    @Test(arguments: [
        "0|0|0|0", "1|1|1|1", "0|1|2|1", "18|18|18|18", "n.d.|75|75|75", "12|13|/|/", "3|3|3|3",
    ])
    func smallOrConstantFiguresAreAlikeByChance(cells: String) {
        let services = ["Uno", "Due"].map {
            Making.service($0, outputs: "Nome proprio di \($0)|\(cells)")
        }
        #expect(told(services).isEmpty)
    }

    @Test func orderOfTheServicesDecidesOnlyWhichIsTheCopy() {
        let one = Making.service("Uno", outputs: "gatti|241|227|244|236")
        let two = Making.service("Due", outputs: "sedie|241|227|244|236")
        #expect(told([one, two]) == told([two, one]))
    }

    @Test func twoSeriesThatAgreeInAllYearsButOneAreAnInfo() {
        let service = Making.service(
            "Disabilità", outputs: "progetti|80|76|59|32|31|25", users: "seguiti|80|76|59|32|21|25")
        let told = findings([service]).map { "\($0.severity.rawValue) \($0.written) → \($0.expected)" }
        #expect(told == ["info 21 → 31"])
        let small = Making.service("Sport", outputs: "a|1|2|3|3|2|2", users: "b|1|2|2|3|2|2")
        #expect(findings([small]).isEmpty)
        let elsewhere = [
            Making.service("Uno", outputs: "a|80|76|59|32|31|25"),
            Making.service("Due", outputs: "b|80|76|59|32|21|25"),
        ]
        #expect(findings(elsewhere).isEmpty)
    }

    @Test func segmentsWithOneNameAreDuplicates() {
        var service = Making.service("Palestre", outputs: "")
        service.segments = ["Associazioni", "Scuole", "associazioni", "ASSOCIAZIONI"].enumerated().map {
            UserSegment(id: Making.id("segment \($0.offset)"), name: $0.element)
        }
        let findings = Checks.run(content: Making.content(services: [service]))
        #expect(findings.told(.duplicateName) == ["warning associazioni → "])
        #expect(findings.first { $0.code == .duplicateName }?.evidence["times"] == "3")
    }

    @Test func seriesWithOneNameInATableAreDuplicates() {
        let service = Making.service(
            "Uno",
            outputs: """
                visitatori|1|2|3
                di cui paganti|1|1|1
                ospiti|4|5|7
                di cui paganti|2|2|2
                Visitatori|8|9|9
                """)
        let names = Checks.run(content: Making.content(services: [service])).told(.duplicateName)
        #expect(names == ["warning Visitatori → "])
    }
}
