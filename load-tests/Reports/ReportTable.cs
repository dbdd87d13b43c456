using System.Globalization;
using System.Text;

namespace ResultsGrid.LoadTests.Reports;

/// <summary>A table of a report. The first column names the row.</summary>
/// <param name="TextColumns">Columns of words, by index; the others are figures, set to the right.</param>
public sealed record ReportTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, params IReadOnlyList<int> TextColumns)
{
    internal string Html()
    {
        // Whatever can be scrolled has to be reachable by keyboard.
        var html = new StringBuilder("<div class=\"wide\" tabindex=\"0\"><table>\n");
        html.Append(CultureInfo.InvariantCulture, $"<caption>{ReportPage.Encode(Caption)}</caption>\n<thead><tr>");
        foreach (var (index, column) in Columns.Index()) html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(index)}>{ReportPage.Encode(column)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in Rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{ReportPage.Encode(row[0])}</th>");
            foreach (var (index, cell) in row.Index().Skip(1)) html.Append(CultureInfo.InvariantCulture, $"<td{Class(index)}>{ReportPage.Encode(cell)}</td>");
            html.Append("</tr>\n");
        }

        return html.Append("</tbody>\n</table></div>\n").ToString();
    }

    private string Class(int column) => column == 0 || TextColumns.Contains(column) ? "" : " class=\"number\"";
}
