namespace ResultsGrid.Exchange.Zip;

/// <summary>How a file lies in a ZIP; the values are the format's own.</summary>
public enum ZipMethod
{
    /// <summary>As it is: for what is compressed already, such as PDF.</summary>
    Stored = 0,

    Deflated = 8,
}
