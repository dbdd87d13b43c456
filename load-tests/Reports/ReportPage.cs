using System.Globalization;
using System.Net;
using System.Text;

namespace ResultsGrid.LoadTests.Reports;

/// <summary>A report as one HTML file that needs nothing beside itself: no script, no font, no picture from anywhere.</summary>
public sealed class ReportPage(string title)
{
    /// <summary>Plain, as government services are: black on white at more than 7:1, one column, figures in line.</summary>
    private const string Style = """
        body{margin:0;font:19px/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff}
        header{background:#0b0c0c;color:#fff;border-bottom:10px solid #1d70b8}
        header p,main{max-width:1020px;margin:0 auto;padding:12px 24px}header p{font-weight:700}
        h1{font-size:42px;line-height:1.15;margin:24px 0 16px}h2{font-size:29px;line-height:1.2;margin:48px 0 12px}
        .verdict{border:5px solid #00703c;padding:16px 24px;margin:24px 0;font-size:24px;font-weight:700}.verdict.failed{border-color:#d4351c}
        .wide{overflow-x:auto;margin-bottom:24px}table{border-collapse:collapse;width:100%;font-size:17px}
        caption{text-align:left;font-weight:700;margin-bottom:8px}th,td{text-align:left;padding:8px 16px 8px 0;border-bottom:1px solid #b1b4b6;vertical-align:top}
        td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}tbody th{font-weight:400}
        figure{margin:24px 0}figcaption{font-weight:700;margin-bottom:8px}svg{width:100%;height:auto}svg text{font:14px Arial,Helvetica,sans-serif;fill:#0b0c0c}
        details{margin:8px 0}summary{color:#1d70b8;text-decoration:underline;cursor:pointer}summary:focus,.wide:focus{outline:3px solid #fd0;outline-offset:0;color:#0b0c0c}
        """;

    private readonly StringBuilder body = new();

    public ReportPage Verdict(bool holds, string text) => Add($"<p class=\"verdict{(holds ? "" : " failed")}\">{Encode(text)}</p>\n");

    public ReportPage Heading(string text) => Add($"<h2>{Encode(text)}</h2>\n");

    public ReportPage Paragraph(string text) => Add($"<p>{Encode(text)}</p>\n");

    public ReportPage Table(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Add(table.Html());
    }

    /// <summary>A chart with the same figures as a table behind it.</summary>
    public ReportPage Figure(string caption, string svg, ReportTable same)
    {
        ArgumentNullException.ThrowIfNull(same);
        return Add($"<figure>\n<figcaption>{Encode(caption)}</figcaption>\n{svg}\n<details><summary>{Encode(caption)}: the figures as a table</summary>\n{same.Html()}</details>\n</figure>\n");
    }

    public string Html() => $"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)}</title>
        <style>
        {Style}
        </style></head>
        <body>
        <header><p>ResultsGrid drills</p></header>
        <main>
        <h1>{Encode(title)}</h1>
        {body}</main>
        </body>
        </html>

        """;

    internal static string Encode(string text) => WebUtility.HtmlEncode(text);

    internal static string Figure(double value, int decimals = 0) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    private ReportPage Add(string html)
    {
        body.Append(html);
        return this;
    }
}
