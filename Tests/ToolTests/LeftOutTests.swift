import Foundation
import Testing
import ToolSupport

/// Figures that leave something out say so, wherever they are shown.
@Suite struct LeftOutTests {
    @Test func aScoreThatLeavesSomethingOutSaysSoInTextJSONAndCheck() throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.archive(
            ["Verde|Alberi|10|10|50", "Verde|Bando|(10)|(12)|50"], in: scratch)
        let score = try ToolRun(["score", "--archive", archive])
        #expect(score.text.components(separatedBy: "parziale, senza 1 indicatore non valutabile").count == 4)
        let json = try ToolRun(["score", "--json", "--archive", archive]).json
        let left = try #require(json["leftOut"] as? [String: Any])
        #expect(left["notAssessable"] as? Int == 1)
        let lines = try #require(json["lines"] as? [[String: Any]])
        #expect((lines.first?["leftOut"] as? [String: Any])?["notAssessable"] as? Int == 1)
        let check = try ToolRun(["check", "--strict", "--archive", archive])
        #expect(check.code == 1)
        #expect(check.text.contains("Fuori dal punteggio"))
        #expect(check.text.contains("riga 8"), "\(check.text)")
    }

    @Test func aLateDayOfTwoDigitsIsLate() throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.archive(
            ["Verde|Alberi|10|10|50", "Verde|Bando|31/12/31|15/1/32|50"], in: scratch)
        let json = try ToolRun(["score", "--json", "--archive", archive]).json
        #expect(json["achievement"] as? String == "50")
    }

    @Test func aFractionBesideAPercentageIsAskedAndNotScored() throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.archive(
            ["Verde|Quota A|80%|0,85|50", "Verde|Quota B|0,8|85%|50"], in: scratch)
        let check = try ToolRun(["check", "--archive", archive])
        #expect(check.text.contains("Valore ambiguo. Scritto «0,85», atteso «85%»"), "\(check.text)")
        #expect(check.text.contains("Scritto «0,8», atteso «80%»"), "\(check.text)")
        #expect(!(try ToolRun(["score", "--archive", archive]).text.contains("100 %")))
    }

    @Test func targetsBelowZeroAreReachedByDifference() throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.archive(
            [
                "Conti|Peggiore|-10|-20|25", "Conti|Migliore|-10|-5|25", "Conti|Pareggio|-10|0|25",
                "Conti|Avanzo|-10|5|25",
            ],
            in: scratch)
        let lines = try #require(
            try ToolRun(["score", "--json", "--archive", archive]).json["lines"] as? [[String: Any]])
        let objectives = lines.flatMap { $0["objectives"] as? [[String: Any]] ?? [] }
        let indicators = objectives.flatMap { $0["indicators"] as? [[String: Any]] ?? [] }
        #expect(indicators.map { $0["displayed"] as? String } == [nil, "100", "100", "100"])
        #expect(indicators.first?["obstacle"] as? String == "target-below-zero")
        let check = try ToolRun(["check", "--archive", archive])
        #expect(check.text.contains("il target è sotto lo 0 e non è raggiunto"), "\(check.text)")
    }

    @Test func strictAndWordedTargetsScoreAsTheySay() throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.archive(
            [
                "Uno|Reclami|< 30|30|50", "Uno|Soddisfatti|superiore a 80%|80%|50",
                "Due|Alberi|non inferiore a 80|40|50", "Due|Giorni|non superiore a 30|45|50",
            ], in: scratch)
        let text = try ToolRun(["score", "--archive", archive]).text
        for row in ["0 %      Reclami", "99 %      Soddisfatti", "50 %      Alberi", "0 %      Giorni"] {
            #expect(text.contains(row), "\(text)")
        }
    }

    @Test func whatHasNoWeightIsToldBesideTheFigure() throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.archive(
            ["Verde|Alberi|10|10|100", "Verde|Aiuole|10|0|"], in: scratch)
        let text = try ToolRun(["score", "--archive", archive]).text
        #expect(
            text.components(separatedBy: "parziale, senza 1 indicatore privo di peso").count == 4, "\(text)")
        let json = try ToolRun(["score", "--json", "--archive", archive]).json
        #expect((json["leftOut"] as? [String: Any])?["notWeighed"] as? Int == 1)
        #expect(try ToolRun(["check", "--strict", "--archive", archive]).code == 1)
    }

    @Test func aBoundThatSaysTooLittleIsNotScored() throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.archive(
            ["Verde|Alberi|80|più di 80|50", "Verde|Aiuole|80|meno di 80|50"], in: scratch)
        let text = try ToolRun(["score", "--archive", archive]).text
        #expect(text.contains("100 %      Alberi"), "\(text)")
        #expect(text.contains("il consuntivo dice un limite"), "\(text)")
    }
}
