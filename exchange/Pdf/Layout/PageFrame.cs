namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>What stands on every page of a document, or of one candidate's part of it.</summary>
/// <param name="RunningTitle">At the foot, beside the page number.</param>
/// <param name="Notice">At the head, where the data is not real; else null.</param>
internal sealed record PageFrame(PageSize Size, double Margin, string RunningTitle, string? Notice)
{
    public double TextWidth => Size.Width - 2 * Margin;

    /// <summary>Where text must end above the foot, from the top.</summary>
    public double Bottom => Size.Height - Margin - TextStyle.Small.Leading;
}
