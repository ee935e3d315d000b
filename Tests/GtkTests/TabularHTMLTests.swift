import XCTest

@testable import Gtk

/// What of a page of the web is pasted, where nothing else is on the clipboard.
final class TabularHTMLTests: XCTestCase {
    private func rows(_ page: String) -> [[String]] { TabularHTML.rows(of: page) }

    /// Seen before: the source of the page stood in a cell.
    func testTheCellsOfATableAreRead() {
        XCTAssertEqual(
            rows("<html><body><table><tr><td>11</td><td>22</td></tr><tr><td>33</td><td>44</td></tr></table>"),
            [["11", "22"], ["33", "44"]])
        XCTAssertEqual(
            rows(
                "<meta charset=utf-8><style>td { color: red }</style><TABLE border=1>\n<tr>\n <th>Anno<td align=right>"
                    + "<b>1.234,5</b>&nbsp;&euro;\n<tr><th>2025<td>&#8804;&#x20;3<br>n.d.</table>"),
            [["Anno", "1.234,5 €"], ["2025", "≤ 3\nn.d."]])
    }

    func testACellOverSeveralColumnsOrRowsMovesNoFigure() {
        XCTAssertEqual(
            rows(
                "<table><tr><td rowspan=2>a</td><td colspan='2'>b</td><td>c</td></tr>"
                    + "<tr><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td></tr></table>"),
            [["a", "b", "", "c"], ["", "1", "2", "3"], ["4"]])
    }

    func testAPageWithoutATableIsOneCellAndATextIsNoPage() {
        XCTAssertEqual(
            rows("<html><body><p>Due <b>parole</b> &amp; una</p></body></html>"), [["Due parole & una"]])
        XCTAssertTrue(TabularHTML.isOne("\n<!DOCTYPE html><html>"))
        XCTAssertFalse(TabularHTML.isOne("< 30"))
        XCTAssertFalse(TabularHTML.isOne("12\t13"))
    }
}
