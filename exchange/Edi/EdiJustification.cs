namespace ResultsGrid.Exchange.Edi;

/// <summary>Which end of a field its text stands at; the rest is padding.</summary>
public enum EdiJustification
{
    /// <summary>Text, padded on the right.</summary>
    Left,

    /// <summary>A number, padded on the left; a field without a number is blank.</summary>
    Right,
}
