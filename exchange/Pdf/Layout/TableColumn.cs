namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>A column of a table.</summary>
/// <param name="Header">Empty in a table of labels and values, which has no header row.</param>
/// <param name="Width">In points.</param>
/// <param name="IsRowHeader">Its cells say what their row is about.</param>
/// <param name="IsRightAligned">For figures.</param>
/// <param name="IsBold">For what the reader came for.</param>
internal sealed record TableColumn(string Header, double Width, bool IsRowHeader = false, bool IsRightAligned = false, bool IsBold = false);
